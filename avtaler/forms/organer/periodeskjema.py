"""Which organs are chosen anew, and from when."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from kommuner.felt import DatoFelt


class Periodeskjema(forms.Form):
    """The first day of the new term, and the organs it is for."""

    fra = DatoFelt(
        label=_("Første dag i den nye perioden"), error_messages={"required": _("Skriv den første dagen.")}
    )  # fmt: skip
    organer = forms.ModelMultipleChoiceField(
        label=_("Organer som velges på nytt"), queryset=None, widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Velg minst ett organ.")},
    )  # fmt: skip

    def __init__(self, *args: Any, organer: QuerySet, **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.fields["organer"].queryset = organer
        self.fields["organer"].label_from_instance = _organnavn


def _organnavn(organ: Any) -> str:
    return f"{organ}, {organ.avtale}" if organ.avtale_id else str(organ)
