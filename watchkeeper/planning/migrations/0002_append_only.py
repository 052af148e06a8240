"""The database refuses to change or remove what this slice has stored."""

from django.db import migrations

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("planning", "0001_initial")]

    operations = [
        guard(
            "planning_base",
            "planning_officerskill",
            "planning_visitneed",
            "planning_nightplan",
            "planning_plannedvisit",
            "planning_planlook",
            "planning_altered",
            "planning_roundissued",
            "planning_nightkey",
            "planning_keyrevealed",
        )
    ]
