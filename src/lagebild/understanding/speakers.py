"""Who speaks to whom, when and where: what stands around a verb of saying."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lagebild.domain.entity import EntityKind
from lagebild.domain.span import Span
from lagebild.understanding.cast import Cast
from lagebild.understanding.clauses import Clauses, Predicate, Voice
from lagebild.understanding.phrases import antecedent, entity_at, noun_phrase, preposition, stretch, whole_phrase

SPEAKING = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.GROUP, EntityKind.COUNTRY)
_BESIDE_SPEAKER = ("ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM", "ADV")
_NOBODY = frozenset({"es", "man", "das", "dies"})
_THIS = ("das", "dies", "sich")
_ADDRESSED = ("zu", "gegenüber", "an")
_WRITTEN_IN = ("in", "auf", "aus", "bei", "seitens", "von")
_OCCASIONS = ("auf", "bei", "nach", "während", "in", "vor", "anlässlich")


@dataclass(frozen=True, slots=True)
class Speaker:
    """`entity` may be unknown where the words are not; `unnamed` where the words name nobody (`Studien`)."""

    entity: str | None
    span: Span | None
    unnamed: bool = False


def speaker_of(clauses: Clauses, predicate: Predicate, cast: Cast, content: Sequence[Span] = ()) -> Speaker:
    """The subject of a verb of saying outside what is said; in the passive the agent; of `zitieren` who is quoted, of `heißt es in` where it is said."""
    word = speaking_in(clauses, predicate)
    if word is not None and any(span.contains(clauses.sentence.words[word].span) for span in content):
        word = _behind(clauses, predicate, content)  # „... sind ungenügend“, meinen die Mitglieder: trees take the subject from within
    if word is not None and clauses.sentence.words[word].text.lower() in _THIS:
        word = _behind(clauses, predicate, ())  # "Dies teilte ein Sprecher mit": two subjects, say the trees
    if word is None or word in clauses.predicates or clauses.sentence.words[word].text.lower() in _NOBODY:
        return Speaker(None, None)
    if preposition(clauses.sentence, word) and word == predicate.subject:
        return Speaker(None, None)  # "kündigte am Donnerstag an": not who
    word = antecedent(clauses, predicate, word)
    return Speaker(entity_at(cast, clauses, word), stretch(clauses.sentence, whole_phrase(clauses, word)))


def who_acts(clauses: Clauses, cast: Cast) -> Speaker:
    """Whom a sentence tells of first, if that is somebody who can speak."""
    root = next((p for p in clauses.predicates.values() if p.relation == "root"), None)
    speaker = speaker_of(clauses, root, cast) if root else Speaker(None, None)
    return speaker if speaker.entity is not None and cast.by_id(speaker.entity).kind in SPEAKING else Speaker(None, None)


def relied_on_by(clauses: Clauses, predicate: Predicate, cast: Cast) -> Speaker | None:
    """Der Sender berichtete unter Berufung auf [die Polizei]: on whom the speaker relies."""
    words = clauses.sentence.words
    appeal = next((word for word in clauses.subtree(predicate.word) if words[word].text == "Berufung" and preposition(clauses.sentence, word) == "unter"), None)
    source = next((child for child in clauses.sentence.children[appeal] if preposition(clauses.sentence, child) == "auf"), None) if appeal is not None else None
    if source is None:
        return None
    return Speaker(entity_at(cast, clauses, source), stretch(clauses.sentence, whole_phrase(clauses, source)))


def speaking_in(clauses: Clauses, predicate: Predicate) -> int | None:
    """The word for who speaks by a verb of saying."""
    words = clauses.sentence.words
    if predicate.lemma == "zitieren":
        quoted = next((word for word in predicate.objects if words[word].features.get("Case") == "Acc"), None)
        return predicate.subject if predicate.voice is Voice.PASSIVE else quoted if quoted is not None else predicate.subject
    if predicate.lemma == "hervorgehen" or (predicate.lemma == "heißen" and any(words[child].text.lower() == "es" for child in clauses.sentence.children[predicate.word])):
        return next((word for word in predicate.obliques if preposition(clauses.sentence, word) in _WRITTEN_IN and words[word].upos in ("NOUN", "PROPN")), None)
    if predicate.voice is Voice.PASSIVE:
        return next((oblique for oblique in predicate.obliques if preposition(clauses.sentence, oblique) in ("von", "durch")), None)
    return predicate.subject


def _behind(clauses: Clauses, predicate: Predicate, content: Sequence[Span]) -> int | None:
    """The first noun right behind a verb of saying that no preposition governs."""
    for word in clauses.sentence.words[predicate.word + 1 :]:
        if word.upos == "PUNCT" or any(span.overlaps(word.span) for span in content):
            return None
        if word.upos in ("NOUN", "PROPN", "PRON") and not preposition(clauses.sentence, word.index):
            return word.index
    return None


def addressee_of(clauses: Clauses, predicate: Predicate, cast: Cast) -> str | None:
    """`sagte X [zu Kim]`, `[ihm] sagte X`: who is spoken to."""
    # "bei der Begrüßung zu Kim": the addressee may hang on the occasion.
    inner = [
        child
        for word in predicate.obliques
        for child in clauses.sentence.children[word]
        if clauses.sentence.words[child].upos == "PROPN" and preposition(clauses.sentence, child) in _ADDRESSED
    ]
    for word in (*predicate.objects, *predicate.obliques, *inner):
        governed = clauses.sentence.words[word]
        spoken_to = preposition(clauses.sentence, word) in _ADDRESSED or (word in predicate.objects and governed.features.get("Case") == "Dat")
        if spoken_to and (entity := entity_at(cast, clauses, word)) is not None:
            return entity
    return None


def occasion_of(clauses: Clauses, predicate: Predicate, cast: Cast) -> Span | None:
    """`sagte X [auf eine Frage]`, `[bei der Begrüßung]`: the occasion of saying it."""
    for word in predicate.obliques:
        governed = clauses.sentence.words[word]
        if governed.upos == "NOUN" and preposition(clauses.sentence, word) in _OCCASIONS and (clauses.number, word) not in cast.at and not any(c.isdigit() for c in governed.text):
            return stretch(clauses.sentence, [i for i in clauses.subtree(word) if i <= max(noun_phrase(clauses, word))])
    return None


def frame_of(clauses: Clauses, predicate: Predicate, without: list[Span]) -> tuple[Span, ...]:
    """The words that introduce what is said: the clause of the verb of saying without the content."""
    kept = [i for i in clauses.subtree(predicate.word) if clauses.sentence.words[i].upos != "PUNCT" and not any(span.overlaps(clauses.sentence.words[i].span) for span in without)]
    return runs(clauses, kept)


def runs(clauses: Clauses, words: list[int]) -> tuple[Span, ...]:
    """Words as spans, one for each unbroken run; punctuation between two of them does not break it."""
    spans: list[list[int]] = []
    for word in words:
        between = range(spans[-1][-1] + 1, word) if spans else ()
        if spans and all(clauses.sentence.words[i].upos == "PUNCT" for i in between):
            spans[-1].append(word)
        else:
            spans.append([word])
    return tuple(stretch(clauses.sentence, run) for run in spans)


def so_phrases(clauses: Clauses) -> Iterator[tuple[list[int], int, int]]:
    """`..., so der Minister.`: the words of the phrase, the `so` and the noun."""
    words = clauses.sentence.words
    for word in words[:-1]:
        if word.text != "so" or word.index == 0 or words[word.index - 1].upos != "PUNCT":
            continue
        noun = next((w for w in words[word.index + 1 :] if w.upos in ("NOUN", "PROPN")), None)
        if noun is None or any(w.upos not in ("DET", "ADJ", "NOUN", "PROPN") for w in words[word.index + 1 : noun.index + 1]):
            continue
        last = noun.index
        while last + 1 < len(words) and words[last + 1].upos == "PROPN":
            last += 1
        frame = sorted({*range(word.index, last + 1), *noun_phrase(clauses, noun.index)})
        # "so der Minister weiter", "so der Anwalt gegenüber der Zeitung"
        stop = frame[-1] + 1
        if stop < len(words) and words[stop].text in ("gegenüber", "weiter", "wörtlich", "ferner", "außerdem"):
            stop = next((w.index for w in words[stop:] if w.upos not in _BESIDE_SPEAKER), len(words))
        if stop == len(words) or words[stop].upos == "PUNCT":
            yield list(range(word.index, stop)), word.index, noun.index
