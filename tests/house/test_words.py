"""One word, one meaning: every class is named from words that docs/words.md explains."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GLOSSARY = (ROOT / "docs" / "words.md").read_text()
EXPLAINED = {
    word.casefold()
    for entry in re.findall(r"^\*\*(.+?)\*\*", GLOSSARY, re.MULTILINE)
    for word in re.findall(r"[A-Za-z]+", entry)
}
CLASSES = sorted(
    {
        node.name
        for path in (ROOT / "watchkeeper").rglob("*.py")
        if "migrations" not in path.parts
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ClassDef) and node.name not in ("Meta", "Migration")
    }
)


@pytest.mark.parametrize("name", CLASSES)
def test_every_class_is_named_in_the_words_of_the_glossary(name: str) -> None:
    words = [word.casefold() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+", name)]
    assert [word for word in words if word not in EXPLAINED] == []


def test_the_glossary_explains_each_word_once_and_in_order() -> None:
    entries = re.findall(r"^\*\*(.+?)\*\*", GLOSSARY, re.MULTILINE)
    assert len(entries) == len({entry.casefold() for entry in entries})
    assert entries == sorted(entries, key=str.casefold)
