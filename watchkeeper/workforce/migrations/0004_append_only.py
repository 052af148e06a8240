"""The database refuses to change or remove offers of people and their answers."""

from django.db import migrations

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("workforce", "0003_handover")]

    operations = [guard("workforce_offer", "workforce_offeranswer")]
