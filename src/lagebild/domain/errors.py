"""What can go wrong, as a tree:

    LagebildError
    ├── WireError        what came in is no dispatch: binary, empty, too large, broken JSON
    ├── WeightsError     the network's files are missing, cut short or of another version
    ├── KnowledgeError   the knowledge file is missing or broken
    ├── StoreError       the store is of another version or not ours
    └── NotFound         no finding, record or entity of that name

Every message names the file or record, what was found there, and what to do.
"""


class LagebildError(Exception):
    """Any error that lagebild raises on purpose."""


class WireError(LagebildError):
    """What came in is no dispatch."""


class WeightsError(LagebildError):
    """The network's files cannot be used."""


class KnowledgeError(LagebildError):
    """The knowledge file cannot be used."""


class StoreError(LagebildError):
    """The store cannot be used."""


class NotFound(LagebildError):  # noqa: N818  the house names it so, after what happened
    """Nothing of that name is here."""
