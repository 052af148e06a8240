"""A wheel carries the compiled styles and scripts of the pages, or is not built."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MANIFEST = Path("watchkeeper") / "web" / "built" / "staticfiles.json"


class Compiled(BuildHookInterface):  # type: ignore[type-arg]
    """Asked by hatchling before it builds."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Stop a wheel whose pages would not open. A checkout is installed before its styles are made."""
        if version != "editable" and not (Path(self.root) / MANIFEST).exists():
            raise SystemExit(
                "the styles of the pages are not compiled yet: run make install, then build the wheel"
            )
