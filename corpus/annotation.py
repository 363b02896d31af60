"""The notation in which articles are annotated: a line a finding, its words in braces, found in the text by a program.

    S 2
    e spd organisation {SPD} country=DE
    v {forderte} REQUEST actor=spd recipient=regierung time={am Montag}

`docs/annotation.md` says what to annotate and what each line holds. Annotators write `{words}`; what is stored is
`@start:stop`, code points into the article's text, so that no word of the article is kept with the annotation.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

TOKEN = re.compile(r"(?:\{[^{}]*\}(?:\#\d+)?|[^\s{}])+")
WORDS = re.compile(r"\{(?:(?P<sentence>\d+)\|)?(?P<words>[^{}]*)\}(?:\#(?P<nth>\d+))?")
OFFSETS = re.compile(r"@(\d+):(\d+)")
GAP = " >> "


class NotationError(ValueError):
    """What stands wrong, and in which line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One finding: the kind of line and its tokens, words already turned into `@start:stop`."""

    number: int
    kind: str
    tokens: tuple[str, ...]

    def __str__(self) -> str:
        return " ".join((self.kind, *self.tokens))


@dataclass(frozen=True, slots=True)
class Annotation:
    """All findings of one article, and what was wrong with others."""

    article: str
    lines: tuple[Line, ...]
    errors: tuple[str, ...] = ()


def split_articles(written: str) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    """The articles of a file of annotation: each begins with `article ID`; empty lines and lines with `#` say nothing."""
    article, lines = "", list[tuple[int, str]]()
    for number, raw in enumerate(written.splitlines(), 1):
        line = raw.strip()
        if line.startswith("article "):
            if article:
                yield article, lines
            article, lines = line.split()[1], []
        elif line and not line.startswith("#"):
            lines.append((number, line))
    if article:
        yield article, lines


def locate(article: str, lines: Sequence[tuple[int, str]], text: str, sentences: Sequence[tuple[int, int]]) -> Annotation:
    """Find the words of each line, beginning in the sentence named by the last `S` line."""
    finder, out, errors = _Finder(text, sentences), list[Line](), list[str]()
    for number, line in lines:
        kind, *tokens = TOKEN.findall(line)
        try:
            if kind == "S":
                finder.enter(int(tokens[0]))
            else:
                out.append(Line(number, kind, tuple(finder.place(kind, token) for token in tokens)))
        except (NotationError, ValueError, IndexError) as error:
            errors.append(f"{article}, line {number}: {line!r}: {error}")
    return Annotation(article, tuple(out), tuple(errors))


class _Finder:
    """Knows which sentence is read and which words have been taken already, by kind of line."""

    def __init__(self, text: str, sentences: Sequence[tuple[int, int]]) -> None:
        self.text, self.sentences = text, sentences
        self.start, self.stop = 0, len(text)
        self.taken = dict[str, set[tuple[int, int]]]()

    def enter(self, number: int) -> None:
        if not 1 <= number <= len(self.sentences):
            raise NotationError(f"there is no sentence {number}, the article has {len(self.sentences)}")
        self.start, self.stop = self.sentences[number - 1]

    def place(self, kind: str, token: str) -> str:
        layer = {"e": "m"}.get(kind, kind) if "=" not in token else ""
        return WORDS.sub(lambda found: self._elsewhere(layer, found["sentence"], found["words"], found["nth"]), token)

    def _elsewhere(self, layer: str, sentence: str | None, words: str, nth: str | None) -> str:
        """Words of the sentence that is read, or of the one whose number stands before them."""
        here = self.start, self.stop
        if sentence:
            self.enter(int(sentence))
        try:
            return self._find(layer, words, nth)
        finally:
            self.start, self.stop = here

    def _find(self, layer: str, words: str, nth: str | None) -> str:
        first, gap, last = words.partition(GAP)
        hits = self._hits(first, self.stop)
        if gap:
            hits = hits[:1] if nth is None else hits
            hits = [(start, self._hits(last, len(self.text), stop)[0][1]) for start, stop in hits]
        if nth is not None and int(nth) > len(hits):
            raise NotationError(f"{{{words}}} stands only {len(hits)} times in the sentence")
        free = [hit for hit in hits if not any(hit[0] < stop and start < hit[1] for start, stop in self.taken.get(layer, ()))]
        start, stop = hits[int(nth) - 1] if nth else (free or hits)[0]
        if layer in ("m", "v", "t"):
            self.taken.setdefault(layer, set()).add((start, stop))
        return f"@{start}:{stop}"

    def _hits(self, words: str, end: int, start: int | None = None) -> list[tuple[int, int]]:
        if hits := places(words, self.text, self.start if start is None else start, end):
            return hits
        raise NotationError(f"{{{words}}} does not stand here: {self.text[self.start : self.stop]!r}")


def places(words: str, text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Where whole words stand in a stretch of text: not inside compounds, or, if nowhere else, beside their hyphens."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    if not pattern:
        raise NotationError("empty braces")
    for edge in (r"[\w-]", r"\w"):
        before = rf"(?<!{edge})" if words[0].isalnum() else ""
        after = rf"(?!{edge})" if words[-1].isalnum() else ""
        if hits := [match.span() for match in re.compile(before + pattern + after).finditer(text, start, stop)]:
            return hits
    return []


def read_stored(stored: str) -> tuple[dict[str, str], tuple[Line, ...]]:
    """A stored annotation: its head (`key: value` lines) and its findings."""
    head, _, body = stored.partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    lines = (TOKEN.findall(line) for line in body.splitlines() if line)
    return fields, tuple(Line(number, kind, tuple(rest)) for number, (kind, *rest) in enumerate(lines, 1))
