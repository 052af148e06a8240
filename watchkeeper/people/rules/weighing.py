"""How much two records speak for being one person, step by step, in bits.

One bit doubles the odds. Fellegi and Sunter's model of 1969: each comparison falls on the first of its
levels that holds, and weighs log2(m / u), where m is how often records of one person fall there and u
how often records of two do. A name both have weighs the more the rarer it is in the lists compared.
A proposal: a model informs, and never decides; `rules/deciding.py` says what follows under policy.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log2

from watchkeeper.people.rules.conditions import Condition, holds
from watchkeeper.people.rules.preparing import Prepared

type Frequencies = Mapping[str, float]
"""Of a record, how large a part of all records shares its value of a field, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Level:
    """One rung of a comparison. `m` and `u` are probabilities; `rarity` names a field whose rarity counts.

    Rarity is held against `usual`, the share of a name two people have by chance: u where they have it
    letter for letter, and told apart from u where it is nearly the same. So the rarer of two names
    misspelt alike says more, and no name says more misspelt than whole.
    Of what neighbours and relatives share, `crowd` is how many records of other people share it with one:
    a household is no larger in a larger list, so u is then that number in all records.
    A level that `tells` nothing weighs 0 bits: something is not known, or is counted elsewhere.
    One that is `vague` leaves open which of two people of one home is meant: no date of birth, an initial.
    """

    says: str
    when: Condition
    m: float
    u: float
    rarity: str = ""
    tells: bool = True
    crowd: float | None = None
    usual: float | None = None
    vague: bool = False

    def u_among(self, records: int) -> float:
        """How often two people fall here, among so many records; by a crowd no oftener than one person."""
        return self.u if self.crowd is None else min(self.crowd / records, self.m)

    def bits(self, records: int) -> float:
        """What it weighs before rarity, among so many records."""
        return log2(self.m / self.u_among(records)) if self.tells else 0.0

    def rare_bits(self, common: float) -> float:
        """What a name of this share of all records weighs more than the usual one, or less."""
        return log2(self.u if self.usual is None else self.usual) - log2(common)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One thing two records are compared by: the first of its levels that holds counts.

    `of` says what it is evidence of where that matters: `names`, `born`, `home`, or nothing of these.
    """

    name: str
    levels: tuple[Level, ...]
    of: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Records that share all of these fields are compared, unless more than `at_most` share them."""

    on: tuple[str, ...]
    at_most: int


@dataclass(frozen=True, slots=True)
class Guard:
    """Two people who look like one. While it holds no machine joins them."""

    name: str
    says: str
    when: Condition
    asks: bool = False  # a person is asked whatever it weighs


@dataclass(frozen=True, slots=True)
class Model:
    """Everything that decides a weight. `name` is its day and the first of its hash.

    `partners` is how many other records of the same person a record is expected to have; `least_records` the
    fewest records a list is taken for; `rarest` and `commonest` the least and the largest part of all
    records a name is taken for; `usual` how common the names are that two people share, by field.
    """

    name: str
    partners: float
    least_records: int
    rarest: float
    commonest: float
    usual: Mapping[str, float]
    comparisons: tuple[Comparison, ...]
    blocks: tuple[Block, ...]
    guards: tuple[Guard, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the waterfall: what was compared, what was found, and what it weighs.

    `of` as its comparison says, `tells` and `vague` as its level.
    """

    comparison: str
    says: str
    bits: float
    of: str = ""
    tells: bool = True
    vague: bool = False


BEFORE = "before anything is compared"


def taken_for(model: Model, records: int) -> int:
    """How many records a list is taken for: a short one was cut from a longer."""
    return max(records, model.least_records)


def share(field: str, count: int, known: int, model: Model) -> float:
    """How large a part of all records is taken to have a value that `count` of the `known` ones have, 0 to 1.

    A short list was cut from a longer one: the records it lacks are taken to have names as common as
    two people's usually are. In a list of ten a name that stands twice is no common one for that.
    One more is counted than the list has: whoever has a name that nobody else has still has relatives.

    >>> from watchkeeper.people.rules.weighing import Model, share
    >>> model = Model("", 1.0, 5000, 1e-5, 0.05, {"given": 0.003}, (), (), ())
    >>> round(share("given", 2, 10, model), 6), share("given", 9000, 10_000, model)
    (0.003593, 0.05)
    """
    lacking = max(model.least_records - known, 0)
    found = (count + 1 + lacking * model.usual[field]) / (known + 1 + lacking)
    return min(max(found, model.rarest), model.commonest)


def prior(model: Model, records: int) -> float:
    """The chance that two records taken blindly are one person, from 0 to 1.

    The more records, the likelier that somebody else fits by chance.
    """
    return model.partners / taken_for(model, records)


def prior_bits(model: Model, records: int) -> float:
    """The same in bits: where the waterfall starts, below 0."""
    chance = prior(model, records)
    return log2(chance / (1 - chance))


def weigh(
    one: Prepared,
    other: Prepared,
    model: Model,
    *,
    records: int,
    frequencies: tuple[Frequencies, Frequencies],
) -> tuple[Step, ...]:
    """The waterfall of two records: where it starts, then each comparison; their sum is the weight in bits.

    The same whichever record comes first.

    Parameters
    ----------
    records
        How many records the lists hold together.
    frequencies
        Of each of the two, how common its values are among them, as `share` has it.
    """
    steps = [Step(BEFORE, f"{records} records", prior_bits(model, records))]
    for comparison in model.comparisons:
        level = level_of(comparison, one, other)
        bits = level.bits(taken_for(model, records))
        if level.rarity:
            common = max(each[level.rarity] for each in frequencies if level.rarity in each)
            bits += level.rare_bits(common)
        steps.append(Step(comparison.name, level.says, bits, comparison.of, level.tells, level.vague))
    return tuple(steps)


def level_of(comparison: Comparison, one: Prepared, other: Prepared) -> Level:
    """The first level that holds. The last always does: the file of a model is refused otherwise."""
    return next(level for level in comparison.levels if holds(level.when, one, other))


def bits(steps: tuple[Step, ...]) -> float:
    """The weight: the sum of the waterfall, in bits."""
    return sum(step.bits for step in steps)


def guarded(one: Prepared, other: Prepared, model: Model) -> Guard | None:
    """The first guard that stands between two records, twins before juniors; None when none does."""
    for guard in model.guards:
        if holds(guard.when, one, other):
            return guard
    return None
