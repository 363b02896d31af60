"""Small questions to a tree that many rules ask."""

from lagebild.domain.document import Sentence, Word
from lagebild.domain.entity import EntityKind
from lagebild.domain.span import Span
from lagebild.understanding.cast import Cast
from lagebild.understanding.clauses import Clauses, Predicate


def preposition(sentence: Sentence, word: int) -> str:
    """The preposition or postposition of a noun, as in a dictionary (`im` is `in`); empty if it has none."""
    for child in sentence.children[word]:
        governed = sentence.words[child]
        if is_adposition(governed):
            return _FULL.get(governed.text.lower(), governed.text.lower())
    return ""


def is_adposition(word: Word) -> bool:
    """Whether a word governs a noun as a preposition, by its relation or, where trees have no better name for it, by its class."""
    return word.relation == "case" or (word.upos == "ADP" and word.relation == "dep")


_FULL = {"im": "in", "ins": "in", "am": "an", "ans": "an", "zum": "zu", "zur": "zu", "vom": "von", "beim": "bei", "aufs": "auf", "fürs": "für", "ums": "um", "vors": "vor"}


def noun_phrase(clauses: Clauses, word: int) -> list[int]:
    """A noun with what belongs to it: no clauses, no appositions behind a comma."""
    sentence, found, open_ = clauses.sentence, [word], [word]
    while open_:
        for child in sentence.children[open_.pop()]:
            if child in clauses.predicates or sentence.words[child].relation in ("punct", "conj", "cc", "parataxis", "acl", "appos") or is_adposition(sentence.words[child]):
                continue
            found.append(child)
            open_.append(child)
    return unbroken(sorted(found), word)


def whole_phrase(clauses: Clauses, word: int) -> list[int]:
    """A noun with all that says who or what it is: names beside it, appositions, prepositions within; no clauses, and nothing that tells when."""
    sentence, found, open_ = clauses.sentence, [word], [word]
    while open_:
        parent = open_.pop()
        for child in sentence.children[parent]:
            own = sentence.words[child]
            if child in clauses.predicates or own.relation in ("parataxis", "acl") or (parent == word and is_adposition(own)) or _tells_when(own):
                continue
            found.append(child)
            open_.append(child)
    named = (range(name.first, name.stop) for name in sentence.names if name.first - 1 <= max(found) and any(i in found for i in range(name.first - 1, name.stop)))
    return trimmed(clauses, unbroken(sorted({*found, *(i for run in named for i in run)}), word)) or [word]


def with_name(sentence: Sentence, words: list[int]) -> list[int]:
    """The whole of a name of which a phrase holds a part: trees hang `Ole` and `Petrick` on the verb each."""
    named = [range(name.first, name.stop) for name in sentence.names if any(name.first <= word < name.stop for word in words)]
    return sorted({*words, *(word for run in named for word in run)})


def _tells_when(word: Word) -> bool:
    return word.text.endswith(("tag", "woch", "abend", "morgen")) or word.text.isdigit() or word.upos == "ADV"


def unbroken(words: list[int], head: int) -> list[int]:
    """The run of neighbours around the head: what a tree hangs on from afar is no part of the phrase."""
    at = words.index(head)
    first = last = at
    while first > 0 and words[first - 1] == words[first] - 1:
        first -= 1
    while last + 1 < len(words) and words[last + 1] == words[last] + 1:
        last += 1
    return words[first : last + 1]


def stretch(sentence: Sentence, words: list[int]) -> Span:
    """From the first of some words to the last."""
    return Span(sentence.words[words[0]].span.start, sentence.words[words[-1]].span.stop)


def head_of(sentence: Sentence, span: Span) -> int | None:
    """The word of a span whose governor stands outside."""
    inside = [word.index for word in sentence.words if span.contains(word.span)]
    return next((i for i in inside if sentence.words[i].head not in inside), None)


