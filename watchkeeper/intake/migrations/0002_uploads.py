"""Files handed in through the pages, and all that was said of each file loaded."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("intake", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="loadedfile",
            name="outcome",
            field=models.JSONField(default=dict),
        ),
        migrations.CreateModel(
            name="Upload",
            fields=[
                ("ref", models.CharField(max_length=32, primary_key=True, serialize=False)),
                ("by", models.TextField()),
                ("at", models.DateTimeField()),
                ("state", models.TextField()),
                ("files", models.JSONField(default=list)),
                ("report", models.JSONField(default=dict)),
                ("fingerprint", models.CharField(default="", max_length=64)),
                ("tries", models.IntegerField(default=0)),
                ("finished_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["at"], name="upload_at")],
            },
        ),
    ]
