"""CoNLL-U that goes out: sentences as treebanks and their tools have them."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from lagebild.domain.document import Sentence, Word
from lagebild.domain.span import Span
from lagebild.wire.conllu import Given


def conllu(sentence: Sentence, text: str, name: str) -> str:
    """A sentence that was read from a text, a blank line behind it.

    MISC holds `start_char` and `end_char` (code points into the text), `SpaceAfter=No`, and `NE=` with B- and I- tags.
    """
    head = [f"# sent_id = {name}", f"# text = {' '.join(sentence.span.of(text).split())}"]
    tags = dict(_tags(sentence))
    lines = [line for _, group in groupby(sentence.words, key=lambda word: word.span) for line in _surface(list(group), text, tags)]
    return "\n".join([*head, *lines]) + "\n\n"


def conllu_given(given: Given, sentence: Sentence) -> str:
    """A sentence whose words were given: ids, forms, comments and range lines stay as they came, the rest is read anew."""
    tags, words = dict(_tags(sentence)), iter(sentence.words)
    lines = ["\t".join(_filled(line, next(words), tags)) if line[0].isdigit() else "\t".join(line) for line in given.lines]
    return "\n".join([*given.comments, *lines]) + "\n\n"


def _surface(words: Sequence[Word], text: str, tags: dict[int, str]) -> Iterator[str]:
    """The lines of one span: a word, or a range line and the words of a contraction."""
    place = _place(words[0].span, text)
    if len(words) == 1:
        yield _line(words[0], "|".join([*place, *_named(words[0], tags)]))
        return
    yield "\t".join([f"{words[0].index + 1}-{words[-1].index + 1}", words[0].span.of(text), *"________"[:7], "|".join(place)])
    for word in words:
        yield _line(word, "|".join(_named(word, tags)))


def _line(word: Word, misc: str) -> str:
    return "\t".join([str(word.index + 1), word.text, *_said(word), "_", misc or "_"])


def _filled(line: Sequence[str], word: Word, tags: dict[int, str]) -> list[str]:
    kept = [part for part in line[9].split("|") if part != "_" and not part.startswith("NE=")]
    lemma, upos, _, features, head, relation = _said(word)
    return [*line[:2], lemma, upos, line[4], features, head, relation, "_", "|".join([*kept, *_named(word, tags)]) or "_"]


def _said(word: Word) -> tuple[str, str, str, str, str, str]:
    """LEMMA, UPOS, XPOS, FEATS, HEAD and DEPREL of a word."""
    features = "|".join(f"{name}={value}" for name, value in sorted(word.features.items(), key=lambda pair: pair[0].lower()))
    return word.lemma, word.upos, "_", features or "_", str(word.head + 1), word.relation


def _place(span: Span, text: str) -> list[str]:
    glued = span.stop < len(text) and not text[span.stop].isspace()
    return [*(["SpaceAfter=No"] if glued else []), f"start_char={span.start}", f"end_char={span.stop}"]


def _named(word: Word, tags: dict[int, str]) -> list[str]:
    return [f"NE={tags[word.index]}"] if word.index in tags else []


def _tags(sentence: Sentence) -> Iterator[tuple[int, str]]:
    for name in sentence.names:
        for index in range(name.first, name.stop):
            yield index, f"{'B' if index == name.first else 'I'}-{name.kind}"
