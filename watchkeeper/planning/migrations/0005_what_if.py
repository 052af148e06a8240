"""What a what-if asks, kept beside the other studies."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("planning", "0004_once")]

    operations = [
        migrations.AddField("study", "crews", models.TextField(null=True)),
        migrations.AddField("study", "scenarios", models.TextField(null=True)),
    ]
