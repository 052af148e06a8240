"""What belongs together, why, what keeps a busy place from joining everybody, and how two people are linked."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.missing.linked import LAW
from tests.table import table
from watchkeeper.missing.linking.clusters import PEOPLE, NodeKind, clusters, graph
from watchkeeper.missing.linking.facts import Candidate, Evidence, LinkKind, Strength
from watchkeeper.missing.linking.laying import crossing, stand
from watchkeeper.missing.linking.paths import path
from watchkeeper.missing.linking.standing import Answered, LinkState, Verdict, state

ON = date(2026, 3, 20)
FACT = Evidence("E1", ON, "seen")
LINK = Candidate(
    LinkKind.THING,
    "",
    (),
    (),
    "",
    Strength.STRONG,
    "Why.",
    (FACT,),
    ON,
    ON + timedelta(days=30),
    False,
    False,
    "",
    False,
)


def link(text: str) -> Candidate:
    """One link: its parties, and what is between them in brackets; ~ weak, - fair, = strong, ! red."""
    sign, parties = text[0], text[1:]
    who, _, thing = parties.partition("(")
    each = who.split("+")
    thing = thing.rstrip(")")
    children = tuple(sorted(one for one in each if one[0] == "C"))
    adults = tuple(sorted(one for one in each if one[0] == "A"))
    kind = LinkKind.PLACE if thing.startswith("at") else LinkKind.THING if thing else LinkKind.ADDRESS
    if not thing and not adults:
        kind = LinkKind.TOGETHER
    strength = {"~": Strength.WEAK, "-": Strength.FAIR}.get(sign, Strength.STRONG)
    return replace(
        LINK,
        kind=kind,
        key=f"{kind}:{parties}",
        children=children,
        adults=adults,
        thing=thing,
        strength=strength,
        red=sign == "!",
    )


def of(text: str) -> list[Candidate]:
    return [link(each) for each in text.split()]


def members(text: str, **said: object) -> str:
    """Clusters as their people and the rest, parted by semicolons."""
    found = clusters(of(text), LAW, on=ON, **said)  # type: ignore[arg-type]
    return "; ".join(" ".join(ref for _, ref in each.nodes) for each in found)


@table("""
    case                                          | links                      | clusters
    ----------------------------------------------|----------------------------|---------
    nothing                                       |                            |
    two children together                         | -C1+C2                     | C1 C2
    a child and an adult                          | -C1+A1                     | A1 C1
    three by one phone                            | =C1+C2+C3(k)               | C1 C2 C3 k
    a chain                                       | -C1+C2 -C2+C3              | C1 C2 C3
    two that share nothing                        | -C1+C2 -C3+C4              | C1 C2; C3 C4
    a weak link joins nobody                      | ~C1+C2+C3(at-x)            |
    a weak link beside others                     | -C1+C2 ~C2+C3(at-x)        | C1 C2
    the larger first                              | -C8+C9 -C1+C2 -C2+C3       | C1 C2 C3; C8 C9
    the red before the larger                     | -C1+C2 -C2+C3 !C8+A1       | A1 C8; C1 C2 C3
    one child alone is no cluster                 | =C1(k)                     |
""")
def test_what_belongs_together(links: str, clusters: str) -> None:
    assert members(links) == clusters


def test_what_a_person_confirmed_joins_however_weak() -> None:
    weak = link("~C1+C2+C3(at-x)")
    assert members("~C1+C2+C3(at-x)", confirmed={weak.key}) == "C1 C2 C3 at-x"


@table("""
    case                               | near | joined
    -----------------------------------|------|-------
    eleven children near one adult     | 11   | yes
    twelve: that adult lives at a busy place, and joins nobody | 12 | no
""")
def test_one_adult_near_a_busy_place_does_not_join_everybody(near: str, joined: str) -> None:
    found = members(" ".join(f"-C{n:02}+A1" for n in range(int(near))))
    assert bool(found) is (joined == "yes")


def test_strong_links_at_a_busy_adult_join_still() -> None:
    found = members(" ".join([*(f"-C{n:02}+A1" for n in range(12)), "=Cx+A1"]))
    assert found == "A1 Cx"


def test_a_cluster_of_too_many_is_held_by_strong_links_and_says_so() -> None:
    strong = " ".join(f"=C{n:02}+C{n + 1:02}" for n in range(9))
    fair = " ".join(f"-C{n:02}+C{n + 1:02}" for n in range(9, 30))
    (found,) = clusters(of(f"{strong} {fair}"), LAW, on=ON)
    assert found.of(NodeKind.CHILD) == tuple(f"C{n:02}" for n in range(10))
    assert found.cut
    assert found.why.endswith("are left out.")


def test_a_place_does_not_hold_two_networks_together_and_stays_where_most_of_its_children_are() -> None:
    one = " ".join(f"=Ca{n:02}+Ca{n + 1:02}" for n in range(14))
    two = " ".join(f"=Cb{n:02}+Cb{n + 1:02}" for n in range(14))
    found = clusters(of(f"{one} {two} =Ca01+Ca02+Cb01(at-x) =Ca03+Cb03(at-y)"), LAW, on=ON)
    assert [len(each.nodes) for each in found] == [16, 15]
    assert found[0].of(NodeKind.PLACE) == ("at-x",)
    assert all(each.cut for each in found)


def test_a_cluster_says_why_and_what_it_would_fall_apart_without() -> None:
    (found,) = clusters(of("!C1+A1 =C1+C2+C3(k) -C3+C4"), LAW, on=ON)
    assert found.red
    assert found.held_by == ((NodeKind.CHILD, "C1"), (NodeKind.CHILD, "C3"), (NodeKind.THING, "k"))
    assert found.why == (
        "4 children, 1 adult and 1 thing belong together: found at an address, missing together and same thing "
        "seen. A child is linked to somebody on the register. Without 3 of these it would fall apart."
    )


@table("""
    case                                        | links                       | start | end | way
    --------------------------------------------|-----------------------------|-------|-----|----
    one step                                    | -C1+C2                      | C1    | C2  | C1 C2
    through a phone                             | -C1+C2(k)                   | C1    | C2  | C1 k C2
    two strong steps before one weak one        | ~C1+C3 =C1+C2 =C2+C3        | C1    | C3  | C1 C2 C3
    one fair step before two strong ones        | -C1+C3 =C1+C2 =C2+C3        | C1    | C3  | C1 C3
    nothing joins them                          | -C1+C2 -C3+C4               | C1    | C4  |
    nobody knows the other                      | -C1+C2                      | C1    | C9  |
    to themselves                               | -C1+C2                      | C1    | C1  |
