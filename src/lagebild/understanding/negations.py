"""What negates a predicate, and what only looks so."""

from lagebild.domain.document import Sentence, Word
from lagebild.lexicon import Lexicon
from lagebild.understanding.clauses import marks_between
from lagebild.understanding.settling import SUBJECTS


def negation_of(sentence: Sentence, head: int, children: list[Word], lexicon: Lexicon) -> int | None:
    """The word that negates a predicate: an adverb in it, a negative determiner or pronoun among its arguments, `ohne`, `weder` and its `noch`."""
    words = sentence.words
    # "kam nicht zustande": the adverb may hang on another adverb of the verb.
    adverbs = [words[below] for child in children if child.upos == "ADV" for below in sentence.children[child.index]]
    for child in (*children, *adverbs):
        if marks_between(sentence, child.index, head):
            continue
        if _negates(child, head, lexicon) and not _is_set_right(sentence, child.index, head):
            return child.index
        if child.relation in (*SUBJECTS, "obj", "iobj", "obl"):
            inner = next((below for below in sentence.children[child.index] if _empties(sentence, below)), None)
            if inner is not None or child.text.lower().startswith("kein"):
                return inner if inner is not None else child.index
    return None


def _negates(word: Word, head: int, lexicon: Lexicon) -> bool:
    """By itself: `nicht`, `ohne`, `weder`; `kein` where a noun is the predicate."""
    hedges, text = lexicon.hedges, word.text.lower()
    if text in hedges.negations or (word.relation in ("mark", "case", "cc") and text in hedges.negative_prepositions):
        return True
    joins_in_vain = word.upos == "CCONJ" and text in ("weder", "noch")
    return joins_in_vain or (word.upos == "DET" and text.startswith("kein") and word.relation == "det" and head == word.head)


def _empties(sentence: Sentence, index: int) -> bool:
    """Whether a word leaves nobody of a noun: `kein Zeuge`, `weder Zeugen noch Spuren`, `kaum ein Haus`."""
    word = sentence.words[index]
    text = word.text.lower()
    if text == "kaum":
        return sentence.words[index + 1].text.lower().startswith(("ein", "jemand"))
    return text == "weder" or (word.upos in ("DET", "PRON") and text.startswith("kein"))


def _is_set_right(sentence: Sentence, index: int, head: int) -> bool:
    """Whether only a part is denied and the rest holds: `nicht nur`, `nicht vom Volk, sondern vom Parlament gewählt`."""
    words = sentence.words
    if words[index].text.lower() != "nicht" or index + 1 == len(words):
        return False
    if words[index + 1].text.lower() in ("nur", "zuletzt", "allein"):
        return True
    against = next((word for word in words[index:] if word.text.lower() == "sondern"), None)
    if against is None or against.head < 0:
        return False
    joined = words[against.head]
    return joined.index == head or joined.upos not in ("VERB", "AUX")
