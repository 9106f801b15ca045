"""Entering, changing, relating and ending agreements."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from avtaler.domene.samarbeidsform import kan_inngaas
from avtaler.models import Avtale, Avtalerelasjon, Formaal, Oppgave
from avtaler.regler import les_regelverk
from avtaler.uttrekk.endringsvedtak import klausuler

from .avvisning import Avvist, oversatt
from .bestemmelser import skriv_klausuler, versjon_paa
from .deloppgave import klipp_deloppgaver
from .laas import laast

#: What `felt` may hold; anything else is a programming error.
FELT = frozenset(
    {
        "navn", "form", "klasse", "region", "orgnr", "eget_rettssubjekt", "fra", "til", "oppsigelse_maaneder",
        "oppsigelse_regel", "bundet_til", "delvis_ikrafttreden", "roller", "andre_deltakere", "dataeier",
        "evalueres_hvert_aar", "sist_evaluert", "meldt_statsforvalter", "maalform", "er_utkast", "er_eksempel",
        "eksempel_merknad", "kilde",
    }
)  # fmt: skip

SETNINGER = {
    "avtale_til_etter_fra": ("til", lambda: _("Avtalen kan ikke opphøre før den har begynt å gjelde.")),
    "avtale_orgnr_ni_siffer": ("orgnr", lambda: _("Et organisasjonsnummer har ni siffer.")),
}


def registrer_avtale(
    *,
    felt: Mapping[str, object],
    formaal: Sequence[str],
    oppgaver: Iterable[Oppgave],
    bestemmelser: Mapping[str, str],
    dato: date,
    importert: bool = False,
) -> Avtale:
    """Enter a new agreement with its purposes (in order), tasks and clauses (by requirement code).

    Raises Avvist when the law does not let anyone enter into the form on ``dato``. ``importert`` lets history in:
    an agreement entered into under a law that has since been repealed.
    """
    _bare_kjente(felt)
    if not importert:
        _krev_aapen_form(str(felt["form"]), dato)
    with oversatt(SETNINGER):
        avtale = Avtale.objects.create(**felt)
        _skriv_innhold(avtale, formaal, oppgaver, bestemmelser)
    return avtale


def endre_avtale(
    *,
    avtale_id: int,
    versjon: int,
    felt: Mapping[str, object],
    formaal: Sequence[str],
    oppgaver: Iterable[Oppgave],
    bestemmelser: Mapping[str, str],
    dato: date | None = None,
    begrunnelse: str = "",
) -> Avtale:
    """Change an agreement that the caller read as ``versjon``.

    Purposes and tasks are replaced; a clause that is mentioned is replaced (or removed when empty), others stay.
    Clauses are those of the wording in force on ``dato``, never of a draft. Raises Konflikt when somebody has changed
    it since, and Avvist when ``dato`` is given and the agreement would get a form that cannot be entered into on that
    date (keeping the form it has is always allowed), or what a published agreement says is rewritten or removed
    without ``begrunnelse``: then it is a correction. To fill in a clause that was missing needs no reason.
    """
    _bare_kjente(felt)
    with oversatt(SETNINGER):
        avtale = laast(Avtale, avtale_id, versjon)
        ny_form = str(felt.get("form", avtale.form))
        if dato is not None and ny_form != avtale.form:
            _krev_aapen_form(ny_form, dato)
        gammel_fra = avtale.fra
        if not avtale.er_utkast and not begrunnelse.strip():
            _krev_uroert_ordlyd(avtale, bestemmelser, dato)
        for navn, verdi in felt.items():
            setattr(avtale, navn, verdi)
        avtale.save()
        _flytt_foerste_ordlyd(avtale, gammel_fra)
        _skriv_innhold(avtale, formaal, oppgaver, bestemmelser, dato)
    return avtale


@transaction.atomic
def avslutt_avtale(avtale: Avtale, *, til: date, versjon: int | None = None) -> Avtale:
    """End the agreement on ``til`` (the first day it does not hold), and with it every running participation.

    Raises Konflikt when somebody has changed the agreement since ``versjon`` was read, and Avvist.
    """
    avtale = laast(Avtale, avtale.pk, versjon)
    if avtale.fra is not None and til <= avtale.fra:
        raise Avvist(_("Avtalen kan ikke opphøre før den har begynt å gjelde."), felt="til")
    if avtale.deltakelser.filter(fra__gte=til).exists():
        raise Avvist(_("En deltaker er meldt inn fra en senere dato. Endre den først."), felt="til")
    avtale.deltakelser.filter(Q(til__isnull=True) | Q(til__gt=til)).update(til=til, versjon=F("versjon") + 1)
    klipp_deloppgaver(avtale.pk)
    avtale.til = til
    avtale.save()
    return avtale


@transaction.atomic
def knytt(fra_avtale: Avtale, til_avtale: Avtale, *, type: str, dato: date | None = None) -> Avtalerelasjon:
    """Relate two agreements, read from left to right; doing it twice keeps one relation with the last date."""
    if fra_avtale.pk == til_avtale.pk:
        raise Avvist(_("En avtale kan ikke knyttes til seg selv."))
    relasjon, _ny = Avtalerelasjon.objects.update_or_create(
        fra_avtale=fra_avtale, til_avtale=til_avtale, type=type, defaults={"dato": dato}
    )
    return relasjon


def _bare_kjente(felt: Mapping[str, object]) -> None:
    if ukjente := set(felt) - FELT:
        raise TypeError(f"unknown fields of Avtale: {', '.join(sorted(ukjente))}")


def _krev_aapen_form(kode: str, dato: date) -> None:
    former = les_regelverk().former
    if kode not in former:
        raise Avvist(_("Velg en samarbeidsform."), felt="form")
    if (avslag := kan_inngaas(former[kode], dato)) is not None:
        raise Avvist(avslag.paa((get_language() or "nb")[:2]), felt="form")


def _krev_uroert_ordlyd(avtale: Avtale, bestemmelser: Mapping[str, str], dato: date | None) -> None:
    lagret = klausuler(versjon_paa(avtale, dato))
    if any(lagret.get(krav, "") not in ("", tekst.strip()) for krav, tekst in bestemmelser.items()):
        raise Avvist(_("Skriv hvorfor teksten rettes."), felt="begrunnelse")


def _flytt_foerste_ordlyd(avtale: Avtale, gammel_fra: date | None) -> None:
    """The first wording begins with the agreement; when the agreement's day is put right, so is the wording's."""
    if avtale.fra == gammel_fra:
        return
    forbigaatt = avtale.fra is not None and avtale.versjoner.filter(nummer__gt=1, fra__lte=avtale.fra).exists()
    if not forbigaatt:
        avtale.versjoner.filter(nummer=1, fra=gammel_fra).update(fra=avtale.fra)


def _skriv_innhold(
    avtale: Avtale,
    formaal: Sequence[str],
    oppgaver: Iterable[Oppgave],
    bestemmelser: Mapping[str, str],
    dato: date | None = None,
) -> None:
    _skriv_formaal(avtale, [tekst.strip() for tekst in formaal if tekst.strip()])
    avtale.oppgaver.set(oppgaver)
    er_ny = not avtale.versjoner.exists()
    versjon = versjon_paa(avtale, dato)
    if skriv_klausuler(versjon, bestemmelser) and not er_ny:
        versjon.versjon += 1
        versjon.save(update_fields=["versjon"])


def _skriv_formaal(avtale: Avtale, tekster: Sequence[str]) -> None:
    if list(avtale.formaal.values_list("tekst", flat=True)) == list(tekster):
        return
    avtale.formaal.all().delete()
    Formaal.objects.bulk_create(
        Formaal(avtale=avtale, rekkefoelge=plass, tekst=tekst) for plass, tekst in enumerate(tekster, 1)
    )
