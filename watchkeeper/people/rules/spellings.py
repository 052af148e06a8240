"""Names that are one name in practice: short forms, and spellings neither ear nor letters join.

A proposal, from how names are used; it decides who is shown in a search and nothing else.
"""

GROUPS = """
alexander alex alec sandy aleksander alexandr
andrew andy drew andre andrei andrzej
anthony tony antony anton
benjamin ben benny
catherine cathy kathy kate katie katherine kathryn cath
charles charlie chas chuck
christopher chris kit kris krzysztof
daniel dan danny
david dave davy
deborah debbie deb debra
dennis denis den
donald don donny
douglas doug
edward ed eddie ted teddy ned
elizabeth liz lizzie beth betty eliza bess elisabeth
francis frank frankie
frederick fred freddie freddy
gerald gerry jerry
gerard gerry ged
graham graeme grahame
gregory greg
geoffrey geoff jeffrey jeff
henry harry hal hank
james jim jimmy jamie jas
jennifer jen jenny
john jack johnny jon ian sean
jonathan jon jonny jonathon
joseph joe joey jozef josef yusuf yousef
joshua josh
kenneth ken kenny
lawrence larry laurie laurence
lee leigh lea
leonard len lenny leo leon
lewis louis lou luis
margaret maggie meg peggy marge
matthew matt matty mateusz
michael mick mike mickey micky michal mikhail
mohammed muhammad mohamed mohammad muhammed mohamad mehmet mohd md
nathaniel nathan nat nate
nicholas nick nicky nicolas nicola
patricia pat trish patsy
patrick pat paddy padraig
peter pete piotr pyotr
philip phil phillip
raymond ray
rebecca becky becca
richard rick dick rich ricky dickie
robert rob bob bobby robbie bert
ronald ron ronnie
samuel sam sammy
sean shaun shawn shane
simon si
stephen steve steven stevie stefan
stuart stewart stu
susan sue susie suzanne
terence terry terrence
theodore ted theo
thomas tom tommy
timothy tim timmy
victor vic viktor
vincent vince vinny
walter wally walt
william bill billy will willy liam wilhelm
yusuf yousef yusef joseph
"""


def _spellings() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group in GROUPS.strip().splitlines():
        words = group.split()
        for word in words:
            found.setdefault(word, set()).update(words)
    return {word: frozenset(others - {word}) for word, others in found.items()}


SPELLINGS = _spellings()
"""Of each name, the others it goes by."""

PARTICLES = frozenset(
    (
        *("da", "de", "del", "der", "di", "do", "dos", "du", "la", "le", "van", "von", "den"),
        *("bin", "bint", "ibn", "abu", "al", "el", "ul", "ap", "fitz", "st"),
    )
)
"""Small words before a family name: somebody who asks with one finds a name recorded without it."""
