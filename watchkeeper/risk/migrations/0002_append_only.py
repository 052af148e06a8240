"""The database refuses to change or remove what this slice has stored."""

from django.db import migrations

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("risk", "0001_initial")]

    operations = [guard("risk_setlevel", "risk_assessment", "risk_plan", "risk_intelligence", "risk_review")]
