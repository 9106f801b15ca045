"""``manage.py importer_avtaler FILE``: read a list of agreements into a region, by the same path as the page."""

import json
from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from avtaler.domene.innlesing.plan import Avtaleplan, Plan, Status
from avtaler.models import Innlesing, Innlesingsstatus
from avtaler.tjenester import Avvist
from avtaler.tjenester.innlesing import Utdatert, gjennomfoer_innlesing, les_liste, motta_liste, svar_paa_innlesing
from avtaler.uttrekk.innlesing import Innlest, innlest
from avtaler.uttrekk.innlesingsord import (
    STATUSER,
    feltnavn,
    meldingstekst,
    oppgavenavn,
    radtekst,
    spoersmaalstekst,
    valgtekst,
    verditekst,
)
from kommuner.foresporsel import idag
from kommuner.models import Region

#: An accepted proposal can lead to a new question, but never many times.
_RUNDER = 6


class Command(BaseCommand):
    """Prints the preview. Writes everything or nothing; exit is not 0 while something is unanswered or wrong."""

    help = "Les inn en liste over avtaler (xlsx eller csv) i en region."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("fil", type=Path, help="lista som skal leses inn")
        parser.add_argument("--region", help="kortnavnet til regionen (slug); kan utelates når det bare er én")
        parser.add_argument("--proev", action="store_true", help="vis forhåndsvisningen, og skriv ingenting")
        parser.add_argument("--svar", type=Path, help="json-fil med svar: nøkkelen til hvert spørsmål og verdien")
        parser.add_argument("--godta-forslag", action="store_true", help="svar med forslaget der det finnes ett")
        parser.add_argument("--vis-spoersmaal", action="store_true", help="skriv nøkler og verdier til bruk i --svar")

    def handle(self, *args: object, fil: Path, region: str | None, svar: Path | None, **valg: bool) -> None:
        innlesing = _les(fil, _regionen(region))
        try:
            self._behandle(innlesing, _svarene(svar), **valg)
        finally:
            Innlesing.objects.filter(pk=innlesing.pk).exclude(status=Innlesingsstatus.LAGRET).delete()

    def _behandle(
        self, innlesing: Innlesing, svar: Mapping[str, str], *, proev: bool, godta_forslag: bool,
        vis_spoersmaal: bool, **_valg: object,
    ) -> None:  # fmt: skip
        innlesing = svar_paa_innlesing(innlesing, svar=svar)
        lest = _svar_med_forslag(innlesing) if godta_forslag else innlest(innlesing, dato=idag())
        self._vis(lest, vis_spoersmaal)
        if lest.plan.ubesvarte or lest.plan.antall.get(Status.FEIL):
            raise CommandError("Lista er ikke lest inn: svar på spørsmålene (--svar, --godta-forslag) eller rett fila.")
        if proev or not lest.plan.kan_lagres:
            self.stdout.write("Ingenting er skrevet.")
            return
        try:
            ferdig = gjennomfoer_innlesing(innlesing, avtrykk=lest.plan.avtrykk, bruker=None, dato=idag())
        except Utdatert as feil:
            raise CommandError("Registeret ble endret underveis. Ingenting er skrevet; kjør på nytt.") from feil
        except Avvist as avvist:
            raise CommandError(avvist.setning) from avvist
        nye, endrede = ferdig.resultat["nye"], ferdig.resultat["endrede"]
        self.stdout.write(f"Lest inn: {len(nye)} nye og {len(endrede)} endrede avtaler.")

    def _vis(self, lest: Innlest, med_noekler: bool) -> None:
        for utelatt in lest.plan.utelatte:
            self.stdout.write(f"rad {utelatt.celle.rad}: {utelatt.kode} «{utelatt.celle.tekst}»")
        for avtale in lest.plan.avtaler:
            self._vis_avtale(avtale, lest)
        self._vis_spoersmaal(lest, med_noekler)
        antall = ", ".join(f"{STATUSER[status]().lower()}: {tall}" for status, tall in sorted(lest.plan.antall.items()))
        self.stdout.write(antall or "ingen avtaler funnet")

    def _vis_avtale(self, avtale: Avtaleplan, lest: Innlest) -> None:
        deltakere = ", ".join(deltaker.navn for deltaker in avtale.deltakere)
        form = verditekst("form", avtale.verdier.form, maalform="nb", grunnlag=lest.grunnlag)
        self.stdout.write(f"{STATUSER[avtale.status]().lower():>11}  {avtale.navn} [{form}] {deltakere}")
        for endring in avtale.endringer:
            foer, etter = (
                verditekst(endring.felt, verdi, maalform="nb", grunnlag=lest.grunnlag)
                for verdi in (endring.foer, endring.etter)
            )
            self.stdout.write(f"             {feltnavn(endring.felt)}: «{foer}» → «{etter}»")
        for melding in avtale.meldinger:
            self.stdout.write(f"             rad {melding.rad}: {meldingstekst(melding)}")

    def _vis_spoersmaal(self, lest: Innlest, med_noekler: bool) -> None:
        navn = oppgavenavn(lest.grunnlag, "nb")
        for spoersmaal in lest.plan.spoersmaal:
            if spoersmaal.er_besvart and not med_noekler:
                continue
            self.stdout.write(f"? {spoersmaalstekst(spoersmaal)} ({radtekst(spoersmaal.rader)})")
            if med_noekler:
                self.stdout.write(f"    nøkkel: {spoersmaal.noekkel}")
            for ett in spoersmaal.valg:
                merke = "→" if ett.verdi == (spoersmaal.svar or spoersmaal.forslag) else " "
                verdi = f"  [{ett.verdi}]" if med_noekler else ""
                self.stdout.write(f"  {merke} {valgtekst(ett, maalform='nb', oppgaver=navn)}{verdi}")


