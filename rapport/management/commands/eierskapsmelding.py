"""``manage.py eierskapsmelding NR --ut FILE.pdf``: one report, made the way the job makes it."""

import os
from argparse import ArgumentParser
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from kommuner.domene.datolesing import les_dato
from kommuner.domene.lesing import Ulesbar
from kommuner.domene.skriving import vis_kort_dato
from kommuner.foresporsel import idag
from kommuner.models import Part
from kommuner.tilgang import Innsyn, med_forgjengere
from kommuner.uttrekk import finn_kommune
from rapport.domene.bilde import fra_json, sha256, til_json
from rapport.domene.rapportdato import FOERSTE_DAG, kan_vises, siste_dag
from rapport.press import pdf_for
from rapport.uttrekk import kommuneoversikt


class Command(BaseCommand):
    """Reads, freezes and prints; nothing is stored but the file."""

    help = "Lager eierskapsmeldingen for en kommune som PDF (PDF/A-2a og PDF/UA-1)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("nummer", help="kommunenummer, nytt eller gammelt")
        parser.add_argument("--ut", required=True, type=Path, help="filen som skal skrives")
        parser.add_argument("--dato", help="slik det var denne dagen (standard: i dag)")
        parser.add_argument("--maalform", choices=("nb", "nn"), help="standard: kommunens egen målform")

    def handle(
        self, *args: object, nummer: str, ut: Path, dato: str | None, maalform: str | None, **options: object
    ) -> None:
        _krev_skrivbar(ut)
        dag = _les_dag(dato)
        part = finn_kommune(nummer, dag)
        if part is None:
            raise CommandError(f"Ingen kommune har eller har hatt nummeret {nummer}.")
        bilde = _frys(part, dag, maalform or part.rapportspraak)
        pdf = pdf_for(fra_json(bilde))
        ut.write_bytes(pdf)
        self.stdout.write(f"{ut}: {len(pdf)} byte, øyeblikksbilde {sha256(bilde)[:16]}")


def _les_dag(tekst: str | None) -> date:
    """The date as a Norwegian or ISO writes it; today when none is given."""
    if tekst is None:
        return idag()
    try:
        dag = les_dato(tekst, referanseaar=idag().year)
    except Ulesbar as feil:
        raise CommandError(f"«{tekst}» er ikke en dato. Skriv for eksempel 1.1.2019 eller 2019-01-01.") from feil
    if not kan_vises(dag, idag=idag()):
        grenser = f"{vis_kort_dato(FOERSTE_DAG)} til {vis_kort_dato(siste_dag(idag()))}"
        raise CommandError(f"Rapporten kan vise dager fra {grenser}.")
    return dag


def _krev_skrivbar(ut: Path) -> None:
    """The report takes seconds to make, so a path that cannot be written to is refused first."""
    if ut.is_dir():
        raise CommandError(f"{ut} er en mappe. Skriv navnet på filen også.")
    if not ut.parent.is_dir():
        raise CommandError(f"Mappen {ut.parent} finnes ikke.")
    if not os.access(ut if ut.exists() else ut.parent, os.W_OK):
        raise CommandError(f"Du har ikke lov til å skrive til {ut}.")


def _frys(part: Part, dato: date, maalform: str) -> dict[str, object]:
    """The municipality's content with its own full access, as the job freezes it."""
    alt = Innsyn(parter=med_forgjengere(frozenset({part.pk})))
    return til_json(kommuneoversikt(part, dato=dato, maalform=maalform, innsyn=alt))
