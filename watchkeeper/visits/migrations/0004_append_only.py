"""The database refuses to change or remove what was found at the door."""

from django.db import migrations

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("visits", "0003_doorstep")]

    operations = [
        guard(
            "visits_doorsteprecord",
            "visits_doorstepruling",
            "visits_present",
            "visits_devicecheck",
            "visits_conditioncheck",
            "visits_visitnote",
        )
    ]
