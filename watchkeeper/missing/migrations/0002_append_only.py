"""The database refuses to change or remove what is recorded of anybody missing."""

from django.db import migrations

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("missing", "0001_initial")]

    operations = [
        guard(
            "missing_carehome",
            "missing_missingperson",
            "missing_flag",
            "missing_episode",
            "missing_searched",
            "missing_graded",
            "missing_enquiry",
            "missing_reviewed",
            "missing_philomenaform",
            "missing_found",
            "missing_interviewed",
            "missing_authoritytold",
            "missing_returninterview",
            "missing_seen",
            "missing_closed",
        )
    ]
