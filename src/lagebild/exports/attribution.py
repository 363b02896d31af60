"""Whom the knowledge is from: the page that its licences ask for."""

from collections.abc import Iterable

from lagebild.knowledge import Source


def attribution(sources: Iterable[tuple[Source, int]]) -> str:
    """A page in Markdown of the sources of a knowledge file and how many entries are from each."""
    lines = [
        "# Whose knowledge this is",
        "",
        "Made by `lagebild knowledge attribution` from the sources that the knowledge file lists.",
        "",
        "| source | version | licence | entries | note |",
        "|---|---|---|---|---|",
    ]
    for source, number in sources:
        name = f"[{source.name}]({source.url})" if source.url else source.name
        lines.append(f"| {name} | {source.version} | {source.licence} | {number or 'shapes'} | {source.note or ''} |")
    return "\n".join(lines) + "\n"
