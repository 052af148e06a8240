"""An index of the homes where a child lives, by postcode: a referral asks who lives near its addresses."""

from django.db import migrations, models

from watchkeeper.people.models import Compact


class Migration(migrations.Migration):
    dependencies = [("people", "0004_identity_append_only")]

    operations = [
        migrations.AddIndex(
            "address",
            models.Index(
                Compact("postcode"),
                name="address_home_of_child",
                condition=models.Q(children_live_there=True),
            ),
        ),
    ]
