"""Print docs/import.md: how cells are written, and every file a force may give, column by column."""

import sys

from tools.pages import keep
from watchkeeper.intake.format import page

if __name__ == "__main__":
    sys.exit(keep({"docs/import.md": page()}, sys.argv[1:]))
