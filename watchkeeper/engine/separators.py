"""Which sign parts the columns of a list: spreadsheets of other countries write a semicolon for the comma."""

SEPARATORS = ",;\t|"
"""The signs that part columns, the likeliest first."""


def separator(headings: str) -> str:
    """The sign that parts the columns of a list, from its line of headings; a comma where nothing says.

    >>> separator("ref;family_name;born_on"), separator("ref,family_name"), separator("ref")
    (';', ',', ',')
    """
    return max(SEPARATORS, key=headings.count)
