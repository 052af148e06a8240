"""The database refuses to change or remove what was answered, concluded, drawn and asked of plans."""

from django.db import migrations

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("risk", "0005_assessments_made")]

    operations = [
        guard(
            "risk_levelreason",
            "risk_begunassessment",
            "risk_rating",
            "risk_planaction",
            "risk_secondratingdraw",
        )
    ]
