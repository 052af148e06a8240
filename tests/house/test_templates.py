"""A page has each id once: a label and the summary of errors go to the field they name."""

import re
from collections import Counter
from pathlib import Path

WATCHKEEPER = Path(__file__).parents[2] / "watchkeeper"
WRITTEN = (
    r'(?<![\w-])id="([^"{}]+)"',
    r'"id(?:Prefix)?": "([^"]+)"(?! ~)',
    r'\bline\(form, "([^"]+)"(?! ~)',
)
"""The ways a template writes an id in letters: itself, to a component, or by the macro of a field."""


def test_no_template_writes_an_id_twice() -> None:
    found = {}
    for template in WATCHKEEPER.rglob("*.html"):
        text = template.read_text()
        many = Counter(name for way in WRITTEN for name in re.findall(way, text))
        if twice := [name for name, count in many.items() if count > 1]:
            found[template.name] = twice
    assert found == {}
