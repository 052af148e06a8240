"""What an order or an application must show before it is made. SOA 2003, ss.96ZA, 103A, 103C, 103D, 122A."""

from collections.abc import Sequence
from datetime import date, timedelta

from watchkeeper.law.clocks import last_of_months
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, names
from watchkeeper.registers.facts import Condition, Order
from watchkeeper.registers.rules.orders import LEAST
from watchkeeper.registers.rules.reach import whole
from watchkeeper.workforce.facts import Rank

DAY = timedelta(days=1)
ACT = "Sexual Offences Act 2003, s."


def may_be_drafted(order: Order, conditions: Sequence[Condition], law: Shelf) -> Decision:
    """Whether an order's periods and terms are such as the law allows.

    s.103C(2): at least 5 years "or until further order"; s.103D(1): a travel prohibition for "a
    fixed period of not more than 5 years". A requirement to do something is allowed only in
    orders made from 29 November 2022. Each term says how a visit can test it: our proposal.
    """
    untested = [c.ref for c in conditions if not c.test_method.strip()]
    positive = [c.ref for c in conditions if c.positive]
    require = law["orders_may_require"]
    may_require = require.flag(max(order.made_on, require.values[0][0]))
    return Decision(
        (
            _long_enough(order, law),
            _travel_short_enough(order, law),
            Reason(
                may_require or not positive,
                f"requirements to do something: {names(positive) or 'none'}",
                require.cite,
            ),
            Reason(
                not untested,
                f"terms nobody has said how to test: {names(untested) or 'none'}",
                law["condition_test_months"].cite,
            ),
        )
    )


def _long_enough(order: Order, law: Shelf) -> Reason:
    name = LEAST.get(order.kind)
    if name is None:
        return Reason(True, f"{order.kind} has no least length", ACT + "103C(2)")
    row = law[name]
    if order.until is None:
        return Reason(True, "until further order", row.cite)
    least = last_of_months(whole(row, order.made_on), beginning_with=order.made_on)
    only_travel = order.travel_until == order.until
    last = order.until - DAY
    says = f"to the end of {day(last)}, {day(least)} at the least"
    return Reason(only_travel or last >= least, says, row.cite)


def _travel_short_enough(order: Order, law: Shelf) -> Reason:
    row = law["travel_prohibition_most_months"]
    ends = order.travel_until
    if ends is None:
        says = (
            "a ban on all travel needs a fixed end" if order.travel_total_ban else "travel is not forbidden"
        )
        return Reason(not order.travel_total_ban, says, row.cite)
    most = last_of_months(whole(row, order.made_on), beginning_with=order.made_on)
    last = ends - DAY
    return Reason(
        last <= most, f"travel forbidden to the end of {day(last)}, {day(most)} at the most", row.cite
    )


def may_apply_for_harm_order(
    *,
    qualifying_offender: bool,
    acts_alleged: Sequence[str],
    why_necessary: str,
    travel_sought: bool,
    country_list_regarded: bool,
) -> Decision:
    """Whether a police application for a sexual harm prevention order is ready to be made.

    s.103A(3): a qualifying offender, who on the balance of probabilities has since acted "in
    one or more of the ways alleged", which makes an order necessary to protect from sexual
    harm. Where travel is to be forbidden, regard must be had to the published list of
    countries, PCSC Act 2022, ss.172 and 173. The court decides whether it is proved.
    """
    return Decision(
        (
            Reason(qualifying_offender, "qualifying offender", ACT + "103A(3)(a)"),
            Reason(
                bool(acts_alleged), f"acts alleged and evidenced: {len(acts_alleged)}", ACT + "103A(3)(b)"
            ),
            Reason(bool(why_necessary.strip()), "why it is necessary is written down", ACT + "103A(3)(c)"),
            Reason(
                country_list_regarded or not travel_sought,
                "list of high-risk countries considered, where travel is to be forbidden",
                "Police, Crime, Sentencing and Courts Act 2022, ss.172 and 173",
            ),
        )
    )


def may_apply_for_risk_order(*, sexual_act_alleged: bool, why_necessary: str) -> Decision:
    """Whether a sexual risk order is the route: no conviction is needed.

    s.122A(2): "an act of a sexual nature" that gives "reasonable cause to believe that it is
    necessary" to make one. It is offered wherever there is an act and no conviction.
    """
    return Decision(
        (
            Reason(sexual_act_alleged, "an act of a sexual nature", ACT + "122A(2)"),
            Reason(
                bool(why_necessary.strip()), "why it is necessary is written down", ACT + "122A(2) and (6)"
            ),
        )
    )


def may_give_foreign_conviction_notice(
    authorised_by: Rank, *, equivalent_offence: bool, law: Shelf, on: date
) -> Decision:
    """Whether the police may make a foreign conviction notifiable by notice of their own.

    The conduct must amount to a Schedule 3 offence here, and an inspector or above authorise it.
    """
    row = law["foreign_conviction_notice_rank"]
    least = Rank(row.words(on)[0])
    return Decision(
        (
            Reason(equivalent_offence, "would be a Schedule 3 offence here", ACT + "99"),
            Reason(authorised_by.at_least(least), f"authorised by {authorised_by}, {least} needed", row.cite),
        )
    )
