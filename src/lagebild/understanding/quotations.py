"""Who said what: words between marks, reported speech, and sources named in passing."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, islice, takewhile

from lagebild.domain.dispatch import SectionKind
from lagebild.domain.document import Document, Word
from lagebild.domain.quotation import Quotation, QuotationKind
from lagebild.domain.span import Evidence, Span
from lagebild.lexicon import Lexicon
from lagebild.lexicon.tables import Attitude
from lagebild.understanding.cast import Cast
from lagebild.understanding.clauses import Clauses, Predicate, Voice
from lagebild.understanding.frames import BLANKS, find_frame, frame_before_colon, is_loose
from lagebild.understanding.phrases import entity_at, noun_phrase, paragraph_of, stretch, whole_phrase
from lagebild.understanding.quotes import Quoted, find_quoted
from lagebild.understanding.speakers import SPEAKING, Speaker, addressee_of, frame_of, occasion_of, relied_on_by, so_phrases, speaker_of, who_acts

ASSERTED = Attitude("say")
_IN_NAMES = ("de", "la", "le", "du", "des", "et", "pour", "of", "the", "for", "and", "e.V.", "del", "di")
_CALLING = ("nennen", "bezeichnen", "titulieren", "charakterisieren", "verurteilen")


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation, how the speaker stands to its content, whether nobody owns up to it, and on whom the speaker relies; `loose` where its frame may be another's.

    What is only planned or wanted is not `spoken`; who criticises what happened is not `committing` to its having happened.
    """

    quotation: Quotation
    attitude: Attitude = ASSERTED
    unnamed: bool = False
    spoken: bool = True
    committing: bool = True
    relied_on: Speaker | None = None
    loose: bool = False

    def covers(self, span: Span) -> bool:
        return any(part.contains(span) for part in self.quotation.spans)


def find_direct(document: Document, clauses: Sequence[Clauses], cast: Cast, lexicon: Lexicon) -> list[Said]:
    """Quotations between marks, in order; scare quotes and titles of works are left out."""
    found: list[Said] = []
    text = document.dispatch.text
    for section in document.dispatch.sections:
        if section.kind in (SectionKind.BODY, SectionKind.HEADLINE):
            for quoted in find_quoted(text, section.span):
                touched = touched_by(clauses, quoted.outer)
                said = _direct(document, clauses, touched, quoted, cast, lexicon, found) if touched else None
                if said is not None:
                    _append(found, said, text)
    return found


def touched_by(clauses: Sequence[Clauses], span: Span) -> list[Clauses]:
    """The sentences that a span overlaps."""
    first = bisect_right(clauses, span.start, key=lambda one: one.sentence.span.stop)
    return list(takewhile(lambda one: one.sentence.span.start < span.stop, islice(clauses, first, None)))


def _append(found: list[Said], said: Said, text: str) -> None:
    """Add a quotation, or join it to the first half that its frame interrupted."""
    last = found[-1].quotation if found else None
    cue = said.quotation.cue
    if (
        last
        and cue
        and last.cue == cue
        and said.quotation.evidence[0].rule != "speaker_goes_on"
        and last.kind == said.quotation.kind
        and last.spans[-1].stop <= cue.start
        and _is_interrupted(text, last.spans[-1].stop, said.quotation)
    ):
        found[-1] = replace(found[-1], quotation=replace(last, spans=(*last.spans, *said.quotation.spans)))
    else:
        found.append(said)


def _is_interrupted(text: str, stop: int, second: Quotation) -> bool:
    """Whether nothing but the frame stands between the halves."""
    start = second.spans[0].start
    framed = [span for span in (*second.frame, second.cue) if span]
    return stop <= start and not any(text[at].isalnum() and not any(span.start <= at < span.stop for span in framed) for at in range(stop, start))


