"""Which of a verb's arguments is the subject, where a small network names two or none."""

from collections.abc import Sequence

from lagebild.domain.document import Sentence, Word
from lagebild.lexicon import Lexicon

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass")
_OBJECTS = ("obj", "iobj")


def settle_arguments(sentence: Sentence, children: Sequence[Word], finite: int | None, lexicon: Lexicon, *, passive: bool, alone: bool) -> tuple[int | None, tuple[int, ...]]:
    """The subject and the objects of a verb among the words below it; an active clause has no `nsubj:pass`.

    `finite` is the verb that is inflected, if it is the clause's own.
    A finite clause that stands `alone` (no other lends it its subject) has a subject, also where the tree calls it an object.
    """
    bare = [child for child in children if child.relation in (*SUBJECTS, *_OBJECTS) and not _has_case(sentence, child)]
    if finite is None and any(child.text.lower() == "zu" and child.relation == "mark" for child in children):
        return None, tuple(child.index for child in bare if child.relation != "csubj")  # "Malta weigert sich, Zypern zu helfen"
    open_to = SUBJECTS if passive or finite is not None else ("nsubj",)
    labelled = [child for child in bare if child.relation in open_to and not never_nominative(sentence, child.index)]
    able = [child for child in bare if child.upos != "PRON" and child.features.get("Case") != "Dat" and not never_nominative(sentence, child.index)]
    candidates = labelled or (able if finite is not None and alone else [])
    subject = min(candidates, key=lambda child: (_is_expletive(child), not _is_nominative(sentence, child), not _acts(sentence, child, finite, lexicon), child.index), default=None)
    if subject is None:
        return None, tuple(child.index for child in bare if child.relation != "csubj")
    apposed = [child for child in bare if child.relation in SUBJECTS and finite is not None and max(child.index, subject.index) < finite and _is_second(children, finite)]
    named = next((child for child in (subject, *apposed) if _is_somebody(sentence, child)), subject)
    return named.index, tuple(child.index for child in bare if child not in (named, subject, *apposed) and child.relation != "csubj")


def _acts(sentence: Sentence, word: Word, finite: int | None, lexicon: Lexicon) -> bool:
    """Names and pronouns act more often than things do, and nouns for people in front: `[Die Regierung] sagte Peru Hilfe zu`."""
    return _is_somebody(sentence, word) or (finite is not None and word.index < finite and names_people(word, lexicon))


def _is_nominative(sentence: Sentence, word: Word) -> bool:
    """Whether the form leaves no other case: `er`, `man`, `der` and `ein` with a masculine noun."""
    if word.text.lower() in ("er", "ich", "wir", "du", "man"):
        return True
    if word.upos != "NOUN" or word.features.get("Gender") != "Masc" or word.features.get("Number") != "Sing":
        return False
    return any(sentence.words[child].text.lower() in ("der", "ein", "dieser", "jener", "jeder", "kein", "sein", "ihr", "mein", "unser") for child in sentence.children[word.index])


def _is_second(children: Sequence[Word], finite: int) -> bool:
    """Whether the verb stands second, so that all before it is one phrase: `Ole Petrick, Sprecher der Bahn, [sagte] ...`."""
    opened = any(child.relation == "mark" or "Rel" in child.features.get("PronType", "") for child in children)
    return not opened and any(child.index > finite and child.upos != "PUNCT" for child in children)


def animate_subject(sentence: Sentence, subject: int, objects: tuple[int, ...], lexicon: Lexicon) -> tuple[int, tuple[int, ...]]:
    """Things do not speak: `Die Gerüchte wies Geschäftsführer Ole Petrick zurück`."""
    empty = sentence.words[subject].text.lower() in ("das", "dies", "es")  # "Das teilte die Polizei mit"
    if (_is_somebody(sentence, sentence.words[subject]) or names_people(sentence.words[subject], lexicon)) and not empty:
        return subject, objects
    speaker = next(
        (word for word in objects if _is_somebody(sentence, sentence.words[word]) and sentence.words[word].upos != "PRON" and not never_nominative(sentence, word)), None
    )
    return (subject, objects) if speaker is None else (speaker, (subject, *(word for word in objects if word != speaker)))


def names_people(noun: Word, lexicon: Lexicon) -> bool:
    """Whether a noun is one for people, for an office or for a body of them: Sprecherin, Regierung, Opposition."""
    titles = lexicon.titles
    if noun.lemma in titles.people or noun.text in titles.words or noun.text in titles.persons or noun.lemma in titles.words or noun.lemma in titles.organisations:
        return True
    return noun.upos == "NOUN" and noun.lemma.lower().endswith(titles.acting_heads)


def never_nominative(sentence: Sentence, noun: int) -> bool:
    """Whether the form of the determiner rules the subject out: dem, den, des, seinem, einen, and `der` before a feminine name."""
    features = sentence.words[noun].features
    feminine = sentence.words[noun].upos == "PROPN" and features.get("Gender") == "Fem" and features.get("Case") in ("Dat", "Gen")
    if feminine and any(sentence.words[child].text.lower() == "der" and sentence.words[child].relation == "det" for child in sentence.children[noun]):
        return True
    return any(
        sentence.words[child].upos == "DET"
        and sentence.words[child].text.lower().endswith(("em", "en", "des", "es"))
        and sentence.words[child].text.lower() not in ("jedes", "dieses", "jenes", "alles", "beiden")
        for child in sentence.children[noun]
        if sentence.words[child].relation in ("det", "det:poss")
    )


def _has_case(sentence: Sentence, word: Word) -> bool:
    """`Analysten zufolge` is no subject, whatever its label."""
    return any(sentence.words[child].relation == "case" for child in sentence.children[word.index])


def _is_somebody(sentence: Sentence, word: Word) -> bool:
    """Names and pronouns act more often than things do: `Lebensmittel könnte Russland liefern`."""
    return word.upos in ("PROPN", "PRON") or any(
        sentence.words[child].upos == "PROPN" and sentence.words[child].relation in ("appos", "flat") for child in sentence.children[word.index]
    )


def _is_expletive(word: Word) -> bool:
    return word.text.lower() == "es"
