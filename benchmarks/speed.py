"""How fast lagebild reads and how much memory it takes: one process, one thread, the examples over and over.

    make speed

Prints a line a figure and fails where one is on the wrong side of its floor in floors.toml.
"""

import os
import resource
import subprocess
import sys
import tomllib
from pathlib import Path
from time import perf_counter

from lagebild.codec import encode
from lagebild.domain.dispatch import Dispatch
from lagebild.pipeline import Pipeline
from lagebild.understanding import understand
from lagebild.wire import Overrides, read_dispatches

HERE = Path(__file__).parent
UV = str(Path(sys.executable).parent / "uv")
SECONDS = 10  # of reading: the slower half of a laptop's clock settles within three
TO_MB = 1 / 1024 if sys.platform == "linux" else 1 / 1024**2  # of ru_maxrss, which is in kilobytes on Linux and in bytes on macOS


def measure(pipeline: Pipeline, dispatches: list[Dispatch]) -> dict[str, float]:
    """Seconds of reading, understanding and writing JSON, and what was read in them."""
    spent: dict[str, float] = dict.fromkeys(("reading", "understanding", "encoding", "words", "dispatches"), 0.0)
    while spent["reading"] + spent["understanding"] < SECONDS:
        for dispatch in dispatches:
            start = perf_counter()
            document = pipeline.reader.read(dispatch, pipeline.lexicon)
            read = perf_counter()
            record = understand(document, pipeline.lexicon, pipeline.knowledge)
            understood = perf_counter()
            encode(record)
            spent["encoding"] += perf_counter() - understood
            spent["understanding"] += understood - read
            spent["reading"] += read - start
            spent["words"] += sum(len(sentence.words) for sentence in document.sentences)
            spent["dispatches"] += 1
    return spent


def cold_start(file: Path) -> float:
    """Seconds from nothing to the record of one file, as a user of the command line waits for it; the best of three, so with files cached."""
    command = [sys.executable, "-m", "lagebild", "read", str(file), "--json"]
    spent: list[float] = []
    for _ in range(3):
        start = perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  our own program
        spent.append(perf_counter() - start)
    return min(spent)


def peer(files: list[Path]) -> float | None:
    """Words a second of spaCy on the same files, or None where it cannot be had."""
    command = [UV, "run", "--quiet", "--no-project", "--python", sys.executable, "--with", "spacy==3.8.7", "python", str(HERE / "peer.py"), *map(str, files)]
    run = subprocess.run(command, check=False, capture_output=True, text=True, env=os.environ | {"OMP_NUM_THREADS": "1"})  # noqa: S603  our own program
    return float(run.stdout) if not run.returncode else None


def main() -> None:
    files = sorted((HERE.parent / "examples").glob("*.txt"))
    dispatches = [found for file in files for found in read_dispatches(file, Overrides()) if isinstance(found, Dispatch)]
    start = perf_counter()
    pipeline = Pipeline.load()
    pipeline.read(dispatches[0])  # the first one also pays for what is built on first use
    load = perf_counter() - start
    spent = measure(pipeline, dispatches)
    figures = {
        "cold_start_seconds": cold_start(files[0]),
        "load_seconds": load,
        "words_per_second": spent["words"] / (spent["reading"] + spent["understanding"] + spent["encoding"]),
        "reading_words_per_second": spent["words"] / spent["reading"],
        "understanding_words_per_second": spent["words"] / spent["understanding"],
        "dispatches_per_second": spent["dispatches"] / (spent["reading"] + spent["understanding"] + spent["encoding"]),
        "peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * TO_MB,
    }
    for name, figure in figures.items():
        print(f"{name:32}{figure:12,.1f}")
    if spacy := peer(files):
        print(f"{'spacy_words_per_second':32}{spacy:12,.1f}   tagger, parser and names of en_core_web_sm's layout; ours is {figures['reading_words_per_second'] / spacy:.2f} of it")
    else:
        print("spacy: skipped, it could not be installed")
    sys.exit(below_floor(figures, tomllib.loads((HERE / "floors.toml").read_text("utf8"))["speed"]))


def below_floor(figures: dict[str, float], floors: dict[str, float]) -> str | None:
    """What to complain of; seconds and memory have ceilings, all else floors."""
    wrong = [
        f"{name} is {figures[name]:,.1f}, the bound {floor:,.1f}"
        for name, floor in floors.items()
        if (figures[name] > floor if name.endswith(("_seconds", "_mb")) else figures[name] < floor)
    ]
    return "\n".join(wrong) or None


if __name__ == "__main__":
    main()
