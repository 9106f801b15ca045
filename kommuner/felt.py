"""Form fields that read what Norwegians type and say in a full sentence what they could not read.

Django's own localisation is not used: it reads «12.500» as 12.5. What was typed is shown again unchanged on error.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kommuner.domene.datolesing import les_dato
from kommuner.domene.lesing import Ulesbar, les_andel, les_beloep, les_desimaltall, les_heltall, les_prosent
from kommuner.domene.skriving import (
    vis_andel_kort,
    vis_beloep_uten_enhet,
    vis_desimaltall,
    vis_kort_dato,
    vis_tall,
)
from kommuner.foresporsel import idag

LENGSTE_TEKST = 60


class LestFelt(forms.Field):
    """A text field whose text is read by ``les`` and written by ``vis``; Ulesbar becomes a sentence at the field."""

    inputmode = "text"
    default_error_messages = {
        "ikke_lest": _("«%(tekst)s» kan ikke leses her."),
        "for_langt": _("Teksten er for lang. Skriv høyst %(hoeyst)s tegn."),
        "for_stort": _("«%(tekst)s» er et større tall enn feltet tar imot. Kontroller antall siffer."),
        "negativt": _("«%(tekst)s» er negativt. Skriv null eller mer."),
    }

    def __init__(self, **valg: Any) -> None:
        valg.setdefault("widget", forms.TextInput)
        super().__init__(**valg)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": self.inputmode, "autocomplete": "off"}

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values or (isinstance(value, str) and not value.strip()):
            return None
        if not isinstance(value, str):
            return value
        if len(value) > LENGSTE_TEKST:
            raise ValidationError(self.error_messages["for_langt"], "for_langt", {"hoeyst": LENGSTE_TEKST})
        try:
            return self.les(value)
        except Ulesbar as feil:
            raise self._feil(feil) from feil

    def prepare_value(self, value: Any) -> Any:
        return value if value is None or isinstance(value, str) else self.vis(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True

    def les(self, tekst: str) -> Any:
        """The value of the text, or Ulesbar."""
        raise NotImplementedError

    def vis(self, verdi: Any) -> str:
        """The value as it is typed."""
        raise NotImplementedError

    def _feil(self, feil: Ulesbar) -> ValidationError:
        """The sentence of the reason; a reason without its own sentence uses the field's general one."""
        melding = self.error_messages.get(self.setningskode(feil), self.error_messages["ikke_lest"])
        return ValidationError(melding, code=feil.kode, params=feil.verdier)

    def setningskode(self, feil: Ulesbar) -> str:
        """Which of ``error_messages`` tells of the reason."""
        return feil.kode


class BeloepFelt(LestFelt):
    """An amount in kroner, cleaned to ``int`` øre. ``negativ=True`` lets through amounts below zero."""

    inputmode = "decimal"
    default_error_messages = {
        "ikke_lest": _("«%(tekst)s» kan ikke leses som et beløp. Skriv for eksempel 12 500 eller 1 234,50."),
        "flertydig": _(
            "«%(tekst)s» kan bety %(som_tusen)s kroner eller %(som_desimal)s kroner. "
            "Skriv %(som_tusen)s eller %(som_desimal)s."
        ),
        "flertydig_tusen": _(
            "«%(tekst)s» kan leses på to måter. Mener du %(som_tusen)s kroner, skriv %(som_tusen)s. "
            "Øre skrives med komma og høyst to siffer."
        ),
        "for_mange_desimaler": _("«%(tekst)s» har mer enn to siffer etter kommaet. Skriv hele øre, som 1 234,50."),
        "negativt": _("«%(tekst)s» er et negativt beløp. Skriv null kroner eller mer."),
    }

    def __init__(self, *, negativ: bool = False, **valg: Any) -> None:
        self.negativ = negativ
        super().__init__(**valg)

    def les(self, tekst: str) -> int:
        oere = les_beloep(tekst)
        if oere < 0 and not self.negativ:
            raise Ulesbar("negativt", tekst.strip())
        return oere

    def vis(self, verdi: int) -> str:
        return vis_beloep_uten_enhet(verdi)

    def setningskode(self, feil: Ulesbar) -> str:
        """«12.345» as decimals cannot be an amount, so that reading is not offered as something to type."""
        desimaler = feil.verdier.get("som_desimal", "").partition(",")[2]
        return "flertydig_tusen" if len(desimaler) > 2 else feil.kode


