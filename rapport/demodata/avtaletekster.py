"""Wordings and documents of demo agreements. The documents are printed from the wordings, so nothing is anybody's."""

from datetime import date
from functools import cache
from hashlib import sha256
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from avtaler.models import Avtale, Avtaleversjon, Runde
from avtaler.tjenester import dokument as dokumenttjenester
from avtaler.tjenester import versjon as versjonstjenester
from avtaler.uttrekk.versjoner import Versjonsside, versjonsside
from kommuner.filer.vedlegg import MIME, Vedlegg, Vedleggsslag
from rapport.demodata import les
from rapport.press.pdf import faste_ressurser, pdf_for

MAL = "rapport/trykk/eksempeldokument.html"


def last_avtaletekster() -> None:
    """Everything in the file; an agreement that has documents already is left alone."""
    for rad in les("avtaletekster"):
        avtale = Avtale.objects.select_related("region").filter(navn=rad["avtale"]).first()
        if avtale is not None and not avtale.dokumenter.exists():
            _last(avtale, rad)


def _last(avtale: Avtale, rad: dict[str, Any]) -> None:
    avtale.versjoner.filter(nummer=1).update(runde=_sak(avtale, rad))
    for versjon in rad.get("versjoner", ()):
        _last_versjon(avtale, versjon)
    if "utkast" in rad:
        _skriv(versjonstjenester.lag_ny_versjon(avtale), rad["utkast"])
    for dokument in rad.get("dokumenter", ()):
        _last_dokument(avtale, dokument)


def _last_versjon(avtale: Avtale, rad: dict[str, Any]) -> None:
    utkast = _skriv(versjonstjenester.lag_ny_versjon(avtale), rad)
    versjonstjenester.sett_i_kraft(
        versjon_id=utkast.pk, versjon=None, fra=rad["fra"], begrunnelse=rad["begrunnelse"], dato=rad["fra"]
    )


def _skriv(utkast: Avtaleversjon, rad: dict[str, Any]) -> Avtaleversjon:
    """The wording with its changes, and the case it is put to the councils in."""
    fra_foer = [(ett.tittel, ett.tekst) for ett in utkast.bestemmelser.filter(krav="")]
    tekst = versjonstjenester.Ordlydtekst(
        klausuler=rad.get("bestemmelser", {}), andre=[*fra_foer, *(tuple(par) for par in rad.get("andre", ()))]
    )
    versjonstjenester.endre_utkast(
        versjon_id=utkast.pk, versjon=None, tekst=tekst, merknad=rad["merknad"], maalform=utkast.maalform
    )
    Avtaleversjon.objects.filter(pk=utkast.pk).update(runde=_sak(utkast.avtale, rad))
    return utkast


def _sak(avtale: Avtale, rad: dict[str, Any]) -> Runde | None:
    return avtale.runder.filter(tittel=rad["sak"]).first() if "sak" in rad else None


def _last_dokument(avtale: Avtale, rad: dict[str, Any]) -> None:
    versjon = avtale.versjoner.filter(nummer=rad["versjon"]).first() if "versjon" in rad else None
    innhold = _trykk(rad["tittel"], avtale.maalform, rad["dato"], _innhold(avtale, versjon, rad))
    vedlegg = Vedlegg(
        Vedleggsslag.PDF, MIME[Vedleggsslag.PDF], f"{rad['tittel']}.pdf", innhold, sha256(innhold).hexdigest()
    )
    felt = {
        "type": rad["type"], "tittel": rad["tittel"], "dato": rad["dato"], "maalform": avtale.maalform,
        "er_offentlig": rad["offentlig"], "unntakshjemmel": rad.get("hjemmel", ""), "avtaleversjon": versjon,
        "er_eksempel": True,
    }  # fmt: skip
    dokumenttjenester.registrer_dokument(avtale, vedlegg=vedlegg, felt=felt, av=None)


def _innhold(avtale: Avtale, versjon: Avtaleversjon | None, rad: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """(heading, text) of what the document says."""
    if versjon is None:
        return (("", rad["tekst"]),)
    alle = list(avtale.versjoner.order_by("nummer"))
    side: Versjonsside = versjonsside(avtale, versjon, alle, dato=rad["dato"], maalform=avtale.maalform)
    return tuple((punkt.tittel, punkt.tekst) for punkt in (*side.punkter, *side.andre) if punkt.tekst)


@cache
def _trykk(tittel: str, maalform: str, dato: date, punkter: tuple[tuple[str, str], ...]) -> bytes:
    """The press is slow, and the same data are loaded many times in the tests."""
    with translation.override(maalform):
        innhold = {"tittel": tittel, "maalform": maalform, "dato": dato, "punkter": punkter}
        return pdf_for(render_to_string(MAL, innhold), ressurser=faste_ressurser())
