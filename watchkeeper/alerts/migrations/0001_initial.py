"""The tables of this slice, as first laid."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Acknowledgement",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("alert_ref", models.TextField()),
                ("officer_ref", models.TextField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="acknowledgement_ref"),
                    models.Index(fields=["alert_ref"], name="acknowledgement_alert"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Alert",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("kind", models.TextField()),
                ("says", models.TextField()),
                ("cause", models.TextField(default="")),
                ("unit", models.TextField(default="")),
                ("least_rank", models.TextField()),
                ("officer_ref", models.TextField(default="")),
                ("urgency", models.TextField()),
                ("page", models.TextField(default="")),
                ("raised_at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="alert_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="alert_person"),
                    models.Index(fields=["kind", "cause"], name="alert_cause"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("alert_ref", models.TextField()),
                ("officer_ref", models.TextField()),
                ("channel", models.TextField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="delivery_ref"),
                    models.Index(fields=["alert_ref", "officer_ref"], name="delivery_alert"),
                ],
            },
        ),
    ]
