"""Who manages, at what level, on what assessment and plan, reviewed by whom, with what intelligence."""

from watchkeeper.inspection.facts import Signal
from watchkeeper.synth import rates
from watchkeeper.synth.history import NO, YEAR, YES, History, Row, iso

PILLARS = "supervision;monitoring and control;interventions and treatment;victim safety"
HAND_OVER_YEARS = 4.0
ASSESSED_FIRST = (3, 11)  # days after registration or release
ASSESSED_AGAIN = (290, 345)  # days after the assessment before
ASSESSED_AFTER_INTELLIGENCE = (2, 8)
REVIEWED_FIRST = (10, 60)


def managers(h: History) -> None:
    """Spells with one manager after another, with no gap between them."""
    spells = (
        1 if h.wish.plain else 1 + int((h.end - h.relevant) / YEAR / HAND_OVER_YEARS * h.rng.random() * 2)
    )
    length = max(1, (h.end - h.relevant) // spells)
    for spell in range(spells):
        since = h.relevant + spell * length
        current = spell == spells - 1
        officer = (
            h.force.manager(h.unit, h.place)
            if current
            else h.force.colleague(h.unit, h.place, h.between(0, 7))
        )
        until = 0 if current else since + length
        if current and h.kind == "historic":
            until = h.end + 1
        h.add(
            "managers",
            until or since,
            officer_ref=officer,
            since=iso(since),
            until=iso(until) if until else "",
        )


def levels(h: History) -> None:
    """The level, set on registration; for some, once another."""
    if h.prior_level is not None:
        h.add("levels", h.relevant, level=h.prior_level, set_on=iso(h.relevant), set_by=h.sergeant)
    h.add("levels", h.level_since, level=h.level, set_on=iso(h.level_since), set_by=h.sergeant)


def assurance(h: History) -> None:
    """Intelligence, assessments, plans and supervisor's reviews, each before it falls due."""
    significant = _intelligence(h)
    _assessments(h, significant)
    _reviews(h)


def _intelligence(h: History) -> list[int]:
    rate = rates.INTELLIGENCE_A_YEAR[h.level] / YEAR
    significant: list[int] = []
    stop = h.reactive_since - int(3.1 * YEAR) if h.reactive_since else h.end
    for began, ended in h.windows:
        day = float(began)
        while True:
            day += h.rng.expovariate(rate)
            if day > min(ended, stop):
                break
            received = int(day)
            if received >= h.on - rates.SILENT and h.force.quiet(h.unit) is Signal.INTELLIGENCE:
                break
            reviewed = min(received + h.between(0, 1), h.last)
            grave = h.rng.random() < rates.SIGNIFICANT
            intelligence(h, received, reviewed, grave=grave)
            if grave:
                significant.append(received)
    return significant


def intelligence(h: History, received: int, reviewed: int, *, grave: bool) -> Row:
    """One item, and when the manager reviewed it; 0 where nobody has."""
    return h.add(
        "intelligence",
        max(received, reviewed),
        received_on=iso(received),
        significant=YES if grave else NO,
        reviewed_on=iso(reviewed) if reviewed else "",
    )


def _assessments(h: History, significant: list[int]) -> None:
    if not h.windows or h.windows[0][0] > h.relevant:
        plan(h, h.relevant + min(5, h.last - h.relevant))
    for began, ended in h.windows:
        due = began + h.between(*ASSESSED_FIRST)
        events = [day for day in significant if began <= day <= ended]
        while True:
            event = events[0] if events else 0
            if event and event < due:
                events.pop(0)
                due = min(due, event + h.between(*ASSESSED_AFTER_INTELLIGENCE))
                events = [day for day in events if day >= due]
            if due > ended:
                break
            assessment(h, due)
            plan(h, due)
            due += h.between(*ASSESSED_AGAIN)
    if h.reactive_since:
        plan(h, h.reactive_since)


def assessment(h: History, day: int, instrument: str = "ARMS") -> Row:
    """One assessment, signed off within a day."""
    signed = min(day + h.between(0, 1), h.last)
    return h.add(
        "assessments", signed, instrument=instrument, completed_on=iso(day), signed_off_on=iso(signed)
    )


def plan(h: History, day: int) -> Row:
    """A complete plan, approved within a day."""
    approved = min(day + h.between(0, 1), h.last)
    row = h.add(
        "plans",
        approved,
        made_on=iso(day),
        reactive=NO,
        pillars=PILLARS,
        actions_without_owner=0,
        approved_on=iso(approved),
        approved_by=h.sergeant,
    )
    if h.reactive_since and day >= h.reactive_since:
        row["reactive"], row["reactive_since"] = YES, iso(h.reactive_since)
        row["deviation_reason"] = "Low risk for more than three years, settled, nothing new known"
    return row


def _reviews(h: History) -> None:
    day = h.relevant + h.between(*REVIEWED_FIRST)
    while day <= h.end:
        h.add("reviews", day, reviewed_on=iso(day), reviewed_by=h.sergeant)
        level = h.level if day >= h.level_since or h.prior_level is None else h.prior_level
        allowed = rates.REVIEW_DAYS[level]
        after = day + h.between(int(allowed * 0.7), allowed)
        if day < h.level_since < after:
            after = max(day + 1, min(after, h.level_since + h.between(1, 20)))
        day = after
