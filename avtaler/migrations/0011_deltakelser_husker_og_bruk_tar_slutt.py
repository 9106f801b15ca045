"""A no put right gives back the last day that stood; a municipality may begin to use a system again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("avtaler", "0010_ideen_blir_en_sak"),
    ]

    operations = [
        migrations.AddField(
            model_name="prosjektdeltakelse",
            name="til_foer_nei",
            field=models.DateField(
                blank=True,
                help_text="What «til» was before its council said no: it stands again if that is put right.",
                null=True,
            ),
        ),
        migrations.RemoveConstraint(
            model_name="systembruk",
            name="systembruk_en_gang",
        ),
        migrations.AddConstraint(
            model_name="systembruk",
            constraint=models.UniqueConstraint(
                condition=models.Q(("til__isnull", True)), fields=("system", "part"), name="systembruk_en_gang"
            ),
        ),
    ]
