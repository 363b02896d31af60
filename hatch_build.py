"""The wheel carries the knowledge file, which is made of `knowledge/` when the wheel is."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

KNOWLEDGE = "src/lagebild/knowledge/knowledge.sqlite"


class KnowledgeHook(BuildHookInterface):
    """Builds the knowledge file for wheels and for an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  hatchling's signature
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from lagebild.knowledge.building import build  # noqa: PLC0415  from the tree that is being built

        build(root / "knowledge", root / KNOWLEDGE)
        build_data["artifacts"].append(KNOWLEDGE)
