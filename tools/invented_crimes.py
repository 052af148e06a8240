"""Crimes and officers like a force's, invented from a seed, as the solver takes them."""

import numpy as np

from watchkeeper.crimes.allocating.problem import Problem

UNITS = 12
KINDS = ("volume", "violence", "domestic", "sexual", "child", "images", "fraud")
KIND_SHARES = (0.45, 0.2, 0.12, 0.09, 0.06, 0.02, 0.06)
KIND_WORTH = (200, 450, 700, 900, 950, 950, 400)
KIND_VULNERABLE = (0.05, 0.15, 0.6, 0.7, 1.0, 1.0, 0.3)
KIND_HARD = (False, False, False, True, True, True, False)
KIND_PIECES = (100, 100, 150, 300, 300, 200, 150)
KIND_LEVEL = (1, 1, 1, 2, 2, 2, 1)  # PIP
OWN = (0, 0, 0, 1, 2, 3, 4)  # the specialism each kind asks for; 0: none
SPECIALISMS = 5  # none, sexual offences, child abuse, indecent images, fraud
SPECIALIST_SHARES = (0.62, 0.14, 0.12, 0.05, 0.07)
LEVEL_SHARES = (0.55, 0.37, 0.08)
FIRST_BOUND = 3  # kinds from here on ask for their specialism but fraud, which only suits it


def force(crimes: int, officers: int, seed: int, *, weighed: bool = False) -> Problem:
    """A force's night: `weighed` gives crimes the weights of their kinds, else each is one piece."""
    draw = np.random.default_rng(seed)
    n, m, units = crimes, officers, UNITS
    kind = draw.choice(len(KINDS), n, p=KIND_SHARES)
    vulnerable = draw.random(n) < np.array(KIND_VULNERABLE)[kind]
    worth = np.rint(np.array(KIND_WORTH)[kind] * (1 + 0.4 * vulnerable) * draw.uniform(0.8, 1.2, n))
    level, special = draw.choice(3, m, p=LEVEL_SHARES) + 1, draw.choice(SPECIALISMS, m, p=SPECIALIST_SHARES)
    share = draw.choice([1.0, 0.8, 0.5], m, p=[0.85, 0.1, 0.05])
    away = draw.random(m) < 0.08
    cap = np.rint(2000 * share)
    piece = np.dot(KIND_SHARES, KIND_PIECES) if weighed else 100
    load = np.clip(np.rint(cap - piece * draw.gamma(3.0, max(n / m, 0.4) * 1.25 / 3, m)), 0, cap)
    names = [(one, two, off) for one in (1, 2, 3) for two in range(SPECIALISMS) for off in (False, True)]
    row = {name: number for number, name in enumerate(names)}
    skill = np.array(
        [row[each] for each in zip(level.tolist(), special.tolist(), away.tolist(), strict=True)]
    )
    eligible, fit = np.zeros((len(KINDS), len(names)), bool), np.zeros((len(KINDS), len(names)), np.int64)
    for k in range(len(KINDS)):
        bound = KIND_HARD[k]
        for s, (has, at, off) in enumerate(names):
            own = OWN[k] == 0 or OWN[k] == at
            eligible[k, s] = not off and has >= KIND_LEVEL[k] and (own or not bound)
            idle = (at != 0 and OWN[k] != at) * 14
            fit[k, s] = max(0, (100 if own else 82) - 6 * max(0, has - KIND_LEVEL[k]) - idle)
    linked = np.flatnonzero(draw.random(n) < 0.08)
    return Problem(
        crimes=tuple(f"C{number:06}" for number in range(n)),
        officers=tuple(f"P{number:06}" for number in range(m)),
        kinds=KINDS,
        skills=tuple(f"PIP {has}, {at}{', away' if off else ''}" for has, at, off in names),
        units=tuple(f"U{number:02}" for number in range(units)),
        crime_kind=kind,
        crime_unit=draw.integers(0, units, n),
        worth=worth,
        first=np.array(KIND_HARD)[kind] | vulnerable,
        weight=np.array(KIND_PIECES)[kind] if weighed else np.full(n, 100),
        officer_unit=draw.integers(0, units, m),
        officer_skill=skill,
        load=load,
        cap=cap,
        eligible=eligible,
        fit=fit,
        distance=180 * (1 - np.eye(units, dtype=np.int64)),
        reach=np.ones((units, units), bool),
        conflicts=np.stack([np.repeat(np.arange(n), 2), draw.integers(0, m, 2 * n)], axis=1),
        ties=np.stack([linked, draw.integers(0, m, len(linked))], axis=1),
        tie_points=np.full(len(linked), 400),
        placing=250,
        fairness=30,
    )
