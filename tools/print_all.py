"""Print every page and query that is made from code; with `--check`, say which would change."""

import subprocess
import sys
from pathlib import Path


def main(arguments: list[str]) -> int:
    """Run every `tools/print_*.py` but this one; each knows `--check`. Fails when any fails."""
    here = Path(__file__)
    failed = False
    for path in sorted(here.parent.glob("print_*.py")):
        if path != here:
            result = subprocess.run([sys.executable, "-m", f"tools.{path.stem}", *arguments], check=False)
            failed |= result.returncode != 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
