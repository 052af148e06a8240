"""What a pack calls its items in words: an officer reads those, never the names of its columns."""

import re

from watchkeeper.instruments.expressions import ON
from watchkeeper.instruments.facts import Pack

ON_THE_DAY = "the day of assessment"


def called(pack: Pack, ref: str) -> str:
    """An item, or a part of the instrument, by its own words; else its name, without signs."""
    words = _words(pack)
    return words.get(ref, ref.replace("_", " "))


def rests_on(pack: Pack, answers: str) -> str:
    """What a term rests on, each answer after the words of its item.

    `answers` is as `scoring.Added` has them: the name of an item, a blank, the answer, and a comma before
    the next.
    """
    words = _words(pack)

    def told(found: re.Match[str]) -> str:
        start, ref = found.groups()
        known = ref in words or "_" in ref
        return f"{start}{called(pack, ref)}: " if known else found[0]

    return re.sub(r"(^|, )([A-Za-z_][\w-]*) (?=\S)", told, answers)


def asked_for(pack: Pack, formula: str) -> str:
    """The items a formula asks for, in words, in the order it names them."""
    names = re.findall(r"[A-Za-z_][\w-]*", formula)
    words = _words(pack)
    found = dict.fromkeys(words[name] for name in names if name in words)
    return "; ".join(found) or "what the instrument itself says"


def in_words(pack: Pack, text: str) -> str:
    """A sentence with the name of a column in it, with the words of the item instead.

    A name of one word may be a word of the sentence, and stays.
    """
    words = _words(pack)
    refs = sorted((ref for ref in words if "_" in ref or "-" in ref), key=len, reverse=True)
    if not refs:
        return text
    names = "|".join(map(re.escape, refs))
    return re.sub(rf"(?<![\w-])(?:{names})(?![\w-])", lambda found: words[found[0]], text)


def _words(pack: Pack) -> dict[str, str]:
    said = {part.ref: part.pack.says.partition(":")[0] for part in pack.parts}
    for part in pack.parts:
        said |= {item.ref: item.says for item in part.pack.items}
    return said | {item.ref: item.says for item in pack.items} | {ON: ON_THE_DAY}
