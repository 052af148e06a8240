"""The database refuses to change or remove what reviews found and overrides."""

from django.db import migrations

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("risk", "0003_reviews_and_overrides")]

    operations = [guard("risk_reviewrecord", "risk_override")]
