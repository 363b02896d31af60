"""A verb of saying in the middle of what is said: `Der Brand, sagte der Minister, sei gelöscht.`"""

from dataclasses import replace

from lagebild.domain.document import Sentence
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
    main = words[0].text.lower() not in _SUBORDINATING and any(word.features.get("VerbForm") == "Fin" or word.upos in ("VERB", "AUX") for word in words[: verb - 1])
    goes_on = stop + 1 < len(words) and words[stop].text == ","  # then the verb of what is said may come behind
    return range(verb, stop) if ends and (main or goes_on) and any(words[i].upos in _NOMINAL for i in range(verb + 1, stop)) else None


def turn_parenthesis(sentence: Sentence, cue: Predicate, predicates: dict[int, Predicate]) -> None:
    """Give the parenthesis the subject that stands in it, and what is said the one that stands before; trees often cross the two."""
    frame = parenthesis(sentence, cue)
    if frame is None:
        return
    nominal = [i for i in frame if sentence.words[i].upos in _NOMINAL]
    # The head of the phrase, not the genitive in front of it: "sagte Harburgs Trainer".
    speaker = next((i for i in nominal if sentence.words[i].head == cue.word or sentence.words[i].head not in frame), nominal[0])
    if cue.subject == speaker:
        return
    predicates[cue.word] = replace(cue, subject=speaker)
    for word, other in predicates.items():
        if word != cue.word and other.subject == speaker:
            predicates[word] = replace(other, subject=cue.subject)
