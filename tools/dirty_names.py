"""Many invented names with the few very common and the many rare, and the ways clerks spoil them."""

from itertools import accumulate
from random import Random

from watchkeeper.people.rules.spellings import SPELLINGS
from watchkeeper.synth.names import FAMILY, FEMALE, MALE

FIRSTS = (
    *("Ash", "Alder", "Barn", "Beck", "Birch", "Black", "Bram", "Brock", "Bur", "Calder", "Carl", "Chad"),
    *("Clay", "Cor", "Crow", "Dal", "Den", "Dun", "East", "Ed", "El", "Fair", "Far", "Fen", "Gar", "Glen"),
    *("Gold", "Green", "Hal", "Ham", "Har", "Hart", "Haw", "Hazel", "Hol", "Hum", "Kel", "Ken", "Kings"),
    *("Lang", "Lin", "Long", "Mar", "Mel", "Mil", "Mor", "Nor", "Oak", "Old", "Pem", "Pen", "Rad", "Red"),
    *("Ros", "Row", "Rush", "Sand", "Sel", "Shel", "Stan", "Stoke", "Sud", "Thorn", "Til", "Tor", "Up"),
    *("Wal", "War", "Wat", "Wel", "West", "Whit", "Wil", "Win", "Wood", "Yar"),
)
LASTS = (
    *(
        "acre",
        "bank",
        "beck",
        "borough",
        "bourne",
        "bridge",
        "brook",
        "bury",
        "by",
        "cliffe",
        "combe",
        "cott",
    ),
    *("croft", "dale", "den", "don", "er", "ett", "field", "ford", "gate", "grave", "ham", "hay", "hill"),
    *("holm", "hurst", "ing", "ington", "kin", "land", "leigh", "ley", "low", "man", "mere", "moor", "more"),
    *("ridge", "sall", "sett", "shaw", "side", "smith", "son", "stead", "stock", "stone", "stow", "thorpe"),
    *("ton", "wade", "ward", "water", "well", "wick", "win", "wood", "worth", "yard"),
)
BEGINNINGS = ("Al", "Bel", "Ca", "Da", "El", "Fa", "Ja", "Ka", "La", "Ma", "Na", "Ra", "Sa", "Ta", "Za")
ENDINGS = ("deen", "lan", "leen", "lia", "mar", "mi", "nan", "nita", "rah", "ric", "rin", "sha", "tan", "vin")

NEAR = {
    "a": "sq",
    "b": "vn",
    "c": "xv",
    "d": "sf",
    "e": "wr",
    "f": "dg",
    "g": "fh",
    "h": "gj",
    "i": "uo",
    "j": "hk",
    "k": "jl",
    "l": "ko",
    "m": "n",
    "n": "bm",
    "o": "ip",
    "p": "o",
    "r": "et",
    "s": "ad",
    "t": "ry",
    "u": "yi",
    "v": "cb",
    "w": "qe",
    "x": "zc",
    "y": "tu",
    "z": "x",
    "q": "wa",
}
SOUNDS = (
    *(
        ("ph", "f"),
        ("ck", "k"),
        ("ee", "ea"),
        ("ie", "ei"),
        ("y", "ie"),
        ("c", "k"),
        ("ll", "l"),
        ("l", "ll"),
    ),
    *(
        ("tt", "t"),
        ("n", "nn"),
        ("s", "z"),
        ("ou", "u"),
        ("ai", "ay"),
        ("ough", "uff"),
        ("ey", "y"),
        ("v", "w"),
    ),
)
CYRILLIC = {"Dmitri": "Дмитрий", "Sergei": "Сергей", "Ivan": "Иван", "Pavel": "Павел", "Ivanov": "Иванов"}
OTHER_SPELLINGS = {name: sorted(others) for name, others in SPELLINGS.items()}


class Names:
    """Names by how common they are: the 1st twice as common as the 2nd or so, and a long tail."""

    def __init__(self, rng: Random) -> None:
        made = [first + last for first in FIRSTS for last in LASTS]
        rng.shuffle(made)
        self.family = [*FAMILY, *made]
        self._family = list(accumulate(1 / (30 + place) for place in range(len(self.family))))
        coined = [first + last for first in BEGINNINGS for last in ENDINGS]
        rng.shuffle(coined)
        self.given = {sex: [*names, *coined] for sex, names in (("m", MALE), ("f", FEMALE))}
        self._given = {
            sex: list(accumulate(1 / (12 + place) for place in range(len(names))))
            for sex, names in self.given.items()
        }

    def surname(self, rng: Random) -> str:
        """A family name; one in forty is double-barrelled."""
        one = rng.choices(self.family, cum_weights=self._family)[0]
        if rng.random() < 1 / 40:
            return f"{one}-{rng.choices(self.family, cum_weights=self._family)[0]}"
        return one

    def first(self, rng: Random, sex: str) -> str:
        return rng.choices(self.given[sex], cum_weights=self._given[sex])[0]


def misspelt(text: str, rng: Random) -> str:
    """One slip: a letter beside the right one, left out, doubled, two changed over, or as it sounds."""
    if len(text) < 3:
        return text
    at = rng.randrange(1, len(text)) if rng.random() < 0.93 else 0  # the first letter is seldom wrong
    kind = rng.random()
    letter = text[at].lower()
    if kind < 0.35:
        heard = [(was, now) for was, now in SOUNDS if was in text.lower()[1:]]
        if heard:
            was, now = rng.choice(heard)
            place = text.lower().index(was, 1)
            return text[:place] + now + text[place + len(was) :]
    if kind < 0.55 and letter in NEAR:
        return text[:at] + rng.choice(NEAR[letter]) + text[at + 1 :]
    if kind < 0.75:
        return text[:at] + text[at + 1 :]
    if kind < 0.85:
        return text[:at] + text[at] + text[at:]
    at = min(max(at, 1), len(text) - 1)
    return text[: at - 1] + text[at] + text[at - 1] + text[at + 1 :]


def other_form(given: str, rng: Random) -> str:
    """A short form or another spelling of a given name, or the name itself where none is known."""
    others = OTHER_SPELLINGS.get(given.lower())
    return rng.choice(others).capitalize() if others else given
