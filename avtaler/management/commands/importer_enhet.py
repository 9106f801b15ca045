"""``manage.py importer_enhet FILE|-``: what Enhetsregisteret says, held against our parties and agreements."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from avtaler.tjenester.enhetsregister import oppdater_fra_registeret
from avtaler.uttrekk.enhetsavvik import Enhetsavvik, enhetsavvik
from kommuner.domene.avvisning import Avvist
from kommuner.domene.enhetsregister import Feilgrunn, Registerfeil, Registerutdrag, les_utdrag
from kommuner.domene.orgnr import er_gyldig_orgnr, rens_orgnr
from kommuner.domene.skriving import vis_andel_kort, vis_kort_dato
from kommuner.enhetsregister import setning, tjenesten
from kommuner.foresporsel import idag

FELTNAVN = {"navn": "navn", "type": "type", "til": "opphørt"}
STOERST = 200 * 1024 * 1024


class Command(BaseCommand):
    """Shows what differs; writes only with --lagre, and then all of it or nothing."""

    help = (
        "Leser enheter, lister eller roller fra Enhetsregisteret (JSON) og viser hva som er annerledes hos oss. "
        "Med --lagre oppdateres partene. Avtaler endres aldri: der står det som er vedtatt."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("fil", nargs="?", help="JSON-fil, eller - for å lese fra standard inn")
        parser.add_argument(
            "--orgnr", action="append", default=[], help="bare denne enheten (kan gjentas); uten fil: slå opp på nettet"
        )
        parser.add_argument("--lagre", action="store_true", help="skriv endringene")
        parser.add_argument("--opprett", action="store_true", help="registrer enheter som ikke er part fra før")

    def handle(
        self, *args: object, fil: str | None, orgnr: list[str], lagre: bool, opprett: bool, **options: object
    ) -> None:
        if opprett and not lagre:
            raise CommandError("--opprett virker bare sammen med --lagre.")
        nummer = [_orgnr(tekst) for tekst in orgnr]
        try:
            utdrag = _fra_fil(fil, nummer) if fil else _fra_nettet(nummer)
            avvik = _avvik(utdrag, lagre=lagre, opprett=opprett)
        except Registerfeil as feil:
            raise CommandError(setning(feil)) from feil
        except Avvist as avvist:
            raise CommandError(f"{avvist.setning} Ingenting er lagret.") from avvist
        for linje in _linjer(avvik, utdrag, opprett=opprett):
            self.stdout.write(linje)
        self.stdout.write("Lagret." if lagre else "Ingenting er lagret. Kjør en gang til med --lagre for å lagre.")


def _avvik(utdrag: Registerutdrag, *, lagre: bool, opprett: bool) -> list[Enhetsavvik]:
    if lagre:
        return oppdater_fra_registeret(utdrag, dato=idag(), opprett=opprett)
    return enhetsavvik(utdrag, dato=idag())


def _orgnr(tekst: str) -> str:
    orgnr = rens_orgnr(tekst)
    if not er_gyldig_orgnr(orgnr):
        raise CommandError(setning(Registerfeil(Feilgrunn.UGYLDIG_ORGNR, tekst=tekst[:30])))
    return orgnr


def _fra_fil(fil: str, nummer: list[str]) -> Registerutdrag:
    """The file, or of it the numbers asked for, each of which must be there."""
    utdrag = les_utdrag(_les(fil), orgnr=nummer[0] if len(nummer) == 1 else "")
    for orgnr in nummer:
        if orgnr not in {*utdrag.enheter, *utdrag.deltakere}:
            raise Registerfeil(Feilgrunn.IKKE_I_UTDRAGET, orgnr=orgnr)
    return utdrag.bare(frozenset(nummer)) if nummer else utdrag


def _fra_nettet(nummer: list[str]) -> Registerutdrag:
    if not nummer:
        raise CommandError("Skriv navnet på en fil, - for standard inn, eller --orgnr for å slå opp på nettet.")
    utdrag = Registerutdrag({}, {})
    for orgnr in nummer:
        utdrag = utdrag.sammen_med(tjenesten().hent(orgnr))
    return utdrag


def _les(fil: str) -> bytes:
    if fil == "-":
        innhold = sys.stdin.buffer.read(STOERST + 1)
    else:
        try:
            with Path(fil).open("rb") as aapen:
                innhold = aapen.read(STOERST + 1)
        except OSError as feil:
            raise CommandError(f"Filen {fil} kan ikke leses: {feil.strerror}.") from feil
    if len(innhold) > STOERST:
        raise CommandError("Filen er større enn 200 MB. Last ned bare de enhetene du trenger.")
    return innhold


def _linjer(avvik: Iterable[Enhetsavvik], utdrag: Registerutdrag, *, opprett: bool) -> Iterator[str]:
    for ett in avvik:
        yield _overskrift(ett)
        for rolle in utdrag.deltakere.get(ett.orgnr, ()):
            andel = "solidarisk" if rolle.andel is None else vis_andel_kort(rolle.andel)
            yield f"  Deltaker i registeret: {rolle.navn} ({rolle.orgnr}), {andel}"
        funn = [*_om_parten(ett, opprett), *_om_avtalene(ett)]
        yield from funn or ["  Ingen forskjeller."]


def _overskrift(ett: Enhetsavvik) -> str:
    enhet = ett.enhet
    if enhet is None:
        return f"{ett.orgnr} (bare roller)"
    fakta = [enhet.navn or "(uten navn)", enhet.formnavn or enhet.form, str(enhet.adresse or "")]
    if enhet.slettet:
        fakta.append(f"slettet {vis_kort_dato(enhet.slettet)}")
    if enhet.konkurs:
        fakta.append("konkurs")
    return f"{ett.orgnr} " + ", ".join(ledd for ledd in fakta if ledd)


def _om_parten(ett: Enhetsavvik, opprett: bool) -> Iterator[str]:
    for endring in ett.endringer:
        yield f"  Part «{ett.part}»: {FELTNAVN[endring.felt]}: {_vist(endring.foer)} → {_vist(endring.etter)}"
    if ett.ny_type:
        hva = "registreres" if opprett else "kan registreres med --lagre --opprett"
        yield f"  Ingen part eller avtale har nummeret. Enheten {hva} som {ett.ny_type}."
    elif ett.part is None and not ett.avtaler:
        yield "  Ingen part eller avtale har nummeret."


def _om_avtalene(ett: Enhetsavvik) -> Iterator[str]:
    for avvik in ett.avtaler:
        for merknad in avvik.merknader:
            yield f"  Avtale {avvik.avtale.pk} «{avvik.avtale.navn}»: {merknad}"


def _vist(verdi: object) -> str:
    return "(tomt)" if verdi is None else f"«{verdi}»"
