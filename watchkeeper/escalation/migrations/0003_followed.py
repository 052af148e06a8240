"""What is weighed before a decision, and what follows it: signature, pack, court, execution, outcome."""

from django.db import migrations, models

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [
        ("escalation", "0002_append_only"),
    ]

    operations = [
        migrations.CreateModel(
            name="CourtAnswer",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("answered_on", models.DateField(null=True)),
                ("granted", models.BooleanField(default=False)),
                ("court", models.TextField(default="")),
                ("premises", models.TextField(default="")),
                ("until", models.DateField(null=True)),
                ("reasons", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="courtanswer_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="courtanswer_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Drawn",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("ground", models.TextField(default="")),
                ("choice", models.TextField(default="")),
                ("decided_on", models.DateField(null=True)),
                ("decided_by", models.TextField(default="")),
                ("rank", models.TextField(default="")),
                ("reason", models.TextField(default="")),
                ("expires_on", models.DateField(null=True)),
                ("signer", models.TextField(default="")),
                ("premises", models.TextField(default="")),
                ("applicant", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="drawn_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="drawn_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Execution",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("decision", models.TextField(default="")),
                ("executed_at", models.DateTimeField(null=True)),
                ("officers", models.TextField(default="")),
                ("obtained", models.TextField(default="")),
                ("found", models.TextField(default="")),
                ("seized", models.TextField(default="")),
                ("copy_left", models.BooleanField(default=False)),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="execution_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="execution_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Outcome",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("made", models.BooleanField(default=False)),
                ("happened_on", models.DateField(null=True)),
                ("says", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="outcome_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="outcome_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pack",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("sections", models.TextField(default="")),
                ("rests_on", models.TextField(default="")),
                ("saved_on", models.DateField(null=True)),
                ("saved_by", models.TextField(default="")),
                ("signed_by", models.TextField(default="")),
                ("signed_rank", models.TextField(default="")),
                ("signed_on", models.DateField(null=True)),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="pack_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="pack_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Signature",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("decision", models.TextField(default="")),
                ("agreed", models.BooleanField(default=False)),
                ("signed_on", models.DateField(null=True)),
                ("signed_by", models.TextField(default="")),
                ("rank", models.TextField(default="")),
                ("reason", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="signature_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="signature_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Weighed",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("ground", models.TextField(default="")),
                ("weighed_on", models.DateField(null=True)),
                ("weighed_by", models.TextField(default="")),
                ("necessity", models.TextField(default="")),
                ("alternatives", models.TextField(default="")),
                ("premises", models.TextField(default="")),
                ("need", models.TextField(default="")),
                ("applicant", models.TextField(default="")),
                ("applicant_rank", models.TextField(default="")),
                ("answers", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="weighed_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="weighed_person"),
                ],
            },
        ),
        guard(
            *(
                f"escalation_{name}"
                for name in ("weighed", "drawn", "signature", "pack", "courtanswer", "execution", "outcome")
            )
        ),
    ]