def conjuncts(sentence: Sentence, word: int) -> list[int]:
    """A word and what is coordinated with it: `Munition und Raketen`."""
    found = [word]
    for child in sentence.children[word]:
        if sentence.words[child].relation == "conj":
            found.extend(conjuncts(sentence, child))
    return found


def antecedent(clauses: Clauses, predicate: Predicate, word: int) -> int:
    """The noun that a relative pronoun stands for, also in what is coordinated with its clause; the word itself if it is none."""
    first = predicate
    while first.relation == "conj" and first.parent is not None:
        first = clauses.predicates[first.parent]
    if not is_relative(clauses.sentence.words[word]) or first.relation != "acl":
        return word
    return clauses.sentence.words[first.word].head


def is_relative(word: Word) -> bool:
    return word.upos == "PRON" and ("Rel" in word.features.get("PronType", "") or word.lemma in ("welcher", "welch"))


def entity_at(cast: Cast, clauses: Clauses, word: int) -> str | None:
    """The entity of a noun, or of the name that stands beside it (`Machthaber Kim`)."""
    sentence, number = clauses.sentence, clauses.number
    if (number, word) in cast.at:
        return cast.at[number, word]
    for child in sentence.children[word]:
        if (
            sentence.words[child].relation in ("appos", "flat", "compound", "nmod")
            and sentence.words[child].upos == "PROPN"
            and (number, child) in cast.at
            and child > word
            and not preposition(sentence, child)
            and not has_article(sentence, child)
        ):
            return cast.at[number, child]
    # Trees make two subjects of `teilte Minister Karl Sandweg mit` now and then.
    beside = cast.at.get((number, word + 1)) if sentence.words[word].upos == "NOUN" else None
    return beside if beside is not None and cast.by_id(beside).kind is EntityKind.PERSON and sentence.words[word + 1].upos == "PROPN" else None


def is_definite(sentence: Sentence, noun: int) -> bool:
    """Whether a noun has a definite article, a demonstrative or a possessive, or a preposition that holds one (`beim`)."""
    for child in sentence.children[noun]:
        word = sentence.words[child]
        if word.upos == "DET" and (word.features.get("Definite") == "Def" or word.features.get("Poss") == "Yes" or word.relation == "det:poss" or word.lemma in ("der", "dies")):
            return True
        if word.relation == "case" and word.text.lower() in _FULL:
            return True
    return False


def is_dative(clauses: Clauses, word: int) -> bool:
    """Whether the article says so, or without one the network: `böten [den Insekten] Nahrung`."""
    words = clauses.sentence.words
    article = next((words[child].text.lower() for child in clauses.sentence.children[word] if words[child].relation in ("det", "det:poss")), "")
    plural, feminine = words[word].features.get("Number") == "Plur", words[word].features.get("Gender") == "Fem"
    if article in ("der", "dieser", "einer") and feminine and not plural:
        return True
    return article.endswith("em") or (article.endswith("en") and plural) or (not article and words[word].features.get("Case") == "Dat")


def has_article(sentence: Sentence, word: int) -> bool:
    return any(sentence.words[child].relation == "det" for child in sentence.children[word])


def paragraph_of(text: str, at: int) -> int:
    """Where the paragraph around a place in the text starts."""
    return text.rfind("\n", 0, at) + 1


def trimmed(clauses: Clauses, words: list[int]) -> list[int]:
    """Without punctuation at the ends."""
    while words and clauses.sentence.words[words[0]].upos == "PUNCT":
        words = words[1:]
    while words and clauses.sentence.words[words[-1]].upos == "PUNCT" and not _closes(clauses.sentence, words):
        words = words[:-1]
    return words


def _closes(sentence: Sentence, words: list[int]) -> bool:
    """Whether the last word is the bracket that ends what a bracket among them begins."""
    return sentence.words[words[-1]].text == ")" and any(sentence.words[word].text == "(" for word in words)
