"""The children of the force who go missing, the homes they are looked after in, and a year of episodes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from random import Random

from watchkeeper.briefing.facts import NO_UNIT
from watchkeeper.missing.concerns import ConcernStep
from watchkeeper.missing.facts import Care
from watchkeeper.synth import missing_rates as rates
from watchkeeper.synth.episodes import DAY, HOUR, Child, Drawn, coordinator, whole
from watchkeeper.synth.files import Files
from watchkeeper.synth.force import Force
from watchkeeper.synth.history import NO, YEAR, Row, evening, iso
from watchkeeper.synth.names import FAMILY, FEMALE, MALE
from watchkeeper.synth.places import NEVER_ISSUED, sectors
from watchkeeper.synth.planted.missing import MissingFault, planted, without_panel
from watchkeeper.synth.screenings import day_after_all, screened, step

NOWHERE_ELSE = "A"
"""Last letter of postcodes children are found at: no invented address ends so, and no real one is so."""


@dataclass(frozen=True)
class Register:
    """How many episodes the force has, over a year, and of how many children and homes."""

    force: Force
    episodes: int

    @property
    def night(self) -> int:
        """The first minute of the night: nothing has happened since."""
        return self.force.on * DAY

    @cached_property
    def children(self) -> int:
        """Children who went missing, each some three times."""
        return max(self.force.units, round(self.episodes / rates.EPISODES_A_CHILD))

    @cached_property
    def homes(self) -> int:
        """Care homes: one in each unit at least."""
        share = dict(rates.CARE)[Care.HOME]
        return max(self.force.units, round(self.children * share / rates.CHILDREN_A_HOME))


def a_year(people: int) -> int:
    """Episodes of a year of a force with so many people on the register: London's 29,000 at 7,100."""
    return round(people * rates.EPISODES_A_PERSON)


def default_episodes(people: int) -> int:
    """Episodes written unless somebody asks for more or fewer."""
    return round(a_year(people) * rates.WRITTEN)


def write_missing(files: Files, force: Force, number: int, next_door: list[str]) -> Iterator[MissingFault]:
    """Write `number` episodes with their children and homes, and yield what was planted among them.

    `next_door` are postcodes where somebody on the register lives tonight. At 0 nothing is written.
    """
    if not number:
        return
    register = Register(force, number)
    files.write("care_homes", [_home(register, at) for at in range(register.homes)])
    written, active = 0, set[str]()
    for fault, child, made, flags in planted(force, register.night, next_door, _child):
        files.write("missing_people", [child.row])
        files.write("exploitation_flags", flags)
        _write(files, made)
        written += 1
        active |= {child.unit} if child.flagged else set()
        yield fault
    files.flush()
    left, many = max(0, number - written), register.children
    for at in range(many):
        rng = Random(f"{force.seed}:missing:{at}")
        child = _child(force, at, rng, homes=register.homes)
        files.write("missing_people", [child.row])
        flags = [flag(child, force.on, rng, owner=coordinator(child.unit))] if child.flagged else []
        files.write("exploitation_flags", flags)
        if child.home and rng.random() < rates.FORMS:
            files.write("philomena_forms", [_form(child, force.on, rng)])
        last = at == many - 1
        some = left if last else min(left, round(rng.expovariate((many - at) / left)) if left else 0)
        left -= some
        episodes = list(_episodes(register, child, some, rng))
        for made in episodes:
            _write(files, made)
        _concerns(files, child, episodes, flags)
        active |= {child.unit if episodes else NO_UNIT} if child.flagged else set()
        if at % 200 == 199:
            files.flush()
    yield from (without_panel(unit) for unit in sorted(active))


def _concerns(files: Files, child: Child, episodes: list[Drawn], flags: list[Row]) -> None:
    """Screened once all was known of the last episode and flag; a flagged child was met about, too."""
    news = [day_after_all(made.found) for made in episodes if made.found is not None]
    looked = [date.fromisoformat(each["reviewed_on"]).toordinal() for each in flags]
    if news or looked:
        files.write("exploitation_screenings", [screened(child, max([*news, *looked]))])
    files.write("exploitation_steps", [step(child, ConcernStep.REVIEWED, day) for day in looked])


