"""Looking at a missing episode, or at all of one child's, is an act: need to know, purpose, and the trail."""

from dataclasses import replace

from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.missing.acts import act_on_episode
from watchkeeper.missing.facts import Case
from watchkeeper.missing.rules.seeing import may_see_child
from watchkeeper.missing.stored import cases_of
from watchkeeper.workforce.acts import Acting, acted
from watchkeeper.workforce.facts import Power


def look(acting: Acting) -> Case:
    """All that is on record of an episode, for whoever needs to know of it; the look is on the trail.

    Raises Refused without the power, without need to know, without a purpose, and for an episode
    nobody recorded.
    """
    with act_on_episode(Power.READ_MISSING, acting) as (_, case):
        return case


def look_at_child(acting: Acting) -> tuple[Case, ...]:
    """Every episode of one child, the first first, for whoever needs to know; the look is on the trail.

    `acting.about` is the child. Raises Refused without the power, without need to know, without a
    purpose, and for somebody of whom no episode is on record.
    """
    with acted(Power.READ_MISSING, acting) as this:
        cases = cases_of(acting.about, known_at=acting.at)
        this.require(Decision((Reason(bool(cases), "an episode of theirs is on record", RECORDS),)))
        wide = acting.law["force_wide_units"].words(acting.on)
        this.require(may_see_child(acting.by, {each.episode.unit for each in cases}, force_wide=wide))
        this.fact("episodes", len(cases))
        return cases


def look_for_missing(near: int, outside: int, acting: Acting) -> None:
    """Keep on the trail that whoever takes a report was shown people on record near the one they told of.

    `outside` is how many more were near, and not shown.
    """
    with acted(Power.REPORT_MISSING, replace(acting, about="")) as this:
        this.fact("near the name told", near)
        this.fact("near it, and not shown", outside)
