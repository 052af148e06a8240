"""The database refuses to change or remove what this slice has stored."""

from django.db import migrations

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("alerts", "0001_initial")]

    operations = [guard("alerts_alert", "alerts_delivery", "alerts_acknowledgement")]
