"""A sentence as its named places, for rules that read what stands around them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lagebild.domain.document import Word
from lagebild.domain.entity import Entity, EntityKind, Form
from lagebild.lexicon import Lexicon
from lagebild.understanding.bearings import direction_of_noun
from lagebild.understanding.cast import Cast
from lagebild.understanding.clauses import Clauses

_KINDS = (EntityKind.PLACE, EntityKind.FACILITY, EntityKind.COUNTRY)
# Ends of nouns that stand before a name and say what it is: Hafenstadt, Nachbarland, Nordseeinsel
_CLASSES = (
    *("stadt", "dorf", "ort", "insel", "land", "staat", "provinz", "region", "metropole", "gebiet", "fluss", "meer", "see"),
    *("kreis", "bezirk", "gemeinde", "republik", "vorort", "kanton", "weiler", "siedlung", "ortschaft", "hafen", "distrikt"),
)
_APPOSITION = 9  # words of what is set beside a name
_GLUE = frozenset({"der", "die", "das", "dem", "den", "des", "einer", "einem", "eines", "eine", "ein"})


@dataclass(frozen=True, slots=True)
class Named:
    """A name of a place: its first and last word, who it is, and whether it is all of these words or a part of a compound."""

    first: int
    last: int
    entity: Entity
    whole: bool


class View:
    """The words of a sentence with the places that they name."""

    def __init__(self, clauses: Clauses, cast: Cast, lexicon: Lexicon) -> None:
        self.clauses, self.words, self.lexicon = clauses, clauses.sentence.words, lexicon
        self.named = tuple(_named(clauses, cast))
        self._at = {word: named for named in self.named for word in range(named.first, named.last + 1)}

    def at(self, word: int) -> Named | None:
        return self._at.get(word)

    def text(self, word: int) -> str:
        """A word in lower case; empty beyond the ends."""
        return self.words[word].text.lower() if 0 <= word < len(self.words) else ""

    def before(self, named: Named) -> int:
        """The word in front of a name and of what belongs to it: article, adjectives, class noun (`der aserbaidschanischen Hauptstadt Baku`)."""
        at = named.first - 1
        while at >= 0 and (self.text(at) in _GLUE or self._is_adjective(at) or self.is_class(at)):
            at -= 1
        return at

    def _is_adjective(self, at: int) -> bool:
        return self.words[at].upos == "ADJ" and ((self.at(at) is None and direction_of_noun(self.text(at)) is None) or self.words[at].text[:1].islower())

    def before_article(self, named: Named) -> int:
        """The word in front of a name and its article and adjectives."""
        at = named.first - 1
        while at >= 0 and (self.text(at) in _GLUE or self._is_adjective(at)):
            at -= 1
        return at

    def is_class(self, at: int) -> bool:
        """Whether a word is a noun for a kind of place."""
        if not 0 <= at < len(self.words):
            return False
        word = self.words[at]
        return word.upos in ("NOUN", "PROPN") and self.at(at) is None and (word.lemma in self.lexicon.names.places or word.lemma.lower().endswith(_CLASSES))

    def named_before(self, at: int) -> Named | None:
        """The name that ends right before a word, over a comma, a dash or a bracket, and over `einer Stadt` set beside it."""
        at -= 1
        if self.text(at) in (",", "(", "–", "-"):
            at -= 1
        if self.at(at) is None and self.is_class(at):
            at = self._start_of_class(at) - 1
            at -= self.text(at) in (",", "–", "-", "(")
        found = self.at(at)
        return found if found and found.last == at and found.whole else None

    def _start_of_class(self, at: int) -> int:
        """Where what is set beside a name begins: `, einer von Schiiten bewohnten Stadt`, or just the class noun."""
        before = range(at - 1, max(at - _APPOSITION, 0), -1)
        article = next((i for i in before if self.text(i) in ("ein", "eine", "einer", "einem") and self.text(i - 1) in (",", "(", "–", "-")), None)
        if article is not None and not any(self.text(i) == "," for i in range(article, at)):
            return article
        while at > 0 and (self.text(at - 1) in _GLUE or self.words[at - 1].upos in ("ADJ", "ADV")):
            at -= 1
        return at

    def behind(self, at: int, wanted: Callable[[Word], bool], reach: int) -> int | None:
        """The first word behind another that is wanted, within reach."""
        return next((word.index for word in self.words[at + 1 : at + 1 + reach] if wanted(word)), None)


def _named(clauses: Clauses, cast: Cast) -> Iterator[Named]:
    """Names and adjectives of countries (`der türkischen Grenze`), by their mentions, each with all of its words."""
    last = -1
    for mention in cast.within(clauses.sentence.span):
        entity = cast.by_id(mention.entity)
        words = [word.index for word in clauses.sentence.words if mention.span.contains(word.span) or word.span.contains(mention.span)]
        if entity.kind in _KINDS and words and words[0] > last - (mention.form is Form.NOMINAL) and (mention.form is Form.NAME or entity.kind is EntityKind.COUNTRY):
            whole = mention.span.stop >= clauses.sentence.words[words[-1]].span.stop
            yield Named(words[0], words[-1], entity, whole)
            last = words[-1]
