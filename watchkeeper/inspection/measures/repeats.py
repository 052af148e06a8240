"""After how many months the instrument of the assessment that counts says itself that it is made again."""

import ibis
from ibis.expr.types import Table

from watchkeeper.engine.timeline import newest_by
from watchkeeper.inspection.measures.standing import KEY
from watchkeeper.risk.answers import Place


def repeats(held: dict[str, Table]) -> Table:
    """Of each row of `stood` whose assessment was made with a pack that says so: after how many months.

    The twin of `risk.rules.repeating.own_clock`: the newest conclusion of each instrument counts, and of
    those that complete the assessment the first by name.
    """
    ratings = held["ratings"]
    ratings = ratings.filter(ratings["concluded"].fill_null(False) & (ratings["place"] == Place.FIRST.value))
    named = ratings.mutate(name=ratings["pack"].re_extract(r"^([^ ]*)", 1))
    newest = newest_by(named, held["days"], ("on", "ref"), ("pack", "completes"), of=("person_ref", "name"))
    stood = held["stood"].select(*KEY, "assessed_ref")
    made = newest.inner_join(stood, KEY)
    made = made.filter((made["completes"] != "") & (made["completes"] == made["assessed_ref"]))
    packed = ibis.struct({name: made[name] for name in ("name", "pack")})
    first = made.group_by(*KEY).aggregate(kept=packed.min())
    first = first.select(*KEY, pack=first["kept"]["pack"])
    return first.inner_join(held["packed"], "pack").select(*KEY, "own_months")
