"""Giving a crime by a form: who may supervise it, who may decide about it, and all that is wrong at once."""

from collections.abc import Iterable, Mapping

from watchkeeper.crimes.actions.holding import SUPERVISOR, allocate, may_allocate
from watchkeeper.crimes.facts import Case, CrimeKind
from watchkeeper.crimes.holders import answering_for, may_answer
from watchkeeper.crimes.rules.holding import holder
from watchkeeper.crimes.rules.matrix import kind_of, may_supervise
from watchkeeper.law.wording import spoken_ref
from watchkeeper.web.asking import Asking
from watchkeeper.web.components import sentence
from watchkeeper.web.entered import Entered
from watchkeeper.web.form_parts import Item
from watchkeeper.workforce.acts import Acting, Refused
from watchkeeper.workforce.conduct import Fitness
from watchkeeper.workforce.facts import RANKS, Officer, Power, Role
from watchkeeper.workforce.fitness import fitness_as_known
from watchkeeper.workforce.rules.authority import SUPERVISING, in_post, least_rank


def given(
    form: Entered,
    officer: str,
    supervisor: str,
    acting: Acting,
    *,
    at: str,
    under: str,
    wrong: bool,
    of_nobody: bool = False,
) -> bool:
    """Give a crime where nothing about it is wrong yet; else say everything that is, each beside its field.

    `at` is the field of the officer, `under` that of the supervisor; a blank one has been told of.
    `of_nobody`: it was offered as one that nobody holds, and is taken from nobody.
    """
    try:
        if not wrong:
            allocate(officer, supervisor, acting, of_nobody=of_nobody)
            return True
        found = may_allocate(officer, supervisor, acting, of_nobody=of_nobody)
    except Refused as no:
        found = no.decision
    for reason in found.unmet:
        if reason.asks == SUPERVISOR:
            if supervisor:
                lacking = reason.says.removeprefix(f"{SUPERVISOR}: ")
                form.wrong(under, f"{supervisor} may not supervise {spoken_ref(acting.about)}: {lacking}")
        elif officer:
            form.wrong(at, f"{sentence(spoken_ref(acting.about))} was not given to {officer}: {reason.says}")
    return False


class Supervisors:
    """Who may supervise the crimes of one page. What is known of them is read once."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._fit: dict[tuple[CrimeKind, str], tuple[list[Officer], Mapping[str, Fitness]]] = {}
        self._wide = {*asking.law["force_wide_units"].words(asking.on)}
        self._over: dict[str, int] = {}

    def of(self, case: Case) -> list[Item]:
        """Who may supervise a crime: of its unit first, then of headquarters.

        Of these, supervisors by role first, then the lowest rank that may, then who supervises fewest.
        """
        asking = self._asking
        fit, known = self._by_rank_and_courses(case)
        may = may_answer(known, case, asking.law, on=asking.on, known_at=asking.at)
        able = (each for each in fit if each.ref in may)
        return [
            (each.ref, f"{each.ref}, {each.rank}, {each.unit}, supervises {self._over[each.ref]:,}", "")
            for each in sorted(able, key=self._place)
        ]

    def _place(self, officer: Officer) -> tuple[bool, bool, int, int, str]:
        apart = officer.unit in self._wide, officer.role is not Role.SUPERVISOR
        return *apart, RANKS.index(officer.rank), self._over[officer.ref], officer.ref

    def put(self, supervisor: str) -> None:
        """Count a crime of this page towards what somebody supervises."""
        self._over[supervisor] = self._over.get(supervisor, 0) + 1

    def _by_rank_and_courses(self, case: Case) -> tuple[list[Officer], Mapping[str, Fitness]]:
        law, on, at = self._asking.law, self._asking.on, self._asking.at
        alike = (kind_of(case, law, on=on).kind, case.crime.unit)
        if alike not in self._fit:
            near = self._asking.staff_of(case.crime.unit, *sorted(self._wide))
            fit = [each for each in near if may_supervise(each, alike[0], law, on=on).allowed]
            refs = [each.ref for each in fit]
            known = fitness_as_known({}, on=on, known_at=at, officers=refs, law=law)
            new = [ref for ref in refs if ref not in self._over]
            over = answering_for(new, on=on, known_at=at)
            self._over |= {ref: over.get(ref, 0) for ref in new}
            self._fit[alike] = fit, known
        return self._fit[alike]


def deciders(case: Case, asking: Asking) -> list[Item]:
    """Who may decide a dispute of the crime, but for its holder and whoever disputes it."""
    least = least_rank(Power.DECIDE_DISPUTE, asking.law, on=asking.on)
    held = holder(case, on=asking.on)
    apart = {asking.officer.ref, held.officer if held is not None else ""}
    wide = {*asking.law["force_wide_units"].words(asking.on)}
    return _listed(
        each
        for each in asking.staff_of(case.crime.unit, *sorted(wide))
        if each.role in SUPERVISING
        and each.rank.at_least(least)
        and each.ref not in apart
        and in_post(each, on=asking.on).met
    )


def _listed(officers: Iterable[Officer]) -> list[Item]:
    return [(each.ref, f"{each.ref}, {each.rank}, {each.unit}", "") for each in officers]
