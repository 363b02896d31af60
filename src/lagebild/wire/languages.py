"""Which language a dispatch is written in, of the two that lagebild reads."""

import re

# Words that the other language does not have: no "in", no "was", and no "die", which the English do.
_ENGLISH = frozenset("the of and to that for with is has have had it on said by from at are be this as were which".split())
_GERMAN = frozenset("der das und den dem des ein eine einen einer nicht mit von zu auf für ist sich auch im am hat sei bei nach sagte aus dass wird werden".split())
_WORD = re.compile(r"[^\W\d_]+")
_READ = 20_000  # characters; the language of a dispatch shows in its first sentences
_FEWEST = 3


def language_of(text: str) -> str:
    """`en` where English stop words clearly outnumber German ones, else `de`."""
    words = [word.lower() for word in _WORD.findall(text[:_READ])]
    english = sum(word in _ENGLISH for word in words)
    german = sum(word in _GERMAN for word in words)
    return "en" if english >= _FEWEST and english > 3 * german else "de"
