"""The database refuses to change or remove what samples drew, answered, found and recommended."""

from django.db import migrations

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("inspection", "0001_initial")]

    operations = [
        guard(
            "inspection_sample",
            "inspection_caseanswers",
            "inspection_finding",
            "inspection_findinganswer",
            "inspection_recommendation",
            "inspection_evidence",
            "inspection_closure",
        )
    ]
