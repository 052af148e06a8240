"""The tables of this slice, as first laid."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Address",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("kind", models.TextField(default="")),
                ("line", models.TextField(default="")),
                ("postcode", models.TextField(default="")),
                ("since", models.DateField(null=True)),
                ("until", models.DateField(null=True)),
                ("force", models.TextField(default="")),
                ("children_live_there", models.BooleanField(null=True)),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="address_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="address_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Alias",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("name", models.TextField(default="")),
                ("used_since", models.DateField(null=True)),
                ("notified_on", models.DateField(null=True)),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="alias_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="alias_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Away",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("kind", models.TextField(default="")),
                ("since", models.DateField(null=True)),
                ("until", models.DateField(null=True)),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="away_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="away_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("family_name", models.TextField(default="")),
                ("given_names", models.TextField(default="")),
                ("born_on", models.DateField(null=True)),
                ("sex", models.TextField(default="")),
                ("unit", models.TextField(default="")),
                ("safety_marker", models.TextField(default="")),
                ("intelligence_flag_on", models.DateField(null=True)),
                ("on_licence", models.BooleanField(null=True)),
                ("parent_ref", models.TextField(default="")),
                ("parental_direction_on", models.DateField(null=True)),
                ("parental_direction_until", models.DateField(null=True)),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["ref", "known_from"], name="person_ref")],
            },
        ),
    ]