def _direct(document: Document, clauses: Sequence[Clauses], touched: list[Clauses], quoted: Quoted, cast: Cast, lexicon: Lexicon, before: list[Said]) -> Said | None:
    inner, text = quoted.inner, document.dispatch.text
    words = [w for c in touched for w in c.sentence.words if inner.contains(w.span) and w.upos != "PUNCT"]
    whole = any(p.finite is not None and inner.contains(c.sentence.words[p.word].span) for c in touched for p in c.predicates.values()) or text[inner.stop - 1] in ".!?…"
    framed = find_frame(touched, quoted, lexicon, whole=whole) or frame_before_colon(clauses, touched[0], quoted, text, lexicon)
    if not words or (not framed and not whole) or (framed and not whole and not _is_said_so(touched[0], quoted, words, framed[1])):
        return None
    behind = touched[-1].number + 1
    last = [touched[-1], *clauses[behind : behind + 1]]  # `“, so der Minister weiter.` may be a sentence of its own
    if framed is None and (said := next((so for one in last if (so := _so_after(one, quoted, cast))), None) or _behind_colon(clauses, touched[0], quoted, text, cast, whole=whole)):
        return said
    if framed is None:
        return _continued(document, clauses, touched[0], quoted, len(words), before, cast)
    home, predicate, rule = framed
    return replace(said_with(home, predicate, QuotationKind.DIRECT, (inner,), rule, cast, lexicon), loose=not whole and is_loose(framed, quoted))


def _is_said_so(first: Clauses, quoted: Quoted, words: list[Word], cue: Predicate) -> bool:
    """Whether marked words that are no sentence are somebody's, and not a title, a name, or one word that is meant ironically."""
    if cue.lemma == "heißen" or is_title_of_work(first, quoted) or is_name(words) or (cue.lemma in _CALLING and _is_a_term(first, cue)):
        return False
    return len(words) > 1 or (cue.lemma in _CALLING and cue.voice is Voice.ACTIVE)


def _is_a_term(clauses: Clauses, calling: Predicate) -> bool:
    """`wird „Apogäum“ genannt`, `nennt man einen „Aktiensplit“`, `die sich „Rat“ nennt`: what something is called, not what somebody called it."""
    words = clauses.sentence.words
    nobody = calling.subject is not None and words[calling.subject].text.lower() in ("man", "sich")
    itself = any(words[word].text.lower() == "sich" for word in calling.objects)
    return calling.voice is Voice.PASSIVE or calling.finite is None or nobody or itself


def is_name(words: list[Word]) -> bool:
    """`„Southwest Regional Spaceport“`: several words that all begin with a capital, or are small words of other languages' names, and not `„Dieses Urteil“`."""
    if len(words) == 1:
        return "." in words[0].text[1:-1]  # an address
    return words[0].upos not in ("DET", "PRON") and all(word.text[:1].isupper() or word.text[:1].isdigit() or word.text in _IN_NAMES for word in words)


def is_title_of_work(clauses: Clauses, quoted: Quoted) -> bool:
    """`die Zeitung "Kurier am Abend"`: a capitalised name right behind the noun that says what it names."""
    before = [word for word in clauses.sentence.words if word.span.stop <= quoted.outer.start]
    first = next((word for word in clauses.sentence.words if quoted.inner.contains(word.span)), None)
    return bool(before) and before[-1].upos == "NOUN" and first is not None and first.text[0].isupper()


def _behind_colon(clauses: Sequence[Clauses], first: Clauses, quoted: Quoted, text: str, cast: Cast, *, whole: bool) -> Said | None:
    """[BKA-Präsident Ziercke]: „Wir gehen weiter.“ — a colon is enough where what stands before it can speak."""
    before = text[max(0, quoted.outer.start - BLANKS) : quoted.outer.start].rstrip()
    if not before.endswith(":") or not whole or (first.number == 0 and first.sentence.span.start >= quoted.outer.start):
        return None
    home = clauses[first.number - 1] if first.sentence.span.start >= quoted.outer.start else first
    words = [word for word in home.sentence.words if word.span.stop <= quoted.outer.start and word.upos != "PUNCT"]
    root = next((p for p in home.predicates.values() if p.relation == "root" and p.word <= (words[-1].index if words else -1)), None)
    noun = root.subject if root else next((word.index for word in words if word.upos in ("NOUN", "PROPN")), None)
    entity = entity_at(cast, home, noun) if noun is not None else None
    if not words or noun is None or (entity is None and root is not None) or (entity is not None and cast.by_id(entity).kind not in SPEAKING):
        return None
    phrase, frame = stretch(home.sentence, noun_phrase(home, noun)), stretch(home.sentence, [word.index for word in words])
    return Said(Quotation("", QuotationKind.DIRECT, (quoted.inner,), None, (frame,), entity, phrase, evidence=(Evidence(frame, "speaker_before_colon"),)))


