"""One word, one meaning: every class is named from words that docs/words.md explains."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
GLOSSARY = (ROOT / "docs" / "words.md").read_text()
EXPLAINED = {
    word.casefold()
    for entry in re.findall(r"^\*\*(.+?)\*\*", GLOSSARY, re.MULTILINE)
    for word in re.findall(r"[A-Za-z]+", entry)
}
CLASSES = sorted(
    {
        name
        for path in (ROOT / "watchkeeper").rglob("*.py")
        if "migrations" not in path.parts
        for name in re.findall(r"^ *class (\w+)[(:\[]", path.read_text(), re.MULTILINE)
        if name not in ("Meta", "Migration")
    }
)


def test_every_class_is_named_in_the_words_of_the_glossary() -> None:
    words = {name: re.findall(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+", name) for name in CLASSES}
    strange = {
        name: [each for each in said if each.casefold() not in EXPLAINED] for name, said in words.items()
    }
    assert {name: said for name, said in strange.items() if said} == {}


def test_the_glossary_explains_each_word_once_and_in_order() -> None:
    entries = re.findall(r"^\*\*(.+?)\*\*", GLOSSARY, re.MULTILINE)
    assert len(entries) == len({entry.casefold() for entry in entries})
    assert entries == sorted(entries, key=str.casefold)
