"""A verb of saying in the middle of what is said: `Der Brand, sagte der Minister, sei gelöscht.`"""

from collections.abc import Sequence
from dataclasses import replace

from lagebild.domain.document import Sentence, Word
from lagebild.understanding.clauses import Predicate

_NOMINAL = ("NOUN", "PROPN", "PRON")
_SUBORDINATING = frozenset("als wenn weil da während nachdem bevor obwohl falls sofern seit sobald solange indem dass ob wie".split())
_IN_PHRASE = (*_NOMINAL, "DET", "ADJ", "ADP", "NUM", "ADV")


def parenthesis(sentence: Sentence, cue: Predicate) -> range | None:
    """The words from a finite verb right behind a comma to the next comma or the end, if a subject follows the verb and a main clause stands before."""
    words, verb = sentence.words, cue.word
    if cue.finite != verb or verb == 0 or words[verb - 1].text != ",":
        return None
    stop = next((i for i in range(verb + 1, len(words)) if words[i].upos not in _IN_PHRASE), len(words))
    ends = stop >= len(words) - 1 or words[stop].text == ","
    before = words[: verb - 1]
    main = words[0].text.lower() not in _SUBORDINATING and _tells(before)
    # Then the verb of what is said may come behind; but "Jana Reuter, die Chefin, sagte der Zeitung, ..." has its subject in front.
    goes_on = stop + 1 < len(words) and words[stop].text == "," and not any(word.text == "," for word in before)
    return range(verb, stop) if ends and (main or goes_on) and any(_is_nominal(words[i]) for i in range(verb + 1, stop)) else None


def _tells(before: Sequence[Word]) -> bool:
    """Whether words hold a main clause: a verb before the first comma, or one more than the clause behind it needs (`Wer floh, der Mann, der floh, [werde] gesucht`)."""
    verbs = [word for word in before if word.features.get("VerbForm") == "Fin" or word.upos in ("VERB", "AUX")]
    comma = next((word.index for word in before if word.text == ","), len(before))
    return any(verb.index < comma for verb in verbs) or sum(verb.features.get("VerbForm") == "Fin" for verb in verbs) > 1


def _is_nominal(word: Word) -> bool:
    return word.upos in _NOMINAL and word.text.lower() != "sich"


def turn_parenthesis(sentence: Sentence, cue: Predicate, predicates: dict[int, Predicate]) -> None:
    """Give the parenthesis the subject that stands in it, and what is said the one that stands before; trees often cross the two."""
    frame = parenthesis(sentence, cue)
    if frame is None:
        return
    nominal = [i for i in frame if _is_nominal(sentence.words[i])]
    # The head of the phrase, not the genitive in front of it: "sagte Harburgs Trainer".
    speaker = next((i for i in nominal if sentence.words[i].head == cue.word or sentence.words[i].head not in frame), nominal[0])
    if cue.subject == speaker:
        return
    predicates[cue.word] = replace(cue, subject=speaker)
    for word, other in predicates.items():
        if word != cue.word and other.subject == speaker:
            predicates[word] = replace(other, subject=cue.subject)
