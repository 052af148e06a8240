"""What the model of identity asks of names and homes in several places: alike, at one home, close by."""

GIVEN_NEAR = [
    "any",
    ["same", "given"],
    ["shared", "forms"],
    ["initial", "given"],
    ["among", "given", "others"],
    ["all", ["same", "given_initial"], ["any", ["like", "given", 0.88], ["apart", "given", 1]]],
    ["all", ["same", "middle"], ["apart", "given", 2]],
    ["all", ["same", "given_initial"], ["same", "given_sound"]],
    ["turned", "given", 5],
    ["all", ["shared", "ids"], ["any", ["like", "given", 0.8], ["apart", "given", 1]]],
]
FAMILY_SAME = ["any", ["same", "family"], ["shared", "families"]]
FAMILY_NEAR = [
    "any",
    *FAMILY_SAME[1:],
    ["same", "family_sound"],
    ["like", "family", 0.88],
    ["apart", "family", 1],
]
ONE_LETTER_GIVEN = ["all", ["apart", "given", 1], ["not", ["initial", "given"]]]
GIVEN_KNOWN = ["not", ["missing", "given"]]
CROSSED = ["crossed", "given", "family"]
NEARLY_CROSSED = ["across", "given", "family", 0.9, 0.7]
SAME_DOOR = [
    ["all", ["shared", "lines"], ["apart", "postcode", 1]],
    ["all", ["shared", "postcodes"], ["like", "line", 0.85]],
]
SAME_BIRTHDAY = ["all", ["same", "day_month"], ["missing", "rough"]]
"""A son is seldom born on his father's birthday: a figure was misread. 1 January is often a guess."""
AT_HOME = ["any", ["shared", "homes"], ["shared", "phones"], *SAME_DOOR]
"""Relatives share a home, and with it a family name: there the same name says little."""
ONE_LINE, ONE_POSTCODE = ["shared", "lines"], ["shared", "postcodes"]
"""So do relatives whose home was written otherwise for each of them, or who live close by."""
MISREAD = ["all", ONE_LINE, ["not", AT_HOME]]
CLOSE_BY = ["all", ONE_POSTCODE, ["not", ["any", AT_HOME, ONE_LINE]]]
APART = ["not", ["any", AT_HOME, ONE_LINE, ONE_POSTCODE]]
NEAR_HOME = ["any", *SAME_DOOR]
