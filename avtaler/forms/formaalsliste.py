"""The ordered purposes of an agreement: one box each, moved, added and removed by plain buttons."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

FLEST = 60
LENGST = 20_000


class Formaalsliste(forms.Widget):
    """A box for every purpose with its buttons; ``fokus`` is the one the reader is at after a button."""

    template_name = "avtaler/formaalsliste.html"
    use_fieldset = True
    fokus: int | None = None

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        kontekst = super().get_context(name, value, attrs)
        tekster = list(value or [""])
        linjer = [min(max(2, len(tekst) // 55 + 1 + tekst.count("\n")), 8) for tekst in tekster]
        kontekst["widget"] |= {
            "rader": list(zip(tekster, linjer, strict=True)),
            "fokus": self.fokus,
            "ugyldig": "aria-invalid" in (attrs or {}),
        }
        return kontekst

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        if hasattr(data, "getlist"):
            return data.getlist(name)
        verdi = data.get(name, [])
        return [verdi] if isinstance(verdi, str) else list(verdi)

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return False

    def id_for_label(self, id_: str) -> str:
        return ""


class Formaalsfelt(forms.Field):
    """Purposes in order, without the empty boxes. A list that is pasted into one box is split at its lines."""

    widget = Formaalsliste
    default_error_messages = {
        "for_mange": _("Skriv høyst %(antall)s formål."),
        "null": _("Et formål har et tegn som ikke kan lagres. Skriv det på nytt."),
        "for_langt": _("Et formål er for langt. Skriv høyst %(antall)s tegn."),
    }

    def to_python(self, value: Any) -> list[str]:
        return [tekst for ett in value or () if (tekst := str(ett).replace("\r\n", "\n").strip())]

    def validate(self, value: list[str]) -> None:
        super().validate(value)
        if len(value) > FLEST:
            raise forms.ValidationError(self.error_messages["for_mange"], "for_mange", {"antall": FLEST})
        if any("\x00" in tekst for tekst in value):
            raise forms.ValidationError(self.error_messages["null"], "null")
        if any(len(tekst) > LENGST for tekst in value):
            raise forms.ValidationError(self.error_messages["for_langt"], "for_langt", {"antall": LENGST})


def delt_i_linjer(tekster: Sequence[str], *, unntatt: Sequence[str]) -> list[str]:
    """Every line a purpose of its own, but for those of ``unntatt``, which were stored with their line breaks."""
    delte = ([tekst] if tekst in unntatt else tekst.splitlines() for tekst in tekster)
    return [linje.strip() for linjer in delte for linje in linjer if linje.strip()]


def flytt(tekster: Sequence[str], handling: str) -> tuple[list[str], int]:
    """The boxes after a button («opp-2», «ned-0», «fjern-1», «legg_til»), and which one the reader is at then.

    A button that cannot be is no button.
    """
    rader = list(tekster) or [""]
    hva, _strek, nr = handling.partition("-")
    plass = int(nr) if nr.isascii() and nr.isdigit() and len(nr) < 4 else len(rader)
    if hva == "legg_til":
        return [*rader, ""], len(rader)
    if plass >= len(rader):
        return rader, 0
    if hva == "fjern":
        rader.pop(plass)
        return rader or [""], max(plass - 1, 0)
    til = plass + {"opp": -1, "ned": 1}.get(hva, 0)
    if 0 <= til < len(rader):
        rader[plass], rader[til] = rader[til], rader[plass]
    return rader, min(max(til, 0), len(rader) - 1)
