"""An index of referrals by postcode: whoever records a home with a child asks which of them lie near it."""

from django.db import migrations, models

from watchkeeper.people.models import Compact


class Migration(migrations.Migration):
    dependencies = [("suspects", "0002_append_only")]

    operations = [
        migrations.AddIndex("referral", models.Index(Compact("postcode"), name="suspects_referral_at")),
        migrations.AddIndex("suspectaddress", models.Index(Compact("postcode"), name="suspects_address_at")),
    ]
