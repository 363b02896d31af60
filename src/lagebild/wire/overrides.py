"""What the user says about a dispatch, against what its copy says."""

from dataclasses import dataclass

from lagebild.domain.errors import WireError
from lagebild.wire.edtf import is_edtf


@dataclass(frozen=True, slots=True)
class Overrides:
    """Said on the command line or in a feed's own fields, so it wins over the copy; raises WireError if `issued` is not EDTF."""

    issued: str | None = None
    agency: str | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        if self.issued is not None and not is_edtf(self.issued):
            raise WireError(f'issued "{self.issued}" is no date; write it as 2023-09-13, 2023-09-13T14:30+02:00, or shorter if less is known: 2023-09')
