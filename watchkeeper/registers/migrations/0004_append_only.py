"""The database refuses to change or remove what was said at the station counter."""

from django.db import migrations

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("registers", "0003_station")]

    operations = [guard("registers_notificationitem", "registers_attendance")]
