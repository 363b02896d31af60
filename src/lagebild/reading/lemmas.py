"""Lemmas: from a table for words it knows, else as a script says, an edit that words of one inflection share."""

from bisect import bisect_left
from collections.abc import Sequence

_SHORTEST_PREFIX, _SHORTEST_NOUN = 3, 4  # letters of a compound before its last noun, and of that noun


class Lemmas:
    """A sorted table of word forms with their lemmas, `form<TAB>lemma` a line; opened without being unpacked into a dictionary."""

    def __init__(self, table: bytes) -> None:
        self._lines: Sequence[bytes] = table.split(b"\n")

    def find(self, form: str) -> str | None:
        """The lemma of a form as written in the table, or None."""
        start = form.encode("utf8", "replace") + b"\t"
        at = bisect_left(self._lines, start)
        if at == len(self._lines) or not self._lines[at].startswith(start):
            return None
        return self._lines[at][len(start) :].decode()

    def of(self, word: str, upos: str, *, finite: bool = False) -> str | None:
        """The lemma of a German word of an open class, or None where the table does not tell; `finite` of a verb that is inflected for a person."""
        if upos == "NOUN" and word[:1].isupper():
            return self._noun(word)
        if upos in ("VERB", "AUX"):
            form = word.lower()
            if finite and form.startswith("ge") and form.endswith("t") and self.find(f"{form[:-1]}en") == f"{form[:-1]}en":
                return f"{form[:-1]}en"  # "gehört" is of gehören; of hören only as a participle
            lemma = self.find(form)
            return lemma if lemma and lemma.endswith("n") and lemma.islower() else None
        if upos == "ADJ":
            lemma = self.find(word.lower())  # "-en" would be a participle's verb, "-er" a comparative
            return lemma if lemma and lemma.islower() and not lemma.endswith(("n", "er")) else None
        return None

    def _noun(self, word: str) -> str | None:
        """A noun, or a compound by its last noun: `Verwaltungsministers` as `Ministers`."""
        lemma = self.find(word)
        if lemma and lemma[0].isupper():
            return lemma
        for cut in range(_SHORTEST_PREFIX, len(word) - _SHORTEST_NOUN):
            lemma = self.find(word[cut:].capitalize()) if word[:cut].isalpha() else None
            if lemma and lemma[0].isupper():
                return word[:cut] + lemma.lower()
        return None


def apply_script(word: str, script: str) -> str:
    """The lemma that a script `infix|which|cut|add|case` makes of a word; the word itself where the script does not fit."""
    infix, which, cut, added, case = script.split("|")
    stem = _without(word.lower(), infix, int(which))
    if stem is None or int(cut) > len(stem):
        return word
    lemma = stem[: len(stem) - int(cut)] + added
    if case == "same":
        # Capitals inside a word (EU-Staaten, NATO) stay as far as the lemma keeps its letters.
        kept = 1 if infix or word[:1].isdigit() else len(stem) - int(cut)  # 18-Jährige is 18-jährig
        return word[:kept] + lemma[kept:]
    return lemma.capitalize() if case == "upper" else lemma


def _without(word: str, infix: str, which: int) -> str | None:
    if not infix:
        return word
    at = word.find(infix)
    if which and at >= 0:
        at = word.find(infix, at + 1)
    return word[:at] + word[at + len(infix) :] if at >= 0 else None
