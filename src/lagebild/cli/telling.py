"""How the commands speak: what they print, what they say of errors, and in which language."""

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from enum import StrEnum
from typing import Annotated

import typer

from lagebild.domain.errors import LagebildError
from lagebild.exports.visible import visible

EXITS = "Exit codes: 0 all was read; 1 some input could not be read, the rest was; 2 the command line is wrong; 3 nothing could be read, or an error stopped the run."


class Language(StrEnum):
    DE = "de"
    EN = "en"


Lang = Annotated[Language | None, typer.Option(help="Language of what lagebild itself says; else that of LC_ALL or LANG, else de.")]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colours; NO_COLOR in the environment says the same.")]


def write_text(text: str) -> None:
    """A terminal that knows no “●” gets “?”, not a traceback."""
    write(text.encode(sys.stdout.encoding, "replace"))


def write(content: bytes) -> None:
    out = typer.get_binary_stream("stdout")
    out.write(content)
    out.flush()


@contextmanager
def ends() -> Generator[None]:
    """What ends a run early: an error, told in one line, with 3; a reader that has seen enough (`| head`), quietly."""
    try:
        yield
    except LagebildError as error:
        complain(error)
        raise typer.Exit(3) from None
    except BrokenPipeError:
        # What is still buffered goes nowhere, or Python would complain when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None


def complain(error: LagebildError) -> None:
    tell(str(error))


def tell(words: str) -> None:
    # Not typer.echo: the progress bar makes room for what goes through sys.stderr, and only for that.
    sys.stderr.write(f"lagebild: {' '.join(visible(words).split())}\n")


def chosen_language(lang: Language | None) -> str:
    locale = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return lang or ("en" if locale.startswith("en") else "de")
