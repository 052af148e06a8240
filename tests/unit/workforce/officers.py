"""Officers for the tests of acts: one who may do nearly anything in each role."""

from datetime import date

from watchkeeper.workforce.facts import Course, Officer, Rank, Role, Training

PASSED = tuple(Training(course, date(2020, 1, 6)) for course in Course)


def officer(ref: str, rank: Rank, role: Role, training: tuple[Training, ...] = PASSED) -> Officer:
    return Officer(ref, rank, role, "U1", training=training)


MANAGER = officer("O1", Rank.CONSTABLE, Role.OFFENDER_MANAGER)
SERGEANT = officer("O2", Rank.SERGEANT, Role.SUPERVISOR)
INSPECTOR = officer("O3", Rank.INSPECTOR, Role.DUTY_INSPECTOR)
SUPERINTENDENT = officer("O4", Rank.SUPERINTENDENT, Role.SENIOR_OFFICER)
ADMINISTRATOR = officer("O5", Rank.CONSTABLE, Role.ADMINISTRATOR)
RECRUIT = officer("O6", Rank.CONSTABLE, Role.INTELLIGENCE, ())
