"""The blocks of the model of identity: which records are worth comparing at all."""

from typing import Any

BLOCKS: list[dict[str, Any]] = [
    {"on": on, "at_most": at_most}
    for on, at_most in (
        (["ids"], 100),
        (["phones"], 100),
        (["born_key", "forms"], 500),
        (["born_key", "given_sound"], 500),
        (["born_key", "families"], 500),
        (["born_key", "family_sound"], 500),
        (["born_key", "initials"], 500),  # either misspelt, or the two crossed
        (["born_key", "district"], 100),
        (["born_key", "homes"], 100),  # a new name, at a home lived at before
        (["initials", "postcodes"], 100),
        (["given_initial", "postcodes"], 100),
        (["family_sound", "district", "forms"], 100),
        (["families", "born_year", "given_initial"], 100),
        (["family_sound", "day_month", "forms"], 100),
        (["given_sound", "family_sound"], 15),
        (["given_initial", "lines"], 50),
        (["born_key"], 8),  # so few share it in a short list alone: whoever is misspelt beyond these keys
        (["lines"], 4),
        (["district"], 12),
    )
]