def _so_after(clauses: Clauses, quoted: Quoted, cast: Cast) -> Said | None:
    """„Wir gehen“, [so] der Minister."""
    for frame, so, noun in so_phrases(clauses):
        cue = clauses.sentence.words[so].span
        if 0 <= cue.start - quoted.outer.stop <= 2:  # noqa: PLR2004  a comma and a blank
            framed, speaker = stretch(clauses.sentence, frame), stretch(clauses.sentence, [i for i in frame if i != so and i <= max(whole_phrase(clauses, noun))])
            evidence = (Evidence(cue, "source_after_so"),)
            return Said(Quotation("", QuotationKind.DIRECT, (quoted.inner,), cue, (framed,), entity_at(cast, clauses, noun), speaker, evidence=evidence))
    return None


def _continued(document: Document, clauses: Sequence[Clauses], first: Clauses, quoted: Quoted, words: int, before: list[Said], cast: Cast) -> Said | None:
    """A quotation without a frame is its paragraph's last speaker's, or of whom the sentence before tells; very short ones are titles or irony."""
    paragraph = paragraph_of(document.dispatch.text, quoted.outer.start)
    if words < 4 or quoted.depth:  # noqa: PLR2004
        return None
    last = before[-1].quotation if before else None
    alone = quoted.outer.start <= first.sentence.span.start or document.dispatch.text[: quoted.outer.start].rstrip().endswith(":")
    if last is None and not alone:
        return None
    if last is None or last.spans[0].start < paragraph:
        speaker = who_acts(clauses[first.number - 1], cast) if first.number else Speaker(None, None)
        evidence = (Evidence(quoted.outer, "marks_alone"),)
        quotation = Quotation("", QuotationKind.DIRECT, (quoted.inner,), speaker=speaker.entity, speaker_span=speaker.span, evidence=evidence)
        return Said(quotation, unnamed=speaker.span is None)
    evidence = (Evidence(quoted.outer, "speaker_goes_on"),)
    return Said(Quotation("", QuotationKind.DIRECT, (quoted.inner,), last.cue, last.frame, last.speaker, last.speaker_span, evidence=evidence))


def said_with(clauses: Clauses, predicate: Predicate, kind: QuotationKind, spans: tuple[Span, ...], rule: str, cast: Cast, lexicon: Lexicon) -> Said:
    """A quotation with what its verb of saying tells about it."""
    speaker: Speaker = speaker_of(clauses, predicate, cast, spans)
    cue = clauses.sentence.words[predicate.finite if predicate.finite is not None and predicate.finite != predicate.word and not predicate.verbs else predicate.word].span
    quotation = Quotation(
        "",
        kind,
        spans,
        cue,
        frame_of(clauses, predicate, list(spans)),
        speaker.entity,
        speaker.span,
        addressee_of(clauses, predicate, cast),
        occasion_of(clauses, predicate, cast),
        (Evidence(cue, rule),),
    )
    attitude = _assessment(clauses, predicate, lexicon) or lexicon.speech.verbs.get(predicate.lemma, ASSERTED)
    return Said(quotation, attitude if predicate.negation is None else attitude.under_negation(), relied_on=relied_on_by(clauses, predicate, cast))


def _assessment(clauses: Clauses, predicate: Predicate, lexicon: Lexicon) -> Attitude | None:
    """Die Kammer hält es für [möglich], dass ..."""
    words, known = clauses.sentence.words, lexicon.hedges.predicates
    if predicate.lemma != "halten":
        return None
    return next((known[words[child].text] for child in clauses.sentence.children[predicate.word] if words[child].text in known), None)


def numbered(said: Sequence[Said]) -> list[Said]:
    """In the order of the text, with ids."""
    ordered = sorted(said, key=lambda one: (one.quotation.spans[0].start, -one.quotation.spans[-1].stop))
    return [replace(one, quotation=replace(one.quotation, id=f"q{number}")) for number, one in enumerate(ordered, 1)]


class Around:
    """Which quotations contain a span; asked once an event, so found by their starts."""

    def __init__(self, said: Sequence[Said]) -> None:
        parts = sorted(((span.start, span.stop, place) for place, one in enumerate(said) for span in one.quotation.spans))
        self._said = said
        self._parts = parts
        self._reach = list(accumulate((stop for _, stop, _ in parts), max))

    def outer_first(self, span: Span) -> list[Said]:
        """The quotations with a part that contains the span, the widest first."""
        found: set[int] = set()
        at = bisect_left(self._parts, (span.start + 1,)) - 1
        while at >= 0 and self._reach[at] >= span.stop:
            if self._parts[at][1] >= span.stop:
                found.add(self._parts[at][2])
            at -= 1
        around = [self._said[place] for place in sorted(found)]
        return sorted(around, key=lambda one: -(one.quotation.spans[-1].stop - one.quotation.spans[0].start))
