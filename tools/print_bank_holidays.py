"""Print watchkeeper/policy/bank_holidays.txt, so that no night loads the library it comes from."""

import sys

import holidays

from tools.pages import keep

FIRST, LAST = 1995, 2040
HEAD = f"""# Bank holidays of England and Wales, with Christmas Day and Good Friday, {FIRST} to {LAST}.
# Printed from the `holidays` library by `make docs`: change the library's version, not this file.
"""


def page() -> str:
    """One day a line, oldest first, under the years the list covers."""
    known = holidays.country_holidays("GB", subdiv="ENG", years=range(FIRST, LAST + 1))
    return HEAD + "".join(f"{day.isoformat()} {known[day]}\n" for day in sorted(known))


if __name__ == "__main__":
    sys.exit(keep({"watchkeeper/policy/bank_holidays.txt": page()}, sys.argv[1:]))
