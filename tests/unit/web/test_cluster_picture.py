"""The drawing of a cluster: every member named, reachable by keyboard, and told again in the table beside it."""

from xml.etree import ElementTree

from tests.spec.missing.test_clusters import LAW, ON, of
from watchkeeper.missing.linking.clusters import NodeKind, clusters
from watchkeeper.web.cluster_picture import picture, rows

SVG = "{http://www.w3.org/2000/svg}"
LINKS = of("!C1+A1 =C1+C2+C3(k) -C2+C4(at-x)")
(CLUSTER,) = clusters(LINKS, LAW, on=ON)
SHOWN = {node: f"<{node[1]}> & co" for node in CLUSTER.nodes if node[0] is not NodeKind.ADULT}


def test_every_member_is_a_link_into_its_row_and_says_what_it_is() -> None:
    drawing = ElementTree.fromstring(str(picture(CLUSTER, SHOWN, seed=1)))
    table = rows(CLUSTER, SHOWN, {link.key: link for link in LINKS})
    anchors = drawing.findall(f"{SVG}a")
    assert [each.attrib["href"] for each in anchors] == [f"#{row.anchor}" for row in table]
    assert [each.findtext(f"{SVG}title") for each in anchors] == [f"{row.name}, {row.kind}" for row in table]
    assert len(drawing.findall(f"{SVG}line")) == len(CLUSTER.edges)
    assert drawing.findtext(f"{SVG}desc") == CLUSTER.why


def test_a_red_flag_is_a_word_and_dashes_not_a_colour_alone() -> None:
    drawing = ElementTree.fromstring(str(picture(CLUSTER, SHOWN, seed=1)))
    dashed = [line for line in drawing.findall(f"{SVG}line") if "stroke-dasharray" in line.attrib]
    assert len(dashed) == 1
    assert [each.text for each in drawing.findall(f"{SVG}text")] == ["red flag"]


def test_whom_a_reader_may_not_see_is_shown_as_what_they_are() -> None:
    table = rows(CLUSTER, SHOWN, {link.key: link for link in LINKS})
    (adult,) = [row for row in table if row.kind == "adult"]
    assert adult.name == "an adult"
    assert adult.links == ("Red flag. With <C1> & co, strong: Why.",)
    assert "A1" not in str(picture(CLUSTER, SHOWN, seed=1)).replace("#A1", "")
