"""What belongs to some is not found by others, in any format: canaries in the fields that are not for all."""

import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from avtaler.models import Avtale
from avtaler.tjenester import meld_inn, registrer_avtale
from kommuner.models import Bruker, Part, Region
from kostnad.tjenester import fastsett_noekkel, sett_budsjett, vedta_fordeling
from rapport.tjenester import bestill, kjoer_jobb
from tests.adresser import alle_ruter
from tests.fabrikker import lag_runde
from tests.verden import DATO, LIKT

pytestmark = pytest.mark.django_db

RUTER = alle_ruter()
KANARI = "Kanarifugl"
#: The budget of the canaries' agreement: an amount that nothing else has, however it is written.
BELOEP_OERE = 7_654_321_00
SKILLE = r"(\s|&nbsp;|\\u00a0|\.)?"
TALL = re.compile(f"7{SKILLE}654{SKILLE}321|3{SKILLE}827{SKILLE}16[01]")
SOGNDAL, VIK, LUSTER = "4640", "4639", "4644"


@dataclass(frozen=True)
class Kanarifugler:
    """What the addresses take: an agreement with secret money, a draft, Vik's report; and Luster's own report."""

    andres: list[dict[str, object]]
    lusters: dict[str, object]


@pytest.fixture(scope="module")
def kanarifugler(verden) -> Kanarifugler:
    """An agreement between Sogndal and Vik with a canary in every field of money, draft and report."""
    verdisett = []
    for er_utkast in (False, True):
        avtale = _avtale(er_utkast=er_utkast)
        for nummer in (SOGNDAL, VIK):
            meld_inn(avtale, part=Part.objects.get(nummer=nummer), fra=date(2025, 1, 1))
        verdisett.append(verden.publisert | _rapport(VIK) | _oekonomi(avtale))
    return Kanarifugler(verdisett, verden.publisert | _rapport(LUSTER))


def _rapport(nummer: str) -> dict[str, object]:
    bestilling = bestill(parter=[Part.objects.get(nummer=nummer)], dato=DATO, av=None)
    jobb = bestilling.jobber.get()
    kjoer_jobb(jobb.pk)
    return {"nummer": nummer, "bestilling_id": bestilling.pk, "jobb_id": jobb.pk}


def _avtale(*, er_utkast: bool) -> Avtale:
    navn = f"{KANARI}-utkast" if er_utkast else "Felles arkivdepot"
    tekst = f"{KANARI}-tekst" if er_utkast else "Ta vare på arkivene."
    return registrer_avtale(
        felt={"navn": navn, "form": "AVTALE", "klasse": "tjenesteyting", "region": Region.objects.get(slug="sogn"),
              "fra": date(2025, 1, 1), "er_utkast": er_utkast, "kilde": tekst},
        formaal=[tekst], oppgaver=[], bestemmelser={}, dato=date(2025, 1, 1), importert=True,
    )  # fmt: skip


def _oekonomi(avtale: Avtale) -> dict[str, object]:
    noekkel = fastsett_noekkel(avtale, fra_aar=2025, steg=LIKT, kilde=f"{KANARI}-nøkkel")
    budsjett = sett_budsjett(
        avtale, aar=2026, beloep_oere=BELOEP_OERE, tilskudd=[(f"{KANARI}-tilskudd", 0)], kilde=f"{KANARI}-budsjett"
    )
    fordeling = vedta_fordeling(budsjett, av=None)
    sett_budsjett(avtale, aar=2027, beloep_oere=BELOEP_OERE)
    runde = lag_runde(avtale, dato=DATO, tittel=f"{KANARI}-runde" if avtale.er_utkast else "Runde")
    return {
        "avtale_id": avtale.pk, "deltakelse_id": avtale.deltakelser.first().pk, "runde_id": runde.pk,
        "vedtak_id": runde.vedtak.first().pk, "noekkel_id": noekkel.pk,
        "fordeling_id": fordeling.pk, "aar": 2027,
    }  # fmt: skip


#: Pages that list or search, and what they are asked for.
LISTER = ("avtaler:register", "rapport:kommuner", "rapport:kommune", "rapport:kommunedata", "rapport:region")
SPOERRINGER = (
    "", f"?dato={DATO}", f"?q={KANARI}", f"?sok={KANARI}", "?status=alle", "?status=utkast", "?status=kommende",
)  # fmt: skip


def _alt_som_kan_leses(klient: Client, verdisett: list[dict[str, object]]) -> Iterator[tuple[str, str]]:
    """(address, text) of every answer to a GET, with and without htmx."""
    adresser = {rute.adresse(verdier): navn for navn, rute in RUTER.items() for verdier in verdisett}
    for adresse, navn in adresser.items():
        for spoerring in SPOERRINGER if navn in LISTER else ("",):
            yield f"{adresse}{spoerring}", _tekst(klient.get(f"{adresse}{spoerring}"))
        yield f"{adresse} (htmx)", _tekst(klient.get(adresse, headers={"HX-Request": "true"}))


def _tekst(svar: HttpResponse) -> str:
    innhold = svar.getvalue()
    if svar.get("Content-Type", "").startswith("application/pdf"):
        return subprocess.run(["pdftotext", "-", "-"], input=innhold, capture_output=True, check=True).stdout.decode()
    if svar.get("Content-Type", "").startswith("application/json"):
        return json.dumps(json.loads(innhold), ensure_ascii=False)
    return innhold.decode()


def _lekkasjer(klient: Client, verdisett: list[dict[str, object]]) -> list[str]:
    return [
        f"{adresse}: {tekst[max(0, treff.start() - 40) : treff.end() + 40]!r}"
        for adresse, tekst in _alt_som_kan_leses(klient, verdisett)
        # What the reader has searched for («Kanarifugl») may be shown back to the reader.
        if (treff := re.search(rf"{KANARI}-|{TALL.pattern}", tekst))
    ]


@pytest.mark.parametrize("rolle", ["besøkende", "politiker annen kommune", "koordinator annen region"])
def test_no_canary_of_money_draft_or_report_reaches_those_outside(rolle, verden, kanarifugler):
    assert _lekkasjer(verden.klient(rolle), [*kanarifugler.andres, kanarifugler.lusters]) == []


def test_no_canary_reaches_a_neighbour_in_the_same_region(kanarifugler):
    """Luster reads its own money and reports, not those of Vik's agreement with Sogndal."""
    klient = Client()
    klient.force_login(Bruker.objects.get(email="politiker@luster.example"))
    assert "Luster" in _tekst(klient.get(reverse("rapport:pdf", args=[LUSTER, kanarifugler.lusters["jobb_id"]])))
    assert _lekkasjer(klient, [*kanarifugler.andres, kanarifugler.lusters]) == []


def test_the_canaries_are_there_for_those_inside(verden, kanarifugler):
    """The tests above would guard nothing if no page showed the canaries at all."""
    sett = " ".join(tekst for _adresse, tekst in _alt_som_kan_leses(verden.klient("koordinator"), kanarifugler.andres))
    merker = {f"{KANARI}-{felt}" for felt in ("utkast", "tekst", "nøkkel", "tilskudd", "runde")}
    assert {merke for merke in merker if merke not in sett} == set()
    assert TALL.search(sett)
