"""Columns and values of the change log in words: labels, choices, amounts, shares, dates, names."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kommuner.domene.skriving import vis_andel, vis_beloep, vis_dato, vis_desimaltall, vis_tall, vis_tidspunkt
from kommuner.models.sporing import SPORET, Sporing

#: What a reader can ask for, and the tables it means; money is told by the tables themselves.
GRUPPER: Mapping[str, tuple[Any, frozenset[str]]] = {
    "avtale": (
        gettext_lazy("Avtalen"),
        frozenset({"avtaler_avtale", "avtaler_avtale_oppgaver", "avtaler_formaal", "avtaler_avtalerelasjon"}),
    ),
    "deltakere": (
        gettext_lazy("Deltakere og deloppgaver"),
        frozenset({"avtaler_deltakelse", "avtaler_deloppgave", "avtaler_deloppgavedeltakelse"}),
    ),
    "tekst": (gettext_lazy("Avtaleteksten"), frozenset({"avtaler_avtaleversjon", "avtaler_bestemmelse"})),
    "vedtak": (
        gettext_lazy("Saker og vedtak"),
        frozenset(
            {"avtaler_runde", "avtaler_forslagspunkt", "avtaler_raadsvedtak", "avtaler_punktvedtak",
             "avtaler_innspill", "avtaler_paaminnelse"}
        ),
    ),
    "dokumenter": (gettext_lazy("Dokumenter"), frozenset({"avtaler_dokument"})),
    "organer": (
        gettext_lazy("Organer, verv og steder"), frozenset({"avtaler_organ", "avtaler_verv", "avtaler_sted"}),
    ),
    "kostnad": (gettext_lazy("Kostnad"), frozenset()),
    "rydding": (gettext_lazy("Rydding"), frozenset({"avtaler_funnbehandling"})),
}  # fmt: skip

#: Labels of columns whose field has none of its own. What is not here is called what its field is called.
FELTNAVN: Mapping[str, Any] = {
    "aar": gettext_lazy("år"),
    "andel": gettext_lazy("andel"),
    "ansvarsandel": gettext_lazy("ansvarsandel"),
    "ansvarlig": gettext_lazy("ansvarlig"),
    "avtale": gettext_lazy("avtale"),
    "avtalt_ikrafttreden": gettext_lazy("avtalt ikrafttreden"),
    "avtaleversjon": gettext_lazy("versjon av avtaleteksten"),
    "beloep_oere": gettext_lazy("beløp"),
    "bekreftet_av": gettext_lazy("bekreftet av"),
    "bruker": gettext_lazy("bruker"),
    "budsjett": gettext_lazy("budsjett"),
    "dato": gettext_lazy("dato"),
    "deloppgave": gettext_lazy("deloppgave"),
    "delvis_ikrafttreden": gettext_lazy("kan tre i kraft for dem som har vedtatt"),
    "eierandel": gettext_lazy("eierandel"),
    "eksempel_merknad": gettext_lazy("merknad om eksempeltall"),
    "er_eksempel": gettext_lazy("eksempel"),
    "erstatter": gettext_lazy("erstatter"),
    "filnavn": gettext_lazy("filnavn"),
    "forslag": gettext_lazy("forslag"),
    "fra": gettext_lazy("fra"),
    "fra_avtale": gettext_lazy("fra avtale"),
    "fra_hvem": gettext_lazy("fra"),
    "gjelder_part": gettext_lazy("gjelder"),
    "innspillsfrist": gettext_lazy("frist for innspill"),
    "kilde": gettext_lazy("kilde"),
    "kode": gettext_lazy("kode"),
    "krav": gettext_lazy("punkt i loven"),
    "kvittert_av": gettext_lazy("avklart av"),
    "laast": gettext_lazy("teksten låst"),
    "lagt_inn": gettext_lazy("lagt inn"),
    "lagt_inn_av": gettext_lazy("lagt inn av"),
    "maal": gettext_lazy("mål"),
    "maalform": gettext_lazy("målform"),
    "medlemmer": gettext_lazy("medlemmer"),
    "mottakere": gettext_lazy("antall mottakere"),
    "navn": gettext_lazy("navn"),
    "noekkel": gettext_lazy("fordelingsnøkkel"),
    "nummer": gettext_lazy("nummer"),
    "oppgave": gettext_lazy("oppgave"),
    "ordlyd": gettext_lazy("ordlyd"),
    "organ": gettext_lazy("organ"),
    "orgnr": gettext_lazy("organisasjonsnummer"),
    "part": gettext_lazy("part"),
    "plass": gettext_lazy("plass"),
    "punkt": gettext_lazy("punkt"),
    "region": gettext_lazy("region"),
    "rekkefoelge": gettext_lazy("rekkefølge"),
    "rolle": gettext_lazy("rolle"),
    "roller": gettext_lazy("kommunens roller"),
    "runde": gettext_lazy("sak"),
    "slag": gettext_lazy("hva saken gjelder"),
    "steg": gettext_lazy("fordelingen i ord"),
    "stoerrelse": gettext_lazy("størrelse i byte"),
    "svar": gettext_lazy("svar"),
    "svar_dato": gettext_lazy("besvart"),
    "tekst": gettext_lazy("tekst"),
    "til": gettext_lazy("siste dag"),
    "til_avtale": gettext_lazy("til avtale"),
    "til_fordeling_oere": gettext_lazy("til fordeling"),
    "tilraadd_av": gettext_lazy("tilrådd av"),
    "tilraadd_dato": gettext_lazy("tilrådd"),
    "tittel": gettext_lazy("tittel"),
    "type": gettext_lazy("type"),
    "vedtak": gettext_lazy("svar fra rådet"),
    "vedtatt_av": gettext_lazy("vedtatt av"),
    "versjon": gettext_lazy("versjon"),
    "vindu_fra": gettext_lazy("behandles fra"),
    "vindu_til": gettext_lazy("behandles innen"),
}  # fmt: skip

#: Keys and fingerprints that tell a reader nothing.
SKJULT = frozenset(
    {"id", "avtale_id", "sha256", "avtrykk", "noekkel", "slug", "endelse", "mimetype", "format", "sortering"}
)
FRAKSJON = ("_teller", "_nevner")

#: What foreign keys on a page are called: (table, primary key) to name.
Navn = Mapping[tuple[str, str], str]


def feltene(sporing: Sporing) -> dict[str, models.Field]:
    """The columns of a table that a reader is shown, in their own order."""
    return {felt.column: felt for felt in sporing.modell._meta.concrete_fields if felt.column not in SKJULT}


def ledetekst(felt: models.Field) -> str:
    """What the column is called. The last day is shown for «til», which is the first day outside."""
    if felt.name != "til" and isinstance(felt.verbose_name, Promise):
        return str(felt.verbose_name)
    return str(FELTNAVN.get(felt.name, felt.verbose_name))


def andelsnavn(kolonne: str) -> str:
    """«eierandel» of «eierandel_teller»."""
    return str(FELTNAVN.get(kolonne.rsplit("_", 1)[0], kolonne))


def vis(sporing: Sporing, felt: models.Field, verdi: Any, navn: Navn, maalform: str) -> str:
    """A stored value as a person reads it; nothing is written as nothing."""
    if verdi is None or verdi == "" or verdi == []:
        return ""
    if felt.column in sporing.i_ord:
        return sporing.i_ord[felt.column](verdi, maalform)
    if felt.is_relation:
        tabell = felt.related_model._meta.db_table
        return navn.get((tabell, str(verdi))) or f"{_('nr.')} {verdi}"
    return _verdi(felt, verdi)


def _verdi(felt: models.Field, verdi: Any) -> str:
    if isinstance(felt, ArrayField):
        return ", ".join(_verdi(felt.base_field, ledd) for ledd in verdi)
    if felt.choices:
        return str(dict(felt.flatchoices).get(verdi, verdi))
    if isinstance(felt, models.BooleanField):
        return _("ja") if verdi else _("nei")
    if isinstance(felt, models.DateTimeField):
        return vis_tidspunkt(timezone.localtime(datetime.fromisoformat(verdi)))
    if isinstance(felt, models.DateField):
        return _dato(felt, date.fromisoformat(verdi))
    if felt.name.endswith("_oere"):
        return vis_beloep(verdi)
    return _tall(felt, verdi)


def _tall(felt: models.Field, verdi: Any) -> str:
    if isinstance(felt, models.DecimalField):
        return vis_desimaltall(Fraction(Decimal(str(verdi))))
    er_aar = felt.name in {"aar", "fra_aar", "til_aar"}
    if isinstance(felt, models.IntegerField) and not er_aar:
        return vis_tall(int(verdi))
    return str(verdi)


def _dato(felt: models.Field, dag: date) -> str:
    """Periods are half-open: what is stored as «til» is the first day outside."""
    return vis_dato(dag - timedelta(days=1) if felt.name == "til" else dag)


def vis_broek(rad: Mapping[str, Any] | None, stamme: str) -> str:
    """The share whose two parts are stored beside each other; nothing when it is not set."""
    teller, nevner = ((rad or {}).get(f"{stamme}{del_}") for del_ in FRAKSJON)
    return "" if teller is None or not nevner else vis_andel(Fraction(teller, nevner))


def tabeller_med_oekonomi() -> list[str]:
    return [tabell for tabell, sporing in SPORET.items() if sporing.oekonomi]
