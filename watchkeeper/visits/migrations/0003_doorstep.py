"""What was found at the door, records as devices sent them, and which of several stands."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("visits", "0002_append_only"),
    ]

    operations = [
        migrations.CreateModel(
            name="ConditionCheck",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("visit_ref", models.TextField(default="")),
                ("condition_ref", models.TextField(default="")),
                ("complied", models.TextField(default="")),
                ("how", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="conditioncheck_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="conditioncheck_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="DeviceCheck",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("visit_ref", models.TextField(default="")),
                ("kind", models.TextField(default="")),
                ("method", models.TextField(default="")),
                ("result", models.TextField(default="")),
                ("follow_up", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="devicecheck_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="devicecheck_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="DoorstepRecord",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("visit_ref", models.TextField(default="")),
                ("client_key", models.TextField(default="")),
                ("digest", models.TextField(default="")),
                ("content", models.TextField(default="")),
                ("kept_at", models.DateTimeField(null=True)),
                ("sent_by", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="doorsteprecord_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="doorsteprecord_person"),
                    models.Index(fields=["client_key"], name="doorsteprecord_key"),
                ],
            },
        ),
        migrations.CreateModel(
            name="DoorstepRuling",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("visit_ref", models.TextField(default="")),
                ("stands", models.TextField(default="")),
                ("considered", models.TextField(default="")),
                ("decided_by", models.TextField(default="")),
                ("reason", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="doorstepruling_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="doorstepruling_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Present",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("visit_ref", models.TextField(default="")),
                ("age", models.TextField(default="")),
                ("tie", models.TextField(default="")),
                ("name", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="present_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="present_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="VisitNote",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("visit_ref", models.TextField(default="")),
                ("says", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="visitnote_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="visitnote_person"),
                ],
            },
        ),
    ]
