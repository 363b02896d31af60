"""The dictionary form of a verb as it stands in a sentence."""

from collections.abc import Iterator
from functools import lru_cache

from lagebild.lexicon import Lexicon

_ENDINGS = ("eten", "etet", "test", "ete", "est", "ten", "tet", "te", "et", "st", "en", "t", "e", "n", "")


@lru_cache(maxsize=65_536)
def verb_lemma(form: str, lemma: str, particle: str, lexicon: Lexicon) -> str:
    """The infinitive: the network's lemma with its separated particle; where no lexicon knows that verb, a known one of the same form."""
    joined = lemma if lemma.startswith(particle) and particle and lemma != particle else particle + lemma
    if joined in lexicon.verbs:
        return joined
    return next((verb for verb in _candidates(particle + form.lower()) if verb in lexicon.verbs), joined)


def _candidates(form: str) -> Iterator[str]:
    """What a regular form may be a form of, longest endings first; `ge` and `zu` of participles and infinitives taken out."""
    for stem in _without_infix(form):
        for ending in _ENDINGS:
            if stem.endswith(ending) and len(stem) - len(ending) > 1:
                bare = stem[: len(stem) - len(ending)]
                yield bare + "en"
                yield bare + "n"


def _without_infix(form: str) -> Iterator[str]:
    yield form
    for infix in ("ge", "zu"):
        at = form.find(infix)
        while at >= 0:
            yield form[:at] + form[at + 2 :]
            at = form.find(infix, at + 1)
