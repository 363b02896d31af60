"""Sentences that go on with what somebody said, or tell who said what stood before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lagebild.domain.document import Document, Word
from lagebild.domain.quotation import Quotation, QuotationKind
from lagebild.domain.span import Evidence, Span
from lagebild.lexicon import Lexicon
from lagebild.understanding.cast import Cast
from lagebild.understanding.clauses import Clauses, Predicate
from lagebild.understanding.moods import Mood, mood_of
from lagebild.understanding.phrases import paragraph_of, trimmed
from lagebild.understanding.quotations import Said, said_with
from lagebild.understanding.speakers import Speaker, runs, who_acts

_STAND_INS = frozenset(("hätten", "würden", "wären"))  # for haben, werden and seien, whose forms the indicative shares
_LOOSE_STAND_INS = frozenset(("hätte", "würde", "wäre", "gäbe"))  # much copy has them where habe would do, once somebody is speaking
_THIS = ("das", "dies")


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence among those of the document, and what of it stands between marks."""

    document: Document
    clauses: Sequence[Clauses]
    at: int
    cast: Cast
    quoted: list[Span]

    @property
    def one(self) -> Clauses:
        return self.clauses[self.at]


def sentence_going_on(place: Place, last: Said | None, found: Sequence[Said], lexicon: Lexicon) -> Said | None:
    """What a sentence without a cue of its own goes on with, `last` being what was said last and `found` all before."""
    return _runs_on(place, last) or _refers_back(place, last, lexicon) or _this(place, found, lexicon)


def is_inside(span: Span, quoted: list[Span]) -> bool:
    return any(outer.contains(span) for outer in quoted)


def _runs_on(place: Place, last: Said | None) -> Said | None:
    """A sentence in Konjunktiv goes on with what the last one who spoke says, or else with whoever the sentence before is about, or nobody named."""
    one, at, clauses = place.one, place.at, place.clauses
    root = next((p for p in one.predicates.values() if p.relation == "root"), None)
    if (
        root is None
        or root.finite is None
        or not _is_reporting(one, root, goes_on=at > 0 and _ends_in(last, clauses[at - 1]))
        or is_inside(one.sentence.words[root.word].span, place.quoted)
        or _narrates(one)
    ):
        return None
    speaker = _speaker_before(place, last)
    if speaker.span is None and root.mood is not Mood.KONJUNKTIV_1:
        return None
    words = trimmed(one, list(range(len(one.sentence.words))))
    evidence = Evidence(one.sentence.words[root.finite].span, "konjunktiv_runs_on")
    quotation = Quotation("", QuotationKind.INDIRECT, runs(one, words), speaker=speaker.entity, speaker_span=speaker.span, evidence=(evidence,))
    return Said(quotation, unnamed=speaker.unnamed or speaker.span is None)


def _refers_back(place: Place, last: Said | None, lexicon: Lexicon) -> Said | None:
    """Der Bericht liegt vor. [Demnach] brach die Achse. — what was said before, by whoever said it."""
    one = place.one
    adverb = next((word for word in one.sentence.words if word.text.lower() in lexicon.speech.referring), None)
    if adverb is None:
        return None
    speaker = _speaker_before(place, last)
    words = trimmed(one, [word.index for word in one.sentence.words if word is not adverb])
    evidence = Evidence(adverb.span, "adverb_referring_back")
    quotation = Quotation("", QuotationKind.INDIRECT, runs(one, words), cue=adverb.span, speaker=speaker.entity, speaker_span=speaker.span, evidence=(evidence,))
    return Said(quotation, unnamed=speaker.unnamed or speaker.span is None)


_SETTLING = ("bestätigen", "beschließen", "entscheiden", "urteilen", "hervorgehen")  # what is confirmed or decided, the text tells itself


