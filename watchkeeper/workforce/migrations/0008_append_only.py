"""The database refuses to change or remove a draw of vetting re-checks."""

from django.db import migrations

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("workforce", "0007_recheck_draw")]

    operations = [guard("workforce_recheckdraw")]
