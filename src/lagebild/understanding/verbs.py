"""The dictionary form of a verb as it stands in a sentence."""

from collections.abc import Iterator
from functools import lru_cache

from lagebild.lexicon import Lexicon
from lagebild.understanding.moods import KONJUNKTIV_2_FORMS

_ENDINGS = ("eten", "etet", "test", "ete", "est", "ten", "tet", "te", "et", "st", "en", "t", "e", "n", "")
_SHORTEST_STEM = 2
_LONGEST = 40  # letters: longer words are no verbs, and every suffix of a word is tried


@lru_cache(maxsize=65_536)
def verb_lemma(form: str, lemma: str, particle: str, lexicon: Lexicon) -> str:
    """The infinitive: the network's lemma with its separated particle; where no lexicon knows that verb, a known one of the same form."""
    joined = lemma if lemma.startswith(particle) and particle and lemma != particle else particle + lemma
    if joined in lexicon.verbs:
        return joined
    if len(form) > _LONGEST:
        return joined
    found = next((verb for verb in _candidates(particle + form.lower(), lexicon) if verb in lexicon.verbs), None)
    # "gewarnt ... zurück": a particle that makes no known verb of a known one belongs to another.
    return found or (lemma if particle and lemma in lexicon.verbs else joined)


def _candidates(form: str, lexicon: Lexicon) -> Iterator[str]:
    """What a form may be a form of: a strong verb behind a prefix, else by its endings, longest first; `ge` and `zu` taken out."""
    for cut in range(len(form) - _SHORTEST_STEM):
        yield from (form[:cut] + verb for verb in _strong(form[cut:], lexicon))
    for stem in _without_infix(form):
        for ending in _ENDINGS:
            if stem.endswith(ending) and len(stem) - len(ending) >= _SHORTEST_STEM:
                bare = stem[: len(stem) - len(ending)]
                yield bare + "en"
                yield bare + "n"


def _strong(form: str, lexicon: Lexicon) -> Iterator[str]:
    """Strong verbs of which this is a preterite, a participle (`gestritten`, `stritten` behind be-) or a present form."""
    for bare in (form, form.removesuffix("en"), form.removesuffix("n"), form.removesuffix("t"), form.removesuffix("e"), f"ge{form}"):
        if bare in lexicon.strong.verbs:
            yield lexicon.strong.verbs[bare]


def _without_infix(form: str) -> Iterator[str]:
    yield form
    for infix in ("ge", "zu"):
        at = form.find(infix)
        while at >= 0:
            yield form[:at] + form[at + 2 :]
            at = form.find(infix, at + 1)


@lru_cache(maxsize=65_536)
def is_preterite(form: str, lemma: str, lexicon: Lexicon) -> bool:
    """Whether a finite form can only be a preterite: `löschte`, `bestritt`; the network does not always see it."""
    stem = lemma.removesuffix("n").removesuffix("e")
    if form in KONJUNKTIV_2_FORMS or len(form) > _LONGEST:  # "könnte" has the stem of "können", but the preterite is "konnte"
        return False
    if any(stem.endswith(form.removesuffix(ending)) and form.endswith(ending) and len(form) - len(ending) >= _SHORTEST_STEM for ending in ("te", "ten", "ete", "eten")):
        return True
    return any(
        bare in lexicon.strong.preterites and lemma.endswith(lexicon.strong.verbs[bare])
        for cut in range(len(form) - _SHORTEST_STEM)  # a prefix may stand before the strong verb
        for bare in (form[cut:], form[cut:].removesuffix("en"), form[cut:].removesuffix("n"))
    )
