"""Five questions about the municipality's own cooperation, made from what it is in today."""

from collections.abc import Iterator
from fractions import Fraction

from django.utils.translation import gettext as _

from avtaler.domene.samarbeidsform import Vedtaksmaate
from avtaler.regler import les_regelverk
from rapport.domene.innhold import Avtaleark, Kommuneoversikt
from rapport.domene.spoersmaal import Spoersmaal, blant, naere_tall

ANTALL = 5
VERTSFORMER = ("VERT_ADM", "VERT_NEMND")


def lag_proeve(oversikt: Kommuneoversikt) -> tuple[Spoersmaal, ...]:
    """The first five that the municipality's own data can ask; the same on the same day."""
    alle = _alle(oversikt)
    return tuple(ett for ett, _nr in zip(alle, range(ANTALL), strict=False))


def _alle(oversikt: Kommuneoversikt) -> Iterator[Spoersmaal]:
    if not oversikt.avtaler:
        return
    yield _antall(oversikt)
    if len(oversikt.betalinger) > 1:
        yield _dyrest(oversikt)
    yield from _vertskommune(oversikt)
    yield from _form(oversikt)
    yield from _hvem_endrer(oversikt)
    yield _saker(oversikt)
    yield _deltakere(max(oversikt.avtaler, key=lambda ark: (len(ark.deltakere), -ark.id)))


def _antall(oversikt: Kommuneoversikt) -> Spoersmaal:
    antall = len(oversikt.avtaler)
    return _tall("antall", _("Hvor mange samarbeid er %(kommune)s med i?") % {"kommune": oversikt.kommune.navn}, antall,
                 _("Alle står på kommunens side, også de uten eget selskap."))  # fmt: skip


def _dyrest(oversikt: Kommuneoversikt) -> Spoersmaal:
    dyrest = oversikt.betalinger[0]
    andel = Fraction(dyrest.betaling.beloep_oere, oversikt.sum_oere) if dyrest.betaling else Fraction(0)
    return _navn(
        "dyrest",
        _("Hvilket samarbeid betaler vi mest til?"),
        dyrest.navn,
        [ark.navn for ark in oversikt.betalinger],
        _("Det er %(prosent)d prosent av det vi betaler.") % {"prosent": round(andel * 100)},
    )


def _vertskommune(oversikt: Kommuneoversikt) -> Iterator[Spoersmaal]:
    for ark in oversikt.avtaler:
        if ark.form in VERTSFORMER and ark.vertskommune and len(ark.deltakere) > 1:
            yield _navn(
                "vert", _("Hvem er vertskommune for %(navn)s?") % {"navn": ark.navn}, ark.vertskommune,
                [deltaker.navn for deltaker in ark.deltakere], _("Vertskommunen gjør oppgaven for de andre."),
            )  # fmt: skip
            return


def _form(oversikt: Kommuneoversikt) -> Iterator[Spoersmaal]:
    regelverk, maal = les_regelverk(), oversikt.maalform
    andre = [regelverk.form(kode).navn.paa(maal) for kode in ("IKS", "KO", "IPR", "VERT_ADM", "AS")]
    for ark in reversed(oversikt.avtaler):
        if ark.form in ("KO", "IKS", "IPR"):
            yield _navn(
                "form", _("Hvilken form har %(navn)s?") % {"navn": ark.navn}, ark.form_navn, andre, ark.form_hjemmel
            )
            return


def _hvem_endrer(oversikt: Kommuneoversikt) -> Iterator[Spoersmaal]:
    """Who adopts a change of what the law says the agreement must settle."""
    valg = {
        Vedtaksmaate.ALLE_KOMMUNESTYRENE: _("alle kommunestyrene selv"),
        Vedtaksmaate.REPRESENTANTSKAPET: _("representantskapet"), "daglig_leder": _("daglig leder"),
        "formannskapet": _("formannskapet"),
    }  # fmt: skip
    for ark in oversikt.avtaler:
        regel = les_regelverk().form(ark.form).endring.i_momenter
        if regel is not None and regel.svar in valg and regel.hjemmel is not None:
            tekst = _("Hvem må vedta en endring i det loven sier at avtalen for %(navn)s skal fastsette?")
            forklaring = f"{regel.tekst.paa(oversikt.maalform)} ({regel.hjemmel.paa(oversikt.maalform)})"
            yield _navn("endring", tekst % {"navn": ark.navn}, valg[regel.svar], list(valg.values()), forklaring)
            return


def _saker(oversikt: Kommuneoversikt) -> Spoersmaal:
    return _tall("saker", _("Hvor mange saker venter på svar fra kommunestyret nå?"), len(oversikt.saker_som_venter),
                 _("De står på kommunens side, med fristen."))  # fmt: skip


def _deltakere(ark: Avtaleark) -> Spoersmaal:
    return _tall("deltakere", _("Hvor mange er med i %(navn)s?") % {"navn": ark.navn}, len(ark.deltakere),
                 _("Deltakerne står på avtalens side."))  # fmt: skip


def _tall(kode: str, tekst: str, riktig: int, forklaring: str) -> Spoersmaal:
    valg = tuple((str(tall), str(tall)) for tall in naere_tall(riktig))
    return Spoersmaal(kode=kode, tekst=tekst, valg=valg, riktig=str(riktig), forklaring=forklaring)


def _navn(kode: str, tekst: str, riktig: str, andre: list[str], forklaring: str) -> Spoersmaal:
    """The codes are the places of the names, so that nothing of the page's own words comes back with the form."""
    rekke = blant(riktig, andre)
    valg = tuple((str(plass), navn) for plass, navn in enumerate(rekke, 1))
    return Spoersmaal(kode=kode, tekst=tekst, valg=valg, riktig=str(rekke.index(riktig) + 1), forklaring=forklaring)
