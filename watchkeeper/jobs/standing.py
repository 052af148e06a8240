"""How the background work stands: how many jobs in each state, those cleared away counted in."""

from django.db.models import Count
from django_tasks_db.models import DBTaskResult

from watchkeeper.jobs.asking import STATES
from watchkeeper.jobs.clearing import counted
from watchkeeper.jobs.rules import State


def counts() -> dict[State, int]:
    """Jobs by state, every state named."""
    found = dict.fromkeys(State, 0) | counted()
    rows = DBTaskResult.objects.order_by().values_list("status").annotate(many=Count("id"))
    for status, many in rows:
        found[STATES.get(status, State.DONE)] += many
    return found