def _regionen(slug: str | None) -> Region:
    if slug is None:
        regioner = list(Region.objects.all()[:2])
        if len(regioner) != 1:
            raise CommandError("Si hvilken region lista er for: --region KORTNAVN.")
        return regioner[0]
    try:
        return Region.objects.get(slug=slug)
    except Region.DoesNotExist as feil:
        raise CommandError(f"Ingen region har kortnavnet {slug}.") from feil


def _les(fil: Path, region: Region) -> Innlesing:
    try:
        innhold = fil.read_bytes()
    except OSError as feil:
        raise CommandError(f"{fil} kan ikke leses: {feil.strerror}") from feil
    try:
        innlesing = motta_liste(region=region, bruker=None, filnavn=fil.name, innhold=innhold)
    except Avvist as avvist:
        raise CommandError(avvist.setning) from avvist
    les_liste(innlesing.pk)
    innlesing.refresh_from_db()
    if innlesing.status != Innlesingsstatus.KLAR:
        Innlesing.objects.filter(pk=innlesing.pk).delete()
        raise CommandError(innlesing.melding)
    return innlesing


def _svarene(fil: Path | None) -> dict[str, str]:
    if fil is None:
        return {}
    try:
        svar = json.loads(fil.read_text("utf-8"))
    except (OSError, ValueError) as feil:
        raise CommandError(f"{fil} kan ikke leses som json.") from feil
    if not isinstance(svar, dict):
        raise CommandError(f"{fil} skal inneholde nøkkel og verdi for hvert svar.")
    return {str(noekkel): str(verdi) for noekkel, verdi in svar.items()}


def _svar_med_forslag(innlesing: Innlesing) -> Innlest:
    """Accept what is proposed, and what that leads to."""
    lest = innlest(innlesing, dato=idag())
    for _runde in range(_RUNDER):
        nye = godtatte(lest.plan)
        if not nye:
            break
        with transaction.atomic():
            innlesing = svar_paa_innlesing(innlesing, svar=nye)
        lest = innlest(innlesing, dato=idag())
    return lest


def godtatte(plan: Plan) -> dict[str, str]:
    """The proposals to the questions nobody has answered."""
    return {en.noekkel: en.forslag for en in plan.ubesvarte if en.forslag}
