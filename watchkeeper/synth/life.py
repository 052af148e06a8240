"""One life on the register: who, why, how long, and when within reach."""

from random import Random

from watchkeeper.people.facts import AddressKind, AwayKind, Sex
from watchkeeper.registers.facts import Finding, Sentence
from watchkeeper.risk.facts import Level
from watchkeeper.synth import contact, management, notices, orders, rates
from watchkeeper.synth.assessed import assessed
from watchkeeper.synth.history import NO, YEAR, YES, History, iso
from watchkeeper.synth.names import FAMILY, FEMALE, GRAVE_OFFENCES, MALE, OFFENCES
from watchkeeper.synth.places import address

ADULT = 18
LOW_LONG_ENOUGH = 3.1  # years of low risk before management without visits
EARLIEST = 732_400  # 1 April 2006: safely after Part 2 of the Act began


def live(h: History) -> None:
    """Draw a whole history, in the order a life takes: each part reads what came before it."""
    h.sergeant = h.force.sergeant(h.unit, h.place)
    _shape(h)
    _disposal(h)
    _windows(h)
    notices.trips(h)
    _management_of_risk(h)
    _person(h)
    orders.orders(h)
    management.managers(h)
    management.levels(h)
    notices.homes(h)
    notices.notifications(h)
    contact.visits(h)
    management.assurance(h)
    orders.tested(h)
    assessed(h)


def _shape(h: History) -> None:
    draw = h.rng.random()
    if h.wish.plain:
        h.kind = "veteran" if h.wish.veteran else "ordinary"
    elif draw < rates.HISTORIC:
        h.kind = "historic"
    elif draw < rates.HISTORIC + rates.YOUNG:
        h.kind = "young"
    elif draw < rates.HISTORIC + rates.YOUNG + rates.VETERAN:
        h.kind = "veteran"
    draw = h.rng.random()
    for level, share in rates.LEVEL_SHARES:
        h.level = level
        if draw < share:
            break
        draw -= share
    if h.wish.level is not None:
        h.level = h.wish.level


def _drawn_disposal(h: History) -> tuple[Sentence, int, float | None]:
    draw = h.rng.random()
    for share, sentence, low, high, years in rates.DISPOSALS:
        if draw < share:
            return sentence, h.between(low, high), years
        draw -= share
    raise ValueError("shares of disposals do not make up the whole")


def _disposal(h: History) -> None:
    sentence, months, years = _drawn_disposal(h)
    if h.wish.plain:
        sentence, months, years = Sentence.SUSPENDED, 18, 10
        if h.wish.released[1]:
            sentence, months, years = Sentence.IMPRISONMENT, h.between(36, 60), None
    if h.kind == "young":
        sentence, months, years = (
            (Sentence.COMMUNITY, 0, 2.5) if h.rng.random() < 0.7 else (Sentence.CAUTION, 0, 1.0)
        )
    elif h.kind == "veteran":
        sentence, months, years = Sentence.IMPRISONMENT, h.between(36, 60), None
    elif h.kind == "historic":
        sentence, months, years = (
            (Sentence.CAUTION, 0, 2) if h.rng.random() < 0.5 else (Sentence.COMMUNITY, 0, 5)
        )
    if sentence is Sentence.CONDITIONAL_DISCHARGE:
        years = months / 12
    h.relevant = _relevant(h, months, years)
    if years is not None:
        h.ends = h.relevant + int(years * YEAR) - 1
    _away(h, sentence, months)
    caution = sentence is Sentence.CAUTION
    grave = h.level in (Level.VERY_HIGH, Level.HIGH) and years is None
    offences = GRAVE_OFFENCES if grave else OFFENCES
    h.add(
        "disposals",
        h.relevant,
        offence=offences[int(h.rng.random() * len(offences))],
        finding=Finding.CAUTION if caution else Finding.CONVICTION,
        relevant_date=iso(h.relevant),
        sentence=sentence,
        term_months=months or "",
        term_begins_on=iso(h.relevant) if months else "",
    )


def _relevant(h: History, months: int, years: float | None) -> int:
    """The day of conviction or caution, so that the period is not over, unless it should be."""
    if h.kind == "historic":
        over = h.between(60, 3 * 365)
        return h.on - int((years or 0) * YEAR) - over
    if h.kind == "veteran":
        return max(EARLIEST, h.on - h.between(int(18.3 * YEAR), int(20 * YEAR)))
    if h.wish.released[1]:
        return h.on - h.between(*h.wish.released) - int(months * YEAR / 24)
    if h.wish.years[1]:
        low, high = h.wish.years
        return h.on - h.between(int(low * YEAR), int(high * YEAR))
    latest = int(10 * YEAR) if years is None else int(min(10, years) * YEAR) - 200
    return h.on - h.between(40, latest)


