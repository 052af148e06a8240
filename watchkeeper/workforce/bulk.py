"""Who manages each person on a day: the twin of the one-person answer, for a register."""

from ibis.expr.types import Table

from watchkeeper.engine.declared import newest

_TOLD = ("person_ref", "ref", "officer_ref", "since", "until")


def managed(managers: Table, asked: Table) -> Table:
    """The spell that holds on the day, the newest of several; failing that, the one that ended last."""
    begun = managers.cross_join(asked)
    begun = begun.filter(begun["since"] <= begun["asked_on"])
    holds = begun["until"].isnull() | (begun["until"] > begun["asked_on"])
    placed = begun.mutate(holds=holds.cast("int8"), counts_from=holds.ifelse(begun["since"], begun["until"]))
    placed = placed.select("holds", "counts_from", *_TOLD)
    return newest(placed, "holds", "counts_from", "ref").select(*_TOLD).order_by("person_ref")