def flag(child: Child, on: int, rng: Random, *, owner: str) -> Row:
    """A flag of exploitation set in the year, looked at in the last weeks, and to be in those to come."""
    looked = on - rng.randint(1, 20)
    since = looked - rng.randint(0, 300)
    kinds, shares = zip(*rates.FLAGS, strict=True)
    return {
        "ref": f"{child.ref}-X1",
        "recorded_at": evening(looked),
        "withdrawn": NO,
        "missing_ref": child.ref,
        "kind": rng.choices(kinds, shares)[0],
        "on": iso(since),
        "owner": owner,
        "review_on": iso(looked + 27),
        "reviewed_on": iso(looked),
        "by": owner,
        "reason": "Seen with somebody older who buys things for them.",
    }


def _form(child: Child, on: int, rng: Random) -> Row:
    dated = on - rng.randint(*rates.FORM_DAYS)
    return {
        "ref": f"{child.ref}-PF1",
        "recorded_at": evening(dated + 1),
        "withdrawn": NO,
        "missing_ref": child.ref,
        "version": "1",
        "received_at": evening(dated + 1),
        "dated_on": iso(dated),
        "description": "Invented for a synthetic child.",
    }


def _write(files: Files, made: Drawn) -> None:
    for table, rows in made.rows.items():
        files.write(table, rows)


def _home(register: Register, at: int) -> Row:
    force = register.force
    rng = Random(f"{force.seed}:home:{at}")
    unit = at % force.units
    borough = rng.choice(force.boroughs(unit))
    return {
        "ref": f"CH{at + 1:04d}",
        "recorded_at": evening(force.on - 3_000),
        "withdrawn": NO,
        "name": f"Home {at + 1}",
        "postcode": _postcode(borough, rng),
        "authority": borough,
        "unit": force.unit_ref(unit),
        "contact": "020 7946 0000",
    }


def _child(force: Force, at: int, rng: Random, *, homes: int, prefix: str = "MP") -> Child:
    unit = at % force.units
    borough = rng.choice(force.boroughs(unit))
    cares, shares = zip(*rates.CARE, strict=True)
    care: Care = rng.choices(cares, shares)[0]
    # The homes of the unit are those whose number leaves the same rest.
    of_unit = len(range(unit, homes, force.units))
    number = unit + force.units * rng.randrange(of_unit) if of_unit else 0
    home = f"CH{number + 1:04d}" if care is Care.HOME and of_unit else ""
    flagged = rng.random() < rates.FLAGGED
    low, high = rates.AGES
    made = Child(
        f"{prefix}{at + 1:06d}", force.unit_ref(unit), borough, care, home, _postcode(borough, rng), flagged
    )
    given = rng.choice(FEMALE if rng.random() < 1 / 2 else MALE)
    made.row = {
        "ref": made.ref,
        "recorded_at": evening(force.on - 400),
        "withdrawn": NO,
        "family_name": rng.choice(FAMILY),
        "given_names": given,
        "born_on": iso(force.on - int(YEAR * rng.uniform(low + 0.1, high + 0.9))),
        "care": care,
        "home": home,
        "postcode": made.postcode,
        "authority": borough,
        "disabled": NO,
        "learning_disabled": NO,
    }
    return made


def _episodes(register: Register, child: Child, number: int, rng: Random) -> Iterator[Drawn]:
    """A child's episodes, none while another lasts, all over before the night."""
    spread = rates.YEAR_DAYS * DAY
    starts = sorted(rng.randrange(spread) for _ in range(number))
    free = 0
    for at, start in enumerate(starts, 1):
        reported = register.night - spread + max(start, free)
        found = reported + _missing_for(rng)
        latest = register.night - 3 * HOUR
        if found > latest:
            found = latest - rng.randrange(DAY)
            reported = min(reported, found - 2 * HOUR)
        free = found + DAY - (register.night - spread)
        postcode = _postcode(rng.choice(register.force.boroughs(at)), rng)
        yield whole(f"ME{child.ref[2:]}-{at}", child, reported, found, postcode, register.night, rng)


def _missing_for(rng: Random) -> int:
    drawn = rng.random()
    for upto, low, high in rates.HOURS_MISSING:
        if drawn < upto:
            return rng.randint(low * HOUR, high * HOUR)
    raise AssertionError("the shares end at 1")


def _postcode(borough: str, rng: Random) -> str:
    there = sectors()[borough]
    return f"{rng.choice(there)}{rng.choice(NEVER_ISSUED)}{NOWHERE_ELSE}"
