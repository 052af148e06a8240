"""The database refuses to change or remove vetting, conduct and absence."""

from django.db import migrations

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("workforce", "0005_conduct")]

    operations = [
        guard(
            "workforce_clearance",
            "workforce_clearancechange",
            "workforce_allegation",
            "workforce_safetowork",
            "workforce_restricted",
            "workforce_suspension",
            "workforce_suspensionreview",
            "workforce_dismissal",
            "workforce_screening",
            "workforce_tutored",
            "workforce_abstraction",
        )
    ]
