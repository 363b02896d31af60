"""lagebild at the command line: parse arguments, call one function, print. What is heavy is imported by the command that needs it."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Annotated, Protocol

import typer

from lagebild.cli.knowledge import knowledge_app
from lagebild.cli.telling import EXITS, Lang, NoColor, chosen_language, complain, ends, tell, write, write_text
from lagebild.domain.dispatch import Dispatch
from lagebild.domain.errors import LagebildError, NotFound, WireError
from lagebild.domain.record import Record

_AT_ONCE = 500  # sentences of CoNLL-U, so that like lengths are read together

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, no_args_is_help=True, rich_markup_mode=None)
app.add_typer(knowledge_app, name="knowledge")


class Reads(Protocol):
    """What the commands need of a pipeline."""

    def read(self, dispatch: Dispatch) -> Record: ...


Issued = Annotated[str | None, typer.Option(metavar="EDTF", help="When the dispatches were issued, as far as known: 2023-09-13, 2023-09.")]
Agency = Annotated[str | None, typer.Option(metavar="NAME", help="The agency that they are from.")]


@dataclass(slots=True)
class Tally:
    """How many dispatches were read, and how many inputs could not be."""

    read: int = 0
    failed: int = 0

    @property
    def exit_code(self) -> int:
        if not self.read:
            return 3
        return 1 if self.failed else 0


def _print_version(wanted: bool) -> None:  # noqa: FBT001
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            typer.echo(f"lagebild {version('lagebild')}")
        except PackageNotFoundError:
            typer.echo("lagebild, not installed")
        raise typer.Exit


@app.callback(epilog=EXITS)
def lagebild(*, version: Annotated[bool, typer.Option("--version", is_eager=True, callback=_print_version, help="Print the version.")] = False) -> None:
    """Read German news dispatches: who claims what, when, where and how surely, each finding with the words it rests on."""


@app.command("read", epilog=EXITS)
def read(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Dispatches; - is standard input.")],
    *,
    json: Annotated[bool, typer.Option("--json", help="Print records as JSON Lines and nothing else.")] = False,
    html: Annotated[Path | None, typer.Option(metavar="OUT.html", dir_okay=False, help="Write one page for all dispatches; pictures are then not printed.")] = None,
    issued: Issued = None,
    agency: Agency = None,
    lang: Lang = None,
    no_color: NoColor = False,
) -> None:
    """Read dispatches and print a situation picture of each."""
    dispatches = _dispatches(issued, agency)
    if html and not html.absolute().parent.is_dir():
        raise typer.BadParameter(f"there is no folder {html.absolute().parent}", param_hint="--html")
    language, tally, kept = chosen_language(lang), Tally(), list[Record]()
    show = _as_json if json else _as_picture(language, no_color=no_color)
    with ends():
        for record in _records(_with_progress(files, printing=json or not html), dispatches, tally, language):
            if json or not html:
                show(record)
            if html:
                kept.append(record)
        if html and kept:
            _write_page(kept, html, language)
    raise typer.Exit(tally.exit_code)


@app.command("explain", epilog=EXITS)
def explain(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A dispatch; - is standard input.")],
    finding: Annotated[
        str, typer.Argument(metavar="FINDING", help="The id of a finding as `read` shows it: c3, q1, t2, e1, x2, g1; events have ids (v4) on the page and in --json.")
    ],
    *,
    number: Annotated[int, typer.Option("--dispatch", metavar="N", min=1, help="Which dispatch of the file, from 1.")] = 1,
    issued: Issued = None,
    agency: Agency = None,
    lang: Lang = None,
    no_color: NoColor = False,
) -> None:
    """Say which words and which rule made a finding."""
    dispatches = _dispatches(issued, agency)
    with ends():
        from lagebild.exports.explanation import explanation
        from lagebild.exports.terminal import console, rendered
        from lagebild.lexicon.labels import Labels
        from lagebild.understanding.examples import EXAMPLES

        found = next(islice(dispatches(file), number - 1, number), None)
        if found is None:
            raise NotFound(f"{file} has no dispatch {number}; count from 1")
        if isinstance(found, WireError):
            raise found
        _warn_of_language(found, language := chosen_language(lang))
        record = pipeline().read(found)
        write_text(rendered(explanation(record, finding, Labels.of(language), EXAMPLES), console(no_color=no_color)))


@app.command("parse", epilog=EXITS)
def parse(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Dispatches, or CoNLL-U with --given-words; - is standard input.")],
    *,
    given_words: Annotated[bool, typer.Option("--given-words", help="The files are CoNLL-U: keep their sentences and words, read the rest anew.")] = False,
) -> None:
    """Print sentences, words, lemmas, morphology, trees and names as CoNLL-U."""
    tally = Tally()
    with ends():
        for block in _given(files, tally) if given_words else _parsed(files, tally):
            write(block.encode())
    raise typer.Exit(tally.exit_code)


def _parsed(files: list[Path], tally: Tally) -> Iterator[str]:
    """The sentences of dispatches as CoNLL-U."""
    from lagebild.exports.conllu import conllu
    from lagebild.lexicon import Lexicon
    from lagebild.reading import Reader

    reader, lexicon, dispatches = Reader.load(), Lexicon.of("de"), _dispatches(None, None)
    for file in files:
        for found in dispatches(file):
            if isinstance(found, WireError):
                tally.failed += 1
                complain(found)
                continue
            yield f"# newdoc id = {found.origin or found.id}\n"
            yield from (conllu(sentence, found.text, f"s{number}") for number, sentence in enumerate(reader.parse(found.text, lexicon), 1))
            tally.read += 1


def _given(files: list[Path], tally: Tally) -> Iterator[str]:
    """The sentences of CoNLL-U files, read anew in their own words."""
    from lagebild.domain.span import Span
    from lagebild.exports.conllu import conllu_given
    from lagebild.reading import Reader
    from lagebild.wire import read_conllu

    reader = Reader.load()
    found = (sentence for file in files for sentence in read_conllu(None if str(file) == "-" else file))
    while some := list(islice(found, _AT_ONCE)):
        whole = [sentence for sentence in some if not isinstance(sentence, WireError)]
        for fault in some:
            if isinstance(fault, WireError):
                tally.failed += 1
                complain(fault)
        words = [[(Span(at, at + 1), form) for at, form in enumerate(sentence.forms)] for sentence in whole]
        yield from (conllu_given(given, read) for given, read in zip(whole, reader.read_words(words), strict=True))
        tally.read += len(whole)


def pipeline() -> Reads:
    """The reading of German dispatches; raises WeightsError or KnowledgeError."""
    from lagebild.pipeline import Pipeline

    return Pipeline.load(language="de")


def _dispatches(issued: str | None, agency: str | None) -> Callable[[Path], Iterator[Dispatch | WireError]]:
    """How a file is read under these overrides; what is wrong with them is wrong with the command line."""
    from lagebild.wire import Overrides, read_dispatches

    try:
        overrides = Overrides(issued=issued, agency=agency)
    except WireError as error:
        raise typer.BadParameter(str(error), param_hint="--issued") from None
    return lambda file: read_dispatches(None if str(file) == "-" else file, overrides)


def _records(files: Iterator[Path], dispatches: Callable[[Path], Iterator[Dispatch | WireError]], tally: Tally, language: str) -> Iterator[Record]:
    """The records of all files; inputs that cannot be read are told and passed over. Weights are loaded for the first that can."""
    reader: Reads | None = None
    for file in files:
        for found in dispatches(file):
            if isinstance(found, WireError):
                tally.failed += 1
                complain(found)
                continue
            _warn_of_language(found, language)
            reader = reader or pipeline()
            yield reader.read(found)
            tally.read += 1


def _with_progress(files: list[Path], *, printing: bool) -> Iterator[Path]:
    """The files, with a bar on stderr where somebody looks at it and nothing is printed beside it."""
    if len(files) < 2 or not sys.stderr.isatty() or (printing and sys.stdout.isatty()):  # noqa: PLR2004
        yield from files
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(files, description="", console=Console(stderr=True), transient=True)


def _as_json(record: Record) -> None:
    from lagebild.codec import encode

    write(encode(record) + b"\n")


def _as_picture(language: str, *, no_color: bool) -> Callable[[Record], None]:
    from lagebild.exports.terminal import console, rendered, situation
    from lagebild.lexicon.labels import Labels

    labels = Labels.of(language)
    screen = console(no_color=no_color)
    return lambda record: write_text(rendered(situation(record, labels, screen.width), screen))


def _write_page(records: list[Record], target: Path, language: str) -> None:
    from lagebild.lexicon.labels import Labels
    from lagebild.web.page import write_page

    try:
        write_page(records, target, Labels.of(language))
    except OSError as error:
        raise LagebildError(f"{target}: the page could not be written: {error.strerror}") from error


def _warn_of_language(dispatch: Dispatch, language: str) -> None:
    """What is not German is read as if it were; that is told, in one line."""
    if dispatch.language == "de":
        return
    from lagebild.lexicon.labels import Labels

    labels = Labels.of(language)
    name = dispatch.origin or dispatch.title or dispatch.id[:12]
    tell(f"{name}: {labels.phrase('only_german').format(labels.open_word('languages', dispatch.language))}")
