"""What a simulated force is drawn from where no figure was found, and the few published ones, each said.

These are facts of an invented world, as `watchkeeper.synth.rates` holds for the synthetic force: no plan
for a real person reads them. What a plan reads stands in `policy/guidance/planning.toml`.
"""

# Published: shares by level, England and Wales, March 2016; very high, high, medium, low.
LEVEL_SHARES = (0.02, 0.18, 0.30, 0.50)
# Invented: a force with fewer at the gravest levels and more people a crew.
FEWER_GRAVE_SHARES = (0.01, 0.09, 0.35, 0.55)

# Invented: chance of being in and answering by kind of life; weekday early, day, evening, then weekend.
LIVES = (
    (0.62, 0.15, 0.72, 0.70, 0.52, 0.55),  # works by day
    (0.70, 0.62, 0.66, 0.68, 0.60, 0.60),  # mostly at home
    (0.30, 0.66, 0.28, 0.38, 0.60, 0.30),  # works late or at night
    (0.35, 0.30, 0.40, 0.35, 0.32, 0.36),  # seldom in
)
LIFE_SHARES = (0.42, 0.30, 0.16, 0.12)
LIFE_SPREAD_LOGITS = 0.6  # between people of one kind, all parts of the day alike
PART_SPREAD_LOGITS = 0.35  # and in each part of the day by itself
HABITS_CHANGE_A_YEAR = 0.15

# Invented: the record today's practice leaves behind, and the backlog it starts with.
ATTEMPTS_RECORDED = 5.0
CELL_SHARES_RECORDED = (0.10, 0.60, 0.15, 0.04, 0.07, 0.04)
AGE_SPREAD = 1.15  # people seen in turn are anywhere up to this multiple of their interval
BACKLOG_SHARE, BACKLOG_INTERVALS = 0.20, 0.7
FORGOTTEN_SHARE, FORGOTTEN_DAYS = 0.004, (400, 2600)

# Invented: minutes with the person, by level drawn between these; minutes at a door that stays shut.
SERVICE_MINUTES = (30, 60)
NO_ANSWER_MINUTES = 10
OVERRUN_MINUTES = 15  # a visit that would end the shift later than this is not begun
SPARE_MINUTES = 25  # waiting longer than this, a crew tries somebody of the reserve list first

# Invented: crews. Pairs of a unit take turns; a pair may see most people, and always its own.
PAIRS = 8
TRAINED_SHARE, CONFLICT_SHARE = 0.75, 0.03
SICK_SHARE = 0.04  # of crew shifts

# Invented: where units lie, in metres of the national grid: four within, the others around.
CENTRE = (530_000.0, 180_000.0)
INNER_UNITS, INNER_METRES, INNER_SPREAD = 4, 5_000.0, 2_000.0
OUTER_METRES, OUTER_SPREAD = 14_500.0, 4_000.0

# Practice, as reports describe it: when a name comes on the list, and when it is tried again.
CALENDAR_RETRY_DAYS = 7
OVERDUE_AHEAD_DAYS, OVERDUE_RETRY_DAYS = 14, 3
RISK_FROM_SHARE, RISK_RETRY_DAYS = 0.8, 3
LIST_A_CREW = 12  # names a crew takes out
CANDIDATES_A_CREW = 30
