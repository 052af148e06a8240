"""The tables of this slice, as first laid."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Change",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("matter", models.TextField(default="")),
                ("happened_on", models.DateField(null=True)),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="change_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="change_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Condition",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("order_ref", models.TextField(default="")),
                ("says", models.TextField(default="")),
                ("positive", models.BooleanField(null=True)),
                ("test_method", models.TextField(default="")),
                ("last_tested_on", models.DateField(null=True)),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="condition_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="condition_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Disposal",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("offence", models.TextField(default="")),
                ("finding", models.TextField(default="")),
                ("relevant_date", models.DateField(null=True)),
                ("sentence", models.TextField(default="")),
                ("term_months", models.IntegerField(null=True)),
                ("term_days", models.IntegerField(null=True)),
                ("term_begins_on", models.DateField(null=True)),
                ("consecutive_to", models.TextField(default="")),
                ("trial_ended_on", models.DateField(null=True)),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="disposal_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="disposal_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Notification",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("notified_on", models.DateField(null=True)),
                ("kind", models.TextField(default="")),
                ("matter", models.TextField(default="")),
                ("happened_on", models.DateField(null=True)),
                ("stated_for", models.DateField(null=True)),
                ("items_missing", models.TextField(default="")),
                ("acknowledged", models.BooleanField(null=True)),
                ("station", models.TextField(default="")),
                ("officer_ref", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="notification_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="notification_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Order",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("kind", models.TextField(default="")),
                ("made_on", models.DateField(null=True)),
                ("until", models.DateField(null=True)),
                ("ended_on", models.DateField(null=True)),
                ("travel_until", models.DateField(null=True)),
                ("travel_total_ban", models.BooleanField(null=True)),
                ("passports_surrendered_on", models.DateField(null=True)),
                ("passports_returned_on", models.DateField(null=True)),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="order_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="order_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewApplication",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("received_on", models.DateField(null=True)),
                ("acknowledged_on", models.DateField(null=True)),
                ("bodies_notified_on", models.DateField(null=True)),
                ("decided_on", models.DateField(null=True)),
                ("outcome", models.TextField(default="")),
                ("notice_received_on", models.DateField(null=True)),
                ("barred_years", models.IntegerField(null=True)),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="reviewapplication_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="reviewapplication_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Stay",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("at", models.TextField(default="")),
                ("since", models.DateField(null=True)),
                ("until", models.DateField(null=True)),
                ("notified", models.BooleanField(null=True)),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="stay_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="stay_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Trip",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("departs_on", models.DateField(null=True)),
                ("known_since", models.DateField(null=True)),
                ("notified_at", models.DateTimeField(null=True)),
                ("late_excuse", models.TextField(default="")),
                ("items_missing", models.TextField(default="")),
                ("changed_at", models.DateTimeField(null=True)),
                ("change_notified_at", models.DateTimeField(null=True)),
                ("return_stated_on", models.DateField(null=True)),
                ("return_stated_point", models.TextField(default="")),
                ("returned_on", models.DateField(null=True)),
                ("returned_point", models.TextField(default="")),
                ("return_notified_on", models.DateField(null=True)),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="trip_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="trip_person"),
                ],
            },
        ),
    ]
