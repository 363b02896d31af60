"""The typed tables of a language."""

from collections.abc import Mapping
from dataclasses import dataclass

from lagebild.domain.certainty import Certainty, Polarity
from lagebild.domain.entity import EntityKind
from lagebild.domain.event import Tense
from lagebild.domain.transfer import Category


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Words with a full stop of their own, and words that tell whether a sentence starts behind one."""

    inner: frozenset[str]
    final: frozenset[str]
    starters: frozenset[str]
    counted: frozenset[str]


@dataclass(frozen=True, slots=True)
class Attitude:
    """What a word of saying or a predicate does to the certainty, polarity and time of its content."""

    name: str
    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    tense: Tense | None = None
    negated: Certainty | None = None
    presupposes_questions: bool = False

    def under_negation(self) -> "Attitude":
        """What the word does when it is itself negated: "schloss nicht aus" holds possible, "bestritt nicht" does not deny."""
        return Attitude(self.name, self.negated or self.certainty, Polarity.POSITIVE, self.tense, presupposes_questions=self.presupposes_questions)


@dataclass(frozen=True, slots=True)
class Speech:
    """Words that report what somebody says.

    `naming` verbs do so only with words between marks, `occasions` are also times, `referring` adverbs tell on what was said before;
    `topics` are verbs that report by a noun alone, by its preposition or `accusative`, `assessing` those that take for granted that it happened.
    """

    verbs: Mapping[str, Attitude]
    nouns: Mapping[str, Attitude]
    naming: frozenset[str]
    occasions: frozenset[str]
    referring: frozenset[str]
    topics: Mapping[str, frozenset[str]]
    assessing: frozenset[str]
    compounds: frozenset[str]

    def reported_by(self, *forms: str) -> Attitude | None:
        """What a noun of saying, by its lemma or as it stands, does to what it reports; or a compound that ends in one (`Polizeiangaben`). None for other nouns."""
        tails = (form[cut:].capitalize() for form in forms for cut in range(3, len(form) - 4))
        whole = next((form for form in forms if form in self.nouns), None) or next((tail for tail in tails if tail in self.compounds), None)
        return self.nouns.get(whole) if whole else None


@dataclass(frozen=True, slots=True)
class Modal:
    """How certain the infinitive of a modal verb is: in Konjunktiv II, with a perfect infinitive, in Konjunktiv I, of a state, negated, else."""

    plain: Certainty = Certainty.CERTAIN
    perfect: Certainty = Certainty.CERTAIN
    konjunktiv: Certainty = Certainty.CERTAIN
    reported: Certainty | None = None
    state: Certainty | None = None
    negated: Certainty | None = None


@dataclass(frozen=True, slots=True)
class Hedges:
    """Words of certainty and negation, by lemma."""

    adverbs: Mapping[str, Certainty]
    attributes: Mapping[str, Certainty]
    future_attributes: frozenset[str]
    modals: Mapping[str, Modal]
    predicates: Mapping[str, Attitude]
    negations: frozenset[str]
    negative_prepositions: frozenset[str]
    existence: frozenset[str]
    conditions: frozenset[str]
    condition_nouns: frozenset[str]
    question_marks: frozenset[str]
    question_words: frozenset[str]
    asking: frozenset[str]
    coming_about: frozenset[str]
    investigating: frozenset[str]
    unnamed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Times:
    """Words of time; weekdays from 0 (Monday), months from 1, seasons as EDTF codes 21 to 24, days from the day of issue."""

    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    dayparts: Mapping[str, str]
    days: Mapping[str, int]
    seasons: Mapping[str, int]
    units: Mapping[str, str]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    modifiers: Mapping[str, str]
    shifts: Mapping[str, int]
    vague: Mapping[str, str]
    sets: Mapping[str, str]
    phrases: Mapping[str, str]
    fractions: Mapping[str, str]
    about: Mapping[str, str]
    several: frozenset[str]
    compound_units: tuple[str, ...]
    named_years: frozenset[str]
    aged: frozenset[str]
    then: frozenset[str]
    counted: frozenset[str]


@dataclass(frozen=True, slots=True)
class NameWords:
    """Class nouns that join a name and descriptions of countries and groups."""

    facilities: frozenset[str]
    places: frozenset[str]
    organisations: frozenset[str]
    countries: frozenset[str]
    other_countries: frozenset[str]
    counterparts: frozenset[str]
    groups: frozenset[str]
    stand_ins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventEntry:
    """A verb, noun or idiom that names an event; `transfer` is supply, give, acquire, receive, promise or demand where it moves goods.

    `undergone` is true of a verb whose subject does not do it but has it happen to it (sterben, steigen);
    `thing` are prepositions that the thing stands behind (`bat um Panzer`).
    """

    lemma: str
    plover: str | None = None
    mode: str | None = None
    cameo: str | None = None
    transfer: str | None = None
    recipient: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    verb: str | None = None
    undergone: bool = False
    thing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Events:
    """Events by lemma; idioms by (noun, verb); `no_compounds` only look like compounds of an event noun (Herausforderung).

    Kinds of verbs: `states` tell how something is, `happenings` what a thing does not do of its own will, `affecting` what is done to somebody; `doing` is one
    deed with the noun that is its object; the object of an `object_control` verb does what the infinitive below it says; whose subject plans or does a delivery
    is `trading`, who ends one `stopping` it.
    """

    verbs: Mapping[str, EventEntry]
    nouns: Mapping[str, EventEntry]
    idioms: Mapping[tuple[str, str], EventEntry]
    no_compounds: frozenset[str]
    states: frozenset[str]
    happenings: frozenset[str]
    affecting: frozenset[str]
    doing: frozenset[str]
    object_control: frozenset[str]
    trading: frozenset[str]
    stopping: frozenset[str]


@dataclass(frozen=True, slots=True)
class Goods:
    """Things that are delivered, by word or by the end of a compound, and what counts them; nouns with an `abstract` end are given without being moved."""

    words: Mapping[str, Category]
    heads: Mapping[str, Category]
    units: Mapping[str, float]
    currencies: Mapping[str, str]
    measures: Mapping[str, str]
    abstract: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Titles:
    """Offices and functions of persons by word or end of a compound, and nouns for groups that speak or act."""

    words: frozenset[str]
    heads: tuple[str, ...]
    feminine: frozenset[str]
    feminine_heads: tuple[str, ...]
    offices: frozenset[str]
    office_heads: tuple[str, ...]
    persons: frozenset[str]
    organisations: frozenset[str]
    group_heads: tuple[str, ...]
    people: Mapping[str, EntityKind]
    people_heads: Mapping[EntityKind, tuple[str, ...]]
    acting_heads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Strong and irregular verbs: infinitives by irregular form, which forms are stems of the preterite, and verbs with `sein` in the perfect."""

    verbs: Mapping[str, str]
    preterites: frozenset[str]
    sein: frozenset[str]