def _away(h: History, sentence: Sentence, months: int) -> None:
    release = _release(h, sentence, months)
    if release > h.relevant:
        kind = AwayKind.CUSTODY
        if sentence in (Sentence.HOSPITAL, Sentence.HOSPITAL_RESTRICTED):
            kind = AwayKind.HOSPITAL
        elif h.rng.random() < rates.REMAND_BEFORE:
            h.away.append((AwayKind.REMAND, h.relevant - h.between(20, 120), h.relevant))
        h.away.append((kind, h.relevant, release if release <= h.last else None))
        if kind is AwayKind.CUSTODY and release <= h.last:
            h.licence_until = h.relevant + int(months * YEAR / 12)
    if h.wish.plain or h.kind != "ordinary" or release > h.on - 400:
        return
    draw = h.rng.random()
    low, kind = release + 60, AwayKind.REMAND if h.rng.random() < 0.8 else AwayKind.HOSPITAL
    if draw < rates.RECALLED:
        since = h.between(low, h.on - 200)
        h.away.append((kind, since, since + h.between(10, 90)))
    elif draw < rates.RECALLED + rates.AWAY_TONIGHT:
        h.away.append((kind, h.on - h.between(3, 200), None))


def _release(h: History, sentence: Sentence, months: int) -> int:
    if sentence is Sentence.IMPRISONMENT:
        return h.relevant + int(months * YEAR / 24)
    if sentence in (Sentence.LIFE, Sentence.INDETERMINATE):
        return h.relevant + h.between(3 * 365, 9 * 365)
    if sentence in (Sentence.HOSPITAL, Sentence.HOSPITAL_RESTRICTED):
        return h.relevant + h.between(365, 4 * 365)
    return h.relevant


def _windows(h: History) -> None:
    """Runs of days at liberty, from the relevant date to yesterday or the end of the period."""
    start: int | None = h.relevant
    for _, since, until in sorted(h.away, key=lambda span: span[1]):
        if start is not None and since > start:
            h.windows.append((start, min(since - 1, h.end)))
        start = until if until is None or start is None or until > start else start
    if start is not None and start <= h.end:
        h.windows.append((start, h.end))


def _management_of_risk(h: History) -> None:
    """Whether the level was once another, and whether management is reactive."""
    h.level_since = h.relevant
    plain = h.wish.plain
    began = h.windows[-1][0] if h.windows else h.on
    if (
        h.level is Level.LOW
        and h.kind in ("ordinary", "veteran")
        and began < h.on - int(LOW_LONG_ENOUGH * YEAR) - 120
    ):
        wanted = h.wish.reactive if plain else h.rng.random() < rates.REACTIVE_WHERE_ELIGIBLE
        if wanted and h.windows[-1][1] == h.last:
            h.reactive_since = h.between(began + int(LOW_LONG_ENOUGH * YEAR), h.on - 90)
            return
    if not plain and len(h.windows) > 0 and began < h.on - 900 and h.rng.random() < rates.EARLIER_LEVEL:
        others = [level for level in (Level.HIGH, Level.MEDIUM, Level.LOW) if level is not h.level]
        h.prior_level = others[int(h.rng.random() * len(others))]
        h.level_since = h.between(began + 30, h.on - 300)
    if h.kind == "young" or plain or h.wish.released[1]:
        return
    if not h.reactive_since and h.windows and h.windows[-1][1] == h.last and h.rng.random() < rates.FOUND:
        h.found_since = max(h.windows[-1][0] + 20, h.on - h.between(30, 200))
        if h.found_since > h.on - 20:
            h.found_since = 0


def _person(h: History) -> None:
    rng = h.rng
    female = rng.random() < rates.FEMALE
    given = FEMALE if female else MALE
    age = h.between(14, 16) if h.kind == "young" else h.between(20, 70)
    h.born = h.relevant - int((age + rng.random() * 0.9) * YEAR)
    boroughs = h.force.boroughs(h.unit)
    h.borough = boroughs[int(rng.random() * len(boroughs))]
    names = [given[int(rng.random() * len(given))] for _ in range(2)]
    row = {
        "family_name": FAMILY[int(rng.random() * len(FAMILY))],
        "given_names": " ".join(dict.fromkeys(names)),
        "born_on": iso(h.born),
        "sex": Sex.FEMALE if female else Sex.MALE,
        "unit": h.force.unit_ref(h.unit),
        "safety_marker": "May be violent" if rng.random() < rates.SAFETY_MARKER else "",
        "intelligence_flag_on": iso(h.relevant),
        "on_licence": YES if h.licence_until > h.on else NO,
    }
    eighteen = h.born + int(ADULT * YEAR)
    if h.kind == "young" and eighteen > h.on and rng.random() < 0.6:
        row["parent_ref"] = f"{h.ref}-PARENT"
        row["parental_direction_on"] = iso(h.relevant)
        row["parental_direction_until"] = iso(eighteen)
    h.add_person(h.relevant, row)
    for kind, since, until in h.away:
        h.add("away", until or since, kind=kind, since=iso(since), until=iso(until) if until else "")
    _needs(h, female=female)
    if rng.random() < rates.OTHER_ADDRESS:
        line, postcode = address(rng, h.borough)
        h.add(
            "addresses",
            h.relevant,
            kind=AddressKind.OTHER,
            line=line,
            postcode=postcode,
            since=iso(h.relevant - 400),
            children_live_there=NO,
        )


def _needs(h: History, *, female: bool) -> None:
    """What a visit asks of the crew, for a few: drawn apart from the rest of a life."""
    rng = Random(f"{h.force.seed}:needs:{h.number}")
    language = rng.choice(rates.LANGUAGES) if rng.random() < rates.NEEDS_LANGUAGE else ""
    if female or language:
        sex = Sex.FEMALE if female else ""
        h.add("visit_needs", h.relevant, officer_sex=sex, language=language)
