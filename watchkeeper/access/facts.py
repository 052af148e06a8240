"""How an officer stands to a person: what need to know is judged on."""

from dataclasses import dataclass
from enum import StrEnum


class Relation(StrEnum):
    """Why an officer would need to know, nearest first."""

    MANAGER = "manages the person"
    UNIT = "of the person's unit"
    FORCE = "works for the whole force"
    NONE = "no relation on record"


@dataclass(frozen=True, slots=True)
class Known:
    """What is on record of a person that decides who may see them; a unit nobody recorded is empty."""

    person: str
    unit: str
    manager: str