""")
def test_how_two_people_are_linked(links: str, start: str, end: str, way: str) -> None:
    steps = path((NodeKind.CHILD, start), (NodeKind.CHILD, end), of(links))
    told = [steps[0].start[1], *(each.end[1] for each in steps)] if steps else []
    assert " ".join(told) == way
    assert all(each.link.why for each in steps)


@table("""
    case                                   | answers          | evidence | on    | stands
    ---------------------------------------|------------------|----------|-------|------
    nobody answered                        |                  | E1       | 03-20 | offered
    and it lapsed                          |                  | E1       | 04-19 | lapsed
    the day before it lapses               |                  | E1       | 04-18 | offered
    confirmed                              | confirmed 03-01  | E1       | 03-20 | confirmed
    confirmed, and never lapses            | confirmed 03-01  | E1       | 04-19 | confirmed
    confirmed, and more is known           | confirmed 03-01  | E1 E2    | 03-20 | confirmed, with new evidence
    rejected                               | rejected 03-01   | E1       | 03-20 | rejected
    rejected, and more is known            | rejected 03-01   | E1 E2    | 03-20 | rejected, with new evidence
    rejected, and it lapsed                | rejected 03-01   | E1 E2    | 04-19 | rejected
    let go                                 | expired 03-01    | E1       | 03-20 | lapsed
    let go, and more is known              | expired 03-01    | E1 E2    | 03-20 | rejected, with new evidence
    an answer to come                      | rejected 03-21   | E1       | 03-20 | offered
    the last answer counts                 | confirmed 03-01 rejected 03-02 | E1 | 03-20 | rejected
""")
def test_where_a_candidate_stands(answers: str, evidence: str, on: str, stands: str) -> None:
    words = answers.split()
    given_ = [
        Answered(f"A{n}", "k", Verdict(verdict), date.fromisoformat(f"2026-{day}"), "O1", frozenset({"E1"}))
        for n, (verdict, day) in enumerate(zip(words[::2], words[1::2], strict=True))
    ]
    candidate = replace(LINK, key="k", evidence=tuple(Evidence(ref, ON, "seen") for ref in evidence.split()))
    assert state(candidate, given_, on=date.fromisoformat(f"2026-{on}")) is LinkState(stands)


WHO = st.sampled_from(["C1", "C2", "C3", "C4", "C5", "A1", "A2"])
LINKS = st.lists(
    st.builds(
        lambda sign, who, thing: f"{sign}{'+'.join(who)}({thing})" if thing else f"{sign}{'+'.join(who[:2])}",
        st.sampled_from("~-=!"),
        st.lists(WHO, min_size=2, max_size=4, unique=True),
        st.sampled_from(["k", "m", "at-x", "at-y"]),
    ),
    max_size=7,
)


@settings(max_examples=60)
@given(LINKS)
def test_nobody_stands_in_two_clusters_and_everybody_in_one_is_joined_by_links_that_join(
    texts: list[str],
) -> None:
    links = [each for each in of(" ".join(texts)) if each.children]
    found = clusters(links, LAW, on=ON)
    people = [node for each in found for node in each.nodes if node[0] in PEOPLE]
    assert len(people) == len(set(people))
    for each in found:
        inside = nx.Graph([(edge.one, edge.other) for edge in each.edges])
        assert nx.is_connected(inside)
        assert set(inside) == set(each.nodes)
        assert all(edge.strength is not Strength.WEAK for edge in each.edges)
    everybody = {node for node in graph(links) if node[0] in PEOPLE}
    for one in sorted(everybody)[:2]:
        for other in sorted(everybody)[-2:]:
            steps = path(one, other, links)
            assert all(a.end == b.start for a, b in pairwise(steps))
            assert not steps or (steps[0].start, steps[-1].end) == (one, other)


@pytest.mark.parametrize("size", [2, 7, 16, 25, 36])
def test_a_picture_has_room_for_every_label_and_is_the_same_for_the_same_seed(size: int) -> None:
    star = " ".join(f"=C{n:02}+A1" for n in range(size - 1))
    (found,) = clusters(of(star), LAW, on=ON)
    wide, tall, room = 960.0, max(300.0, 26.0 * size), (132.0, 50.0)
    stood = stand(found, seed=7, wide=wide, tall=tall, room=room)
    assert stood == stand(found, seed=7, wide=wide, tall=tall, room=room)
    assert crossing(stood, room) == 0
    assert all(66 <= each.x <= wide - 66 and 25 <= each.y <= tall - 25 for each in stood)


def test_a_picture_smaller_than_one_member_is_refused() -> None:
    (found,) = clusters(of("-C1+C2"), LAW, on=ON)
    with pytest.raises(ValueError, match="smaller"):
        stand(found, seed=1, wide=10, tall=10, room=(132, 50))
