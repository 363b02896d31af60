"""For annotators: show articles, check what was written, store it without the text.

python corpus/annotate.py show train 11775          the article in numbered sentences
python corpus/annotate.py check train FILE...       what is wrong with the files, line by line
python corpus/annotate.py store train FILE...       as `check`, then write corpus/train/ID.ann for each article
python corpus/annotate.py write train ID            a stored article in words again, to mend it
"""

import argparse
import re
import sys
from functools import partial
from hashlib import sha256
from pathlib import Path

from annotation import OFFSETS, Annotation, Line, locate, places, read_stored, split_articles
from gold import HERE, Article, problems, read_articles

SHARED = HERE.parent.parent / "shared"


def shown(article: Article) -> str:
    head = f"article {article.id}   {article.title}   (issued {article.day})"
    gap = lambda start: "\n" if "\n" in article.text[max(0, start - 3) : start] else ""  # noqa: E731
    return "\n".join([head, *(f"{gap(start)}[{number}] {' '.join(article.text[start:stop].split())}" for number, (start, stop) in enumerate(article.sentences, 1))])


def read(path: Path, articles: dict[str, Article]) -> list[tuple[Annotation, list[str]]]:
    """The annotations of a file with their problems."""
    out = list[tuple[Annotation, list[str]]]()
    for number, lines in split_articles(path.read_text("utf8")):
        if number not in articles:
            out.append((Annotation(number, ()), [f"{number}: there is no such article in this split"]))
            continue
        article = articles[number]
        found = locate(number, lines, article.text, article.sentences)
        out.append((found, [*found.errors, *problems(article, found.lines)]))
    return out


def store(article: Article, annotation: Annotation, layers: str, by: str, folder: Path) -> None:
    head = {"article": article.id, "sha256": sha256(article.text.encode()).hexdigest(), "layers": layers, "annotators": by}
    lines = [f"{key}: {value}" for key, value in head.items()]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{article.id}.ann").write_text("\n".join([*lines, "", *map(str, annotation.lines)]) + "\n", encoding="utf8")


def written(article: Article, lines: tuple[Line, ...]) -> str:
    """A stored annotation as an annotator writes it, a sentence after the other."""
    out, current = [f"article {article.id}"], 0
    for line in lines:
        place = OFFSETS.search(str(line))
        number = _sentence(article, int(place[1])) if place else current
        if number != current:
            out.append(f"S {number}")
            current = number
        out.append(OFFSETS.sub(partial(_in_words, article, number), str(line)))
    return "\n".join(out) + "\n"


def _sentence(article: Article, position: int) -> int:
    return next((number for number, (start, stop) in enumerate(article.sentences, 1) if start <= position < stop), 1)


def _in_words(article: Article, current: int, found: re.Match[str]) -> str:
    start, stop = int(found[1]), int(found[2])
    words, number = " ".join(article.text[start:stop].split()), _sentence(article, start)
    hits = places(words, article.text, *article.sentences[number - 1])
    if (start, stop) not in hits:
        return found[0]  # it runs on into the next sentence, or into a word
    return f"{{{'' if number == current else f'{number}|'}{words}}}" + (f"#{hits.index((start, stop)) + 1}" if len(hits) > 1 else "")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("show", "check", "store", "write"))
    parser.add_argument("split", choices=("train", "dev"))
    parser.add_argument("names", nargs="+", help="article ids, or files of annotation")
    parser.add_argument("--layers", choices=("whole", "names"), default="whole")
    parser.add_argument("--by", default="one reader", help="who annotated, for the head of what is stored")
    parser.add_argument("--into", help="another folder beside this script than that of the split")
    options = parser.parse_args()
    articles = read_articles(SHARED / f"data/quotations/{options.split}.jsonl.gz")

    if options.what in ("show", "write"):
        for name in options.names:
            stored = HERE / options.split / f"{name}.ann"
            print(shown(articles[name]) if options.what == "show" else written(articles[name], read_stored(stored.read_text("utf8"))[1]), end="\n\n")
        return 0
    wrong = 0
    for name in options.names:
        for annotation, found in read(Path(name), articles):
            wrong += bool(found)
            print(*found, sep="\n", end="\n" if found else "")
            print(f"{annotation.article}: {len(annotation.lines)} findings, {len(found)} problems")
            if options.what == "store" and not found:
                store(articles[annotation.article], annotation, options.layers, options.by, HERE / (options.into or options.split))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
