"""A verb of saying in the middle of what is said: `Der Brand, sagte der Minister, sei gelöscht.`"""

from dataclasses import replace

from lagebild.domain.document import Sentence
from lagebild.understanding.clauses import Predicate

_NOMINAL = ("NOUN", "PROPN", "PRON")
_IN_PHRASE = (*_NOMINAL, "DET", "ADJ", "ADP", "NUM", "ADV")


def parenthesis(sentence: Sentence, cue: Predicate) -> range | None:
    """The words from a finite verb right behind a comma to the next comma, if a subject follows the verb and more follows the comma."""
    words, verb = sentence.words, cue.word
    if cue.finite != verb or verb == 0 or words[verb - 1].text != ",":
        return None
    stop = next((i for i in range(verb + 1, len(words)) if words[i].upos not in _IN_PHRASE), len(words))
    follows = stop + 1 < len(words) and words[stop].text == ","
    return range(verb, stop) if follows and any(words[i].upos in _NOMINAL for i in range(verb + 1, stop)) else None


def turn_parenthesis(sentence: Sentence, cue: Predicate, predicates: dict[int, Predicate]) -> None:
    """Give the parenthesis the subject that stands in it, and what is said the one that stands before; trees often cross the two."""
    frame = parenthesis(sentence, cue)
    if frame is None:
        return
    speaker = next(i for i in frame if sentence.words[i].upos in _NOMINAL)
    if cue.subject == speaker:
        return
    predicates[cue.word] = replace(cue, subject=speaker)
    for word, other in predicates.items():
        if word != cue.word and other.subject == speaker:
            predicates[word] = replace(other, subject=cue.subject)
