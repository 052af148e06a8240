"""A pack that is not whole does not load: every fault at once, where it stands and how to mend it."""

import hashlib

import pytest

from tests.table import table
from watchkeeper.instruments.reading import PackError, read
from watchkeeper.instruments.shelf import PACKS, load

PLAIN = (PACKS / "ogrs3_2yr_2008.toml").read_text()
POINTS = (PACKS / "osp_dc_2026.toml").read_text()
SUM = (PACKS / "csrp_static_2026.toml").read_text()
TEXTS = {"plain": PLAIN, "points": POINTS, "sum": SUM}


def faults(text: str) -> list[str]:
    shelf = load()
    others = {(each.name, each.version): each for each in shelf.packs.values()}
    with pytest.raises(PackError) as caught:
        read(text.encode(), others)
    return caught.value.faults


@table("""
    fault                              | pack   | was                                | becomes                              | says
    -----------------------------------|--------|------------------------------------|--------------------------------------|-----
    a key is missing                   | plain  | licence =                          | # licence =                          | lacks licence: it holds words
    a key of the wrong kind            | plain  | since = 2008-03-01                 | since = "2008"                       | since is '2008'; it holds a day
    a key nobody reads                 | plain  | places = 0                         | places = 0~colour = "red"            | has a key nobody reads: colour
    a format of another time           | plain  | format = 2                         | format = 3                           | format is 3; this program reads 2
    a kind that is none                | plain  | kind = "logistic"                  | kind = "magic"                       | kind is 'magic'; it may be logistic, points
    a standing that is none            | plain  | standing = "confirmed"             | standing = "surely"                  | standing is 'surely'; it may be
    unconfirmed without saying why     | plain  | standing = "confirmed"             | standing = "unconfirmed"             | standing is unconfirmed, and because does not say
    an address that is none            | plain  | href = "https://                   | href = "ftp://                       | href is not an address
    a limit that is no sentence        | plain  | decides nothing (rule 98)."        | decides nothing (rule 98)"           | limit 'It informs a person
    an item twice                      | plain  | ref = "sanctions"                  | ref = "sex"                          | items name sex 2 times
    a formula that is none             | plain  | gives = "2.121705678"              | gives = "2.12 +"                     | term constant: '2.12 +' is not a formula
    a formula that calls out           | plain  | gives = "2.121705678"              | gives = "exec('x')"                  | term constant: "exec('x')" is not understood
    a formula that names nothing       | plain  | min(sanctions, 51)                 | min(sanktions, 51)                   | term rate names sanktions, which is no item
    a word an item is never answered   | plain  | when = "sex == 'male'"             | when = "sex == 'mail'"               | term age_of_men, when: sex is never answered with 'mail'
    bounds the wrong way               | plain  | least = 1~most = 999               | least = 9~most = 1                   | item sanctions: is a number, so it has a least and a most
    bands that do not rise             | plain  | least = 75                         | least = 50                           | bands do not rise
    bands by a percent that is not     | plain  | percent = "100 * logistic(total)"  | # percent                            | bands_by is percent, and no percent says
    logistic without terms             | plain  | [[terms]]                          | [[norms]]                            | norms 1 (constant): lacks version
    worked out from what is below      | plain  | years(birth_date, start_date)      | years(birth_date, offence)           | item age_start: years(birth_date, offence) names offence
    steps that do not rise             | points | [0, 0], [1, 5], [2, 10]            | [0, 0], [2, 10], [1, 5]              | item contact_adult: steps do not rise
    steps that begin too high          | points | steps = [[1, 0], [2, 6]]           | steps = [[2, 6]]                     | item sanctions: steps begin at 2, above its least, 1
    steps that are no pairs            | points | steps = [[1, 0], [2, 6]]           | steps = [1, 2]                       | item sanctions: steps are pairs
    a formula that cannot be reckoned  | points | supervision == 'community' and     | supervision + 1 == 2 and             | adjustment five_years cannot be worked out
    a part that is not on the shelf    | sum    | name = "osp_iic"                   | name = "osp_xyz"                     | part images: no pack on the shelf is osp_xyz 2026
    a part of another hash             | sum    | hash = "                           | hash = "0                            | is not the one meant, whose hash is 0
    a figure of a part that is none    | sum    | gives = "images.percent"           | gives = "images.colour"              | term images_percent names images.colour
""")
def test_a_pack_that_is_not_whole_does_not_load(pack: str, was: str, becomes: str, says: str) -> None:
    was, becomes = was.replace("~", "\n"), becomes.replace("~", "\n")
    assert was in TEXTS[pack]
    found = faults(TEXTS[pack].replace(was, becomes))
    assert any(says in fault for fault in found), found


def test_all_faults_are_told_at_once() -> None:
    text = PLAIN.replace("licence =", "# licence =").replace("since = 2008-03-01", "since = 3")
    assert len(faults(text.replace('owner = "', '# owner = "'))) == 3


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"format = ", b"format = 2", b"x = 1979-05-27T07:32:00Z"]
)
def test_what_is_no_pack_at_all_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(PackError) as caught:
        read(content)
    assert caught.value.faults


def test_a_pack_is_named_by_the_hash_of_its_bytes() -> None:
    assert read(PLAIN.encode()).hash == hashlib.sha256(PLAIN.encode()).hexdigest()[:12]
    assert read((PLAIN + "\n# seen\n").encode()).hash != read(PLAIN.encode()).hash
