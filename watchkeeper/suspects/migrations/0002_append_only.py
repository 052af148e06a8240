"""The database refuses to change or remove what is recorded of any referral."""

from django.db import migrations

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("suspects", "0001_initial")]

    operations = [
        guard(
            "suspects_referral",
            "suspects_suspectperson",
            "suspects_suspectaddress",
            "suspects_childnear",
            "suspects_banded",
            "suspects_learned",
            "suspects_step",
            "suspects_delayed",
            "suspects_safeguarded",
            "suspects_devicerecord",
            "suspects_promptanswered",
            "suspects_managertold",
            "suspects_pair",
            "suspects_finalised",
        )
    ]