class HeltallFelt(LestFelt):
    """A whole number that is not negative, such as seats or inhabitants."""

    inputmode = "numeric"
    default_error_messages = {
        "ikke_lest": _("«%(tekst)s» kan ikke leses som et tall. Skriv for eksempel 12 500."),
        "flertydig": _(
            "«%(tekst)s» kan bety %(som_tusen)s eller %(som_desimal)s. "
            "Skriv %(som_tusen)s med mellomrom mellom tusenene."
        ),
        "ikke_heltall": _("«%(tekst)s» er ikke et helt tall. Skriv tallet uten desimaler."),
    }

    def les(self, tekst: str) -> int:
        tall = les_heltall(tekst)
        if tall < 0:
            raise Ulesbar("negativt", tekst.strip())
        return tall

    def vis(self, verdi: int) -> str:
        return vis_tall(verdi)


class DesimalFelt(LestFelt):
    """A number with at most two decimals that is not negative, cleaned to ``Decimal``: posts, tonnes, hours."""

    inputmode = "decimal"
    default_error_messages = {
        "ikke_lest": _("«%(tekst)s» kan ikke leses som et tall. Skriv for eksempel 12,5."),
        "flertydig": _(
            "«%(tekst)s» kan bety %(som_tusen)s eller %(som_desimal)s. Skriv %(som_tusen)s eller %(som_desimal)s."
        ),
        "for_mange_desimaler": _("«%(tekst)s» har mer enn to siffer etter kommaet. Rund av, som 12,25."),
    }

    def __init__(self, *, hoeyst: int = 9999, **valg: Any) -> None:
        self.hoeyst = hoeyst
        super().__init__(**valg)

    def les(self, tekst: str) -> Decimal:
        tall = les_desimaltall(tekst)
        if tall < 0:
            raise Ulesbar("negativt", tekst.strip())
        if tall > self.hoeyst:
            raise Ulesbar("for_stort", tekst.strip())
        return Decimal(tall.numerator) / Decimal(tall.denominator)

    def vis(self, verdi: Decimal) -> str:
        return vis_desimaltall(Fraction(verdi))


class ProsentFelt(LestFelt):
    """A percentage from 0 to 100, cleaned to the exact share as ``Fraction``: «11,5 %» is 23/200."""

    inputmode = "decimal"
    default_error_messages = {
        "ikke_lest": _("«%(tekst)s» kan ikke leses som en prosent. Skriv for eksempel 11,5."),
        "flertydig": _(
            "«%(tekst)s» kan bety %(som_tusen)s eller %(som_desimal)s. Skriv prosenten med komma, for eksempel 12,5."
        ),
        "negativt": _("«%(tekst)s» er negativt. Skriv en prosent fra 0 til 100."),
        "over_hele": _("«%(tekst)s» er mer enn det hele. Skriv en prosent fra 0 til 100."),
    }

    def les(self, tekst: str) -> Fraction:
        return les_prosent(tekst)

    def vis(self, verdi: Fraction) -> str:
        return vis_andel_kort(verdi)


class AndelFelt(ProsentFelt):
    """A share of the whole as a fraction or a percentage, cleaned to ``Fraction``: «1/9», «11,5 %»."""

    inputmode = "text"
    default_error_messages = {
        "ikke_lest": _("«%(tekst)s» kan ikke leses som en andel. Skriv en brøk som 1/9 eller en prosent som 11,5 %%."),
        "flertydig_andel": _(
            "«%(tekst)s» kan bety %(som_prosent)s %% eller %(som_del)s %%. "
            "Skriv %(som_prosent)s %% eller %(som_del)s %% med prosenttegn."
        ),
        "ugyldig_broek": _("«%(tekst)s» er ikke en brøk: Tallet under streken kan ikke være null."),
        "over_hele": _("«%(tekst)s» er mer enn det hele. Skriv en andel fra 0 til 100 %%."),
        "negativt": _("«%(tekst)s» er negativt. Skriv en andel fra 0 til 100 %%."),
    }

    def les(self, tekst: str) -> Fraction:
        return les_andel(tekst)


class DatoFelt(LestFelt):
    """A date as Norwegians type it: «21. mars 2023», «21.3.23». Two-digit years lie around this year."""

    default_error_messages = {
        "ikke_lest": _("«%(tekst)s» kan ikke leses som en dato. Skriv dag, måned og år, som 21.03.2023."),
        "ugyldig_dato": _("Datoen «%(tekst)s» finnes ikke. Kontroller dag og måned, og skriv som 21.03.2023."),
        "mangler_aar": _("«%(tekst)s» mangler årstall. Skriv dag, måned og år, som 21.03.2023."),
        "ugyldig_aar": _("Årstallet i «%(tekst)s» er utenfor det registeret bruker. Skriv et år fra 1800 til 2199."),
        "flertydig_dato": _("«%(tekst)s» kan bety %(som_dag)s eller %(som_aar)s. Skriv %(som_dag)s eller %(som_aar)s."),
    }

    def les(self, tekst: str) -> date:
        return les_dato(tekst, referanseaar=idag().year)

    def vis(self, verdi: date) -> str:
        return vis_kort_dato(verdi)
