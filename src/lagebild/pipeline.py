"""The straight line: dispatch to document to record."""

from dataclasses import dataclass
from functools import cache
from typing import Self

from lagebild.domain.dispatch import Dispatch
from lagebild.domain.record import Record
from lagebild.knowledge import Knowledge
from lagebild.lexicon import Lexicon
from lagebild.reading import Reader
from lagebild.understanding import understand
from lagebild.wire import Overrides, parse_agency_text


@dataclass(frozen=True, slots=True)
class Pipeline:
    """What it takes to read dispatches of one language; load once, read many."""

    reader: Reader
    lexicon: Lexicon
    knowledge: Knowledge

    @classmethod
    def load(cls, language: str = "de") -> Self:
        """Open weights, lexicon and knowledge; raises WeightsError or KnowledgeError where they cannot be used."""
        return cls(Reader.load(), Lexicon.of(language), Knowledge.load())

    def read(self, dispatch: Dispatch) -> Record:
        """The record of a dispatch; whatever its text, never raises."""
        return understand(self.reader.read(dispatch, self.lexicon), self.lexicon, self.knowledge)


@cache
def _loaded() -> Pipeline:
    return Pipeline.load()


def read(text: str, *, issued: str | None = None, agency: str | None = None) -> Record:
    """The record of one dispatch given as text; weights and knowledge are loaded at the first call and kept. Raises WireError if `issued` is not EDTF."""
    return _loaded().read(parse_agency_text(text, origin=None, overrides=Overrides(issued=issued, agency=agency)))
