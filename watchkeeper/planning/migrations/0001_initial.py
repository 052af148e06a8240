"""The tables of this slice, as first laid."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Altered",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("plan_ref", models.TextField(default="")),
                ("revision", models.IntegerField(null=True)),
                ("kind", models.TextField(default="")),
                ("by", models.TextField(default="")),
                ("at", models.DateTimeField(null=True)),
                ("reason", models.TextField(default="")),
                ("about", models.TextField(default="")),
                ("crew", models.TextField(default="")),
                ("part", models.TextField(default="")),
                ("minutes", models.IntegerField(null=True)),
                ("outside", models.BooleanField(null=True)),
                ("notice_hours", models.IntegerField(null=True)),
                ("notice_reason", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="altered_ref"),
                    models.Index(fields=["plan_ref"], name="altered_plan"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Base",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("unit", models.TextField(default="")),
                ("postcode", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["ref", "known_from"], name="base_ref")],
            },
        ),
        migrations.CreateModel(
            name="KeyRevealed",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("unit", models.TextField(default="")),
                ("night", models.DateField(null=True)),
                ("key", models.TextField(default="")),
                ("seed", models.TextField(default="")),
                ("by", models.TextField(default="")),
                ("at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["ref", "known_from"], name="keyrevealed_ref")],
            },
        ),
        migrations.CreateModel(
            name="NightKey",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("unit", models.TextField(default="")),
                ("night", models.DateField(null=True)),
                ("key", models.TextField(default="")),
                ("seed", models.TextField(default="")),
                ("commitment", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["ref", "known_from"], name="nightkey_ref")],
            },
        ),
        migrations.CreateModel(
            name="NightPlan",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("unit", models.TextField(default="")),
                ("night", models.DateField(null=True)),
                ("revision", models.IntegerField(null=True)),
                ("policy_version", models.TextField(default="")),
                ("commitment", models.TextField(default="")),
                ("digest", models.TextField(default="")),
                ("content", models.BinaryField(default=b"")),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="nightplan_ref"),
                    models.Index(fields=["night", "unit"], name="nightplan_night"),
                ],
            },
        ),
        migrations.CreateModel(
            name="OfficerSkill",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("officer_ref", models.TextField(default="")),
                ("sex", models.TextField(default="")),
                ("languages", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["ref", "known_from"], name="officerskill_ref")],
            },
        ),
        migrations.CreateModel(
            name="PlanLook",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("unit", models.TextField(default="")),
                ("night", models.DateField(null=True)),
                ("officer_ref", models.TextField(default="")),
                ("at", models.DateTimeField(null=True)),
                ("crew", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["ref", "known_from"], name="planlook_ref")],
            },
        ),
        migrations.CreateModel(
            name="PlannedVisit",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("unit", models.TextField(default="")),
                ("night", models.DateField(null=True)),
                ("came", models.TextField(default="")),
                ("crew", models.TextField(default="")),
                ("part", models.TextField(default="")),
                ("starts_at", models.DateTimeField(null=True)),
                ("minutes", models.IntegerField(null=True)),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="plannedvisit_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="plannedvisit_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="RoundIssued",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("plan_ref", models.TextField(default="")),
                ("crew", models.TextField(default="")),
                ("by", models.TextField(default="")),
                ("at", models.DateTimeField(null=True)),
                ("digest", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["ref", "known_from"], name="roundissued_ref")],
            },
        ),
        migrations.CreateModel(
            name="VisitNeed",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("officer_sex", models.TextField(default="")),
                ("language", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="visitneed_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="visitneed_person"),
                ],
            },
        ),
    ]
