"""Which verb introduces words between quotation marks."""

from collections.abc import Iterator, Sequence

from lagebild.domain.span import Span
from lagebild.lexicon import Lexicon
from lagebild.understanding.clauses import Clauses, Predicate, Voice
from lagebild.understanding.quotes import Quoted

BLANKS = 80  # white space that may stand between a colon and the quotation it announces

_SURE = ("überzeugt", "zuversichtlich", "sicher")
_BESIDE = 3  # letters: a comma or colon and blanks

Frame = tuple[Clauses, Predicate, str]


def find_frame(touched: list[Clauses], quoted: Quoted, lexicon: Lexicon, *, whole: bool) -> Frame | None:
    """The verb of saying that introduces marked words, and the rule: for part of a sentence the one that governs it, else the nearest to the marks."""
    governing = None if whole else next(_governing(touched[0], quoted, lexicon), None)
    return governing or _nearest(touched, quoted, lexicon)


def is_wie_clause(clauses: Clauses, predicate: Predicate) -> bool:
    """`..., [wie die Polizei mitteilte]`"""
    if predicate.relation == "root":
        return False
    words = [clauses.sentence.words[i] for i in clauses.clause(predicate.word)[:2]]
    first = words[-1] if words[0].upos == "PUNCT" else words[0]
    return first.text.lower() == "wie"


def is_loose(frame: Frame, quoted: Quoted) -> bool:
    """Whether a verb of saying merely stands in the sentence of marked words: it neither governs them nor stands right beside the marks."""
    clauses, predicate, _ = frame
    verb, first = _verb(clauses, predicate), next((word for word in clauses.sentence.words if quoted.inner.contains(word.span)), None)
    if first is None or 0 <= verb.start - quoted.outer.stop <= _BESIDE or 0 <= quoted.outer.start - verb.stop <= _BESIDE:
        return False
    owner = clauses.owner[first.index]
    above = [] if owner is None else [owner, *(each.word for each in clauses.ancestors(clauses.predicates[owner]))]
    return predicate.word not in above or is_wie_clause(clauses, predicate)


def _governing(clauses: Clauses, quoted: Quoted, lexicon: Lexicon) -> Iterator[Frame]:
    """Die Partei [feierte] das Urteil als „Sieg der Vernunft“: the verb of the words, whatever it is, where `als` stands before them."""
    first = next((word for word in clauses.sentence.words if quoted.inner.contains(word.span)), None)
    owner = clauses.owner[first.index] if first is not None else None
    while first is not None and owner is not None:
        predicate, before = clauses.predicates[owner], clauses.sentence.words[max(0, first.index - 2)]
        outside = not quoted.outer.overlaps(clauses.sentence.words[owner].span)
        called = before.text == "als" and predicate.voice is Voice.ACTIVE and predicate.subject is not None
        if outside and (_says(predicate, lexicon) or called):
            yield clauses, predicate, "called_so" if called else _rule(clauses, predicate, quoted)
        owner = predicate.parent


def _nearest(touched: list[Clauses], quoted: Quoted, lexicon: Lexicon) -> Frame | None:
    best: tuple[int, Frame] | None = None
    before = [word for word in touched[0].sentence.words if word.span.stop <= quoted.outer.start]
    colon = bool(before) and before[-1].text == ":"
    for clauses in touched:
        for predicate in clauses.predicates.values():
            verb = _verb(clauses, predicate)
            if not _says(predicate, lexicon) or quoted.outer.overlaps(clauses.sentence.words[predicate.word].span) or quoted.outer.contains(verb):
                continue
            distance = verb.start - quoted.outer.stop if verb.start >= quoted.outer.stop else quoted.outer.start - verb.stop
            if colon and verb.stop <= quoted.outer.start and predicate.relation == "root":
                return clauses, predicate, _rule(clauses, predicate, quoted)  # "Dort heißt es zur Frage, warum sie blieb: „...“"
            if best is None or distance < best[0]:
                best = distance, (clauses, predicate, _rule(clauses, predicate, quoted))
    return best[1] if best else None


def _says(predicate: Predicate, lexicon: Lexicon) -> bool:
    if predicate.copular and predicate.lemma not in _SURE:
        return False  # "war zufrieden: „...“, sagte er"
    return predicate.lemma in lexicon.speech.verbs or predicate.lemma in lexicon.speech.naming


def _verb(clauses: Clauses, predicate: Predicate) -> Span:
    return clauses.sentence.words[predicate.finite if predicate.finite is not None else predicate.word].span


def _rule(clauses: Clauses, predicate: Predicate, quoted: Quoted) -> str:
    return "cue_after_quotation" if _verb(clauses, predicate).start >= quoted.outer.stop else "cue_before_quotation"


def frame_before_colon(clauses: Sequence[Clauses], first: Clauses, quoted: Quoted, text: str, lexicon: Lexicon) -> Frame | None:
    """Der Minister [sagte]: „Wir gehen.“ — where the colon ended the sentence."""
    before = text[max(0, quoted.outer.start - BLANKS) : quoted.outer.start].rstrip()
    if not before.endswith(":") or first.number == 0:
        return None
    home = clauses[first.number - 1] if first.sentence.span.start >= quoted.outer.start else first
    said = [p for p in home.predicates.values() if p.lemma in lexicon.speech.verbs and home.sentence.words[p.word].span.stop <= quoted.outer.start]
    return (home, said[-1], "cue_before_colon") if said else None
