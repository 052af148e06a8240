"""The database refuses to change or remove what is recorded of crimes."""

from django.db import migrations

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("crimes", "0001_initial")]

    operations = [
        guard(
            "crimes_crime",
            "crimes_party",
            "crimes_graded",
            "crimes_held",
            "crimes_reviewed",
            "crimes_enquiry",
            "crimes_caseevent",
            "crimes_victimtold",
            "crimes_device",
            "crimes_finalised",
            "crimes_disputed",
            "crimes_allocationoverride",
        )
    ]