def _this(place: Place, found: Sequence[Said], lexicon: Lexicon) -> Said | None:
    """Die Fähre fährt nicht mehr. [Dies] teilte die Reederei mit. — who says what the sentence before tells, if nobody else does."""
    one, first = place.one, place.one.sentence.words[0]
    root = next((p for p in one.predicates.values() if p.relation == "root"), None)
    if root is None or first.text.lower() not in _THIS or root.lemma not in lexicon.speech.verbs or not _stands_for_a_sentence(one, first, root):
        return None
    before = place.clauses[place.at - 1] if place.at else None
    if before is None or any(span.overlaps(before.sentence.span) for said in found for span in said.quotation.spans):
        return None
    told = runs(before, trimmed(before, list(range(len(before.sentence.words)))))
    said = said_with(one, root, QuotationKind.INDIRECT, told, "this_refers_back", place.cast, lexicon)
    return replace(said, committing=root.lemma not in _SETTLING) if said.quotation.speaker_span is not None else None


def _stands_for_a_sentence(clauses: Clauses, first: Word, root: Predicate) -> bool:
    """Whether `das` is all that the verb reports: no noun of its own, and not who speaks."""
    words = clauses.sentence.words
    article = len(words) > 1 and words[1].upos in ("NOUN", "PROPN", "ADJ")
    return not article and first.head == root.word and not any(words[word].upos in ("NOUN", "PROPN") for word in root.objects if words[word].features.get("Case") == "Acc")


def _narrates(clauses: Clauses) -> bool:
    """Whether a main clause tells in the past indicative (`wies den Vorwurf zurück, er habe ...`): then the agency speaks."""
    words = clauses.sentence.words
    finite = (words[p.finite] for p in clauses.predicates.values() if p.finite is not None and p.relation in ("root", "conj", "parataxis"))
    return any(word.features.get("Tense") == "Past" and mood_of(word, None) is Mood.INDICATIVE for word in finite)


def _speaker_before(place: Place, last: Said | None) -> Speaker:
    """Who spoke last, in this paragraph or the sentence before it; or else `Die [Sprecherin] verteidigte den Bau. Er sei sicher.`, if somebody acts who can speak;

    or else who spoke last in the text.
    """
    document, clauses, at, cast = place.document, place.clauses, place.at, place.cast
    over = last is not None and at > 0 and last.quotation.spans[-1].stop <= place.one.sentence.span.start
    if last is not None and over:
        reach = paragraph_of(document.dispatch.text, document.sentences[at - 1].span.start)
        if last.quotation.spans[-1].stop >= reach:
            return Speaker(last.quotation.speaker, last.quotation.speaker_span, unnamed=last.unnamed)
    acting = who_acts(clauses[at - 1], cast) if at else Speaker(None, None)
    if acting.span is None and last is not None and over:
        return Speaker(last.quotation.speaker, last.quotation.speaker_span, unnamed=last.unnamed)
    return acting


def _ends_in(last: Said | None, clauses: Clauses) -> bool:
    return last is not None and last.quotation.kind is not QuotationKind.DIRECT and clauses.sentence.span.overlaps(last.quotation.spans[-1])


def _is_reporting(clauses: Clauses, predicate: Predicate, *, goes_on: bool) -> bool:
    """Konjunktiv I or its stand-ins; behind reported speech also the looser ones, if no condition makes them unreal."""
    finite: Word | None = clauses.sentence.words[predicate.finite] if predicate.finite is not None else None
    if predicate.mood is Mood.KONJUNKTIV_1 or finite is None:
        return predicate.mood is Mood.KONJUNKTIV_1
    form = finite.text.lower()
    words = clauses.sentence.words
    unreal = (
        words[0].features.get("VerbForm") == "Fin" or words[0].text in ("Sollte", "Sollten") or any(word.text.lower() in ("wenn", "falls", "sonst") for word in words)
    )  # "Sollte er gehen, wäre ..."
    return predicate.mood is Mood.KONJUNKTIV_2 and (form in _STAND_INS or (goes_on and form in _LOOSE_STAND_INS and not unreal))
