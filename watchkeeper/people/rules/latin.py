"""Names written in other letters, in plain Latin ones: Cyrillic and Greek, as English papers write them.

A proposal, from how passports are transliterated. Arabic, Chinese and the rest are not read: a name in
those letters is compared by whatever else is known.
"""

# ruff: noqa: RUF001  letters that look alike are what this is about
CYRILLIC = """
а a|б b|в v|г g|ґ g|д d|е e|є ye|ё yo|ж zh|з z|и i|і i|ї yi|й y|к k|л l|м m|н n|о o|п p|р r|с s|т t
у u|ў u|ф f|х kh|ц ts|ч ch|ш sh|щ shch|ъ |ы y|ь |э e|ю yu|я ya|ђ dj|ј j|љ lj|њ nj|ћ c|џ dz
"""
GREEK = """
α a|β v|γ g|δ d|ε e|ζ z|η i|θ th|ι i|κ k|λ l|μ m|ν n|ξ x|ο o|π p|ρ r|σ s|ς s|τ t|υ y|φ f|χ ch|ψ ps|ω o
ά a|έ e|ή i|ί i|ό o|ύ y|ώ o|ϊ i|ϋ y
"""


def _table() -> dict[int, str]:
    cells = (
        cell for block in (CYRILLIC, GREEK) for line in block.strip().splitlines() for cell in line.split("|")
    )
    return {ord(one): other for one, _, other in (cell.partition(" ") for cell in cells)}


_LETTERS = _table()


def latin(text: str) -> str:
    """The text in small letters, Cyrillic and Greek ones in Latin, everything else as it stood.

    >>> latin("Сергей"), latin("Γιώργος"), latin("Seán")
    ('sergey', 'giorgos', 'seán')
    """
    small = text.casefold()
    return small if small.isascii() else small.translate(_LETTERS)
