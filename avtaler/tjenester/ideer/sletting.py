"""What stands in the way of deleting an idea."""

from django.utils.translation import gettext as _

from avtaler.models.idee import Ide


def hinder_for_sletting(ide: Ide) -> str:
    """Why the idea must stay, as a sentence; empty when it can go."""
    if ide.innlemmede.exists():
        return _("Andre ideer er slått sammen med denne. Skill dem ut igjen først.")
    return ""
