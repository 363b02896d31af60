"""Lemma scripts: a lemma as an edit of its word, so that words of one inflection share one script."""


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
