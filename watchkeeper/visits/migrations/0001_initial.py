"""The tables of this slice, as first laid."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Visit",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("at", models.DateTimeField(null=True)),
                ("address_ref", models.TextField(default="")),
                ("purpose", models.TextField(default="")),
                ("sought_entry_to_search", models.BooleanField(null=True)),
                ("outcome", models.TextField(default="")),
                ("notice_hours", models.IntegerField(null=True)),
                ("notice_reason", models.TextField(default="")),
                ("notice_authorised_by", models.TextField(default="")),
                ("crew", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="visit_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="visit_person"),
                ],
            },
        ),
    ]
