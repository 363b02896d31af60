"""`lagebild knowledge`: what is known, building the file that is shipped, adding files of one's own."""

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from lagebild.cli.telling import Lang, chosen_language, ends, tell, write_text

_EVERY = 10_000  # lines between two steps of the progress bar

knowledge_app = typer.Typer(no_args_is_help=True, help="Look up, build and add what lagebild knows of persons, places and organisations.")


class FormatName(StrEnum):
    GEONAMES = "geonames"
    WIKIDATA = "wikidata"
    FOLLOWTHEMONEY = "followthemoney"
    CSV = "csv"
    TABLES = "tables"


@knowledge_app.command("find")
def find(name: Annotated[str, typer.Argument(metavar="NAME", help="A name in any form: Peskow, Schwarzen Meeres, EZB.")], *, lang: Lang = None) -> None:
    """Say whom a name may mean: kind, names, coordinates, offices, source and licence."""
    with ends():
        from lagebild.exports.knowledge import told
        from lagebild.knowledge import Knowledge
        from lagebild.lexicon.labels import Labels

        labels, known = Labels.of(chosen_language(lang)), Knowledge.load()
        found = known.find(name)
        for candidate in found:
            write_text(told(candidate, known.names_of(candidate.entry), labels) + "\n")
        if not found:
            tell(labels.phrase("not_known").format(name))
            raise typer.Exit(1)


@knowledge_app.command("build")
def build(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The sources: `knowledge` in lagebild's repository.", file_okay=False)],
    *,
    into: Annotated[Path | None, typer.Option(metavar="FILE", dir_okay=False, help="Where the file is written; else the file that lagebild reads.")] = None,
) -> None:
    """Build the knowledge file; the same sources give the same bytes, and who reads the old file goes on undisturbed."""
    with ends():
        from lagebild.knowledge import SHIPPED
        from lagebild.knowledge.building import build as make

        counted = make(folder, into or SHIPPED)
        tell(f"{into or SHIPPED}: " + ", ".join(f"{number} {kind}" for kind, number in sorted(counted.items())))


@knowledge_app.command("add")
def add(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="GeoNames, a Wikidata JSON dump, FollowTheMoney JSON Lines, CSV, TOML or YAML; .gz, .bz2 and .xz too.", dir_okay=False)
    ],
    *,
    form: Annotated[FormatName | None, typer.Option("--format", help="What the file is, where its name does not tell.")] = None,
    licence: Annotated[str | None, typer.Option(help="The licence that links to its entries name; else that of its makers.")] = None,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="What the added file is called; one of that name is replaced. The last name is asked first.")] = None,
) -> None:
    """Add a file of one's own; it wins over what is shipped."""
    with ends():
        from lagebild.knowledge import Knowledge, added_folder
        from lagebild.knowledge.adding import add as take_in
        from lagebild.knowledge.formats import FORMATS

        countries = {country.wikidata: code for code, country in Knowledge.load().countries.items() if country.wikidata}
        target = added_folder() / f"{name or file.name.split('.')[0]}.sqlite"
        with _progress() as progress:
            added = take_in(file, target, countries, form=FORMATS[form] if form else None, licence=licence, progress=progress)
        tell(f"{target}: {added.entries} entries; {added.passed_over} of other kinds passed over; {added.broken} broken")
        for fault in added.faults:
            tell(f"{file}: {fault}")
        raise typer.Exit(1 if added.broken else 0)


@knowledge_app.command("list")
def list_() -> None:
    """List the files that are asked, in that order, with their sources and licences."""
    with ends():
        from lagebild.knowledge import Knowledge

        for path, source, number in Knowledge.load().sources():
            write_text(f"{path}\t{source.name}\t{source.version}\t{source.licence}\t{number}\n")


@knowledge_app.command("attribution")
def attribution() -> None:
    """Print the page that the licences of the shipped knowledge ask for, in Markdown."""
    with ends():
        from lagebild.exports.attribution import attribution as page
        from lagebild.knowledge import SHIPPED, Knowledge

        write_text(page((source, number) for path, source, number in Knowledge.load().sources() if path == SHIPPED))


@contextmanager
def _progress() -> Generator[Callable[[int], None]]:
    """A count of lines on stderr where somebody looks at it."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status("") as status:
        yield lambda number: None if number % _EVERY else status.update(f"{number:,}")
