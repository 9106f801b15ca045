"""Who pays for a project: entered by the coordinator, seen by those who see the money, and it always goes up."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from avtaler.domene.prosjektoekonomi.finansiering import Frist
from avtaler.models import Finansiering
from avtaler.uttrekk.prosjektoekonomi.finansieringsside import finansieringspanel, finansieringsside
from kommuner.tilgang import INGEN, Innsyn
from tests.fabrikker import lag_bruker, lag_kommune, lag_region
from tests.fabrikker_prosjektoekonomi import lag_oekonomiprosjekt

DATO = date(2026, 11, 20)
pytestmark = pytest.mark.django_db


@pytest.fixture
def kommune():
    return lag_kommune("Vinje")


@pytest.fixture
def prosjekt(kommune):
    region = lag_region("Vest-Telemark", slug="vt", kommuner=(kommune,))
    return lag_oekonomiprosjekt(region, kommuner=(kommune,), kostnad_oere=1_000_000_00)


@pytest.fixture
def koordinator(client, prosjekt):
    client.force_login(lag_bruker("koordinator", region=prosjekt.region))
    return client


def ny(klient, prosjekt, **felt):
    adresse = reverse("avtaler:ny_finansiering", args=[prosjekt.pk])
    return klient.post(adresse, {"navn": "Høykom", "type": "tilskudd", "status": "innvilget"} | felt)


def feil(svar) -> dict[str, list[str]]:
    assert svar.status_code == 422
    return svar.context["form"].errors


def test_four_funders_are_entered_as_norwegians_write_and_reconciled(koordinator, prosjekt):
    assert ny(koordinator, prosjekt, navn="Kraftselskapa", type="selskap", status="utbetalt").status_code == 302
    ny(koordinator, prosjekt, navn="RDA", beloep_oere="250 000,50", utbetalt_oere="100 000", frist="31.12.2026")
    ny(koordinator, prosjekt, navn="Høykom", status="soekt", beloep_oere="200000")
    ny(koordinator, prosjekt, navn="Høykom infra", status="avslaatt", beloep_oere="300 000")
    side = finansieringsside(prosjekt, dato=DATO)
    assert (side.plan.innvilget, side.plan.soekt, side.plan.mangler) == (250_000_50, 200_000_00, 549_999_50)
    assert (side.plan.ukjente, side.plan.utbetalt) == (1, 100_000_00)
    assert [(en.frist, en.beloep) for en in side.bortfall] == [(date(2026, 12, 31), 150_000_50)]
    assert [rad.fristen for rad in side.rader][1] is Frist.SNART


def test_paid_means_all_of_it_unless_something_else_is_said(koordinator, prosjekt):
    ny(koordinator, prosjekt, status="utbetalt", beloep_oere="500")
    assert Finansiering.objects.get().utbetalt_oere == 500_00


@pytest.mark.parametrize(
    ("felt", "setning"),
    [
        ({"status": "soekt", "beloep_oere": "500", "utbetalt_oere": "1"}, "ikke er innvilget"),
        ({"utbetalt_oere": "1"}, "Skriv hele beløpet"),
        ({"beloep_oere": "500", "utbetalt_oere": "501"}, "mer enn beløpet"),
        ({"status": "utbetalt", "beloep_oere": "500", "utbetalt_oere": "400"}, "Er bare en del betalt ut"),
    ],
)
def test_what_is_paid_must_fit_what_is_granted(koordinator, prosjekt, felt, setning):
    assert setning in feil(ny(koordinator, prosjekt, **felt))["utbetalt_oere"][0]
    assert not Finansiering.objects.exists()


@pytest.mark.parametrize("beloep", ["12.500", "99999999999999999999", "-5", "mange"])
def test_amount_that_cannot_be_read_is_told_and_nothing_is_stored(koordinator, prosjekt, beloep):
    assert "beloep_oere" in feil(ny(koordinator, prosjekt, beloep_oere=beloep))
    assert not Finansiering.objects.exists()


def test_frame_is_set_changed_and_shown_as_over(koordinator, prosjekt):
    ny(koordinator, prosjekt, beloep_oere="600 000")
    adresse = reverse("avtaler:kostnadsramme", args=[prosjekt.pk])
    assert koordinator.post(adresse, {"versjon": "1", "kostnad_oere": "500 000"}).status_code == 302
    assert koordinator.post(adresse, {"versjon": "1", "kostnad_oere": "400 000"}).status_code == 409
    tekst = koordinator.get(reverse("avtaler:finansiering", args=[prosjekt.pk])).content.decode()
    assert "100\xa0000\xa0kr mer enn det skal koste" in tekst


def test_own_effort_stands_beside_and_in_no_sum(prosjekt):
    prosjekt.deltakelser.update(egeninnsats="Prosjektleder", egeninnsats_timer=Decimal("40.5"))
    side = finansieringsside(prosjekt, dato=DATO)
    assert (side.sum_timer, side.plan.dekket) == (Decimal("40.5"), 0)
    assert [(rad.navn, rad.tekst) for rad in side.egeninnsats] == [("Vinje", "Prosjektleder")]


def test_money_is_shown_to_those_who_take_part_and_to_nobody_else(client, prosjekt, kommune):
    adresse = reverse("avtaler:finansiering", args=[prosjekt.pk])
    assert client.get(adresse).status_code == 302
    client.force_login(lag_bruker("politiker", kommune=lag_kommune("Skien")))
    assert client.get(adresse).status_code == 404
    client.force_login(lag_bruker("politiker", kommune=kommune))
    assert client.get(adresse).status_code == 200
    assert client.post(reverse("avtaler:ny_finansiering", args=[prosjekt.pk])).status_code == 404
    assert finansieringspanel(prosjekt, INGEN, dato=DATO) is None
    assert finansieringspanel(prosjekt, Innsyn(parter=frozenset({kommune.pk})), dato=DATO) is not None


@pytest.mark.parametrize(("rolle", "ser"), [("partner", True), ("leverandoer", False), ("informert", False)])
def test_one_that_is_only_kept_informed_does_not_see_the_money(prosjekt, kommune, rolle, ser):
    prosjekt.deltakelser.update(rolle=rolle)
    panel = finansieringspanel(prosjekt, Innsyn(parter=frozenset({kommune.pk})), dato=DATO)
    assert (panel is not None) is ser


def test_funder_is_deleted_after_the_question(koordinator, prosjekt):
    rad = Finansiering.objects.create(prosjekt=prosjekt, navn="Feil")
    adresse = reverse("avtaler:slett_finansiering", args=[prosjekt.pk, rad.pk])
    assert "sett heller statusen" in koordinator.get(adresse).content.decode()
    koordinator.post(adresse)
    assert not Finansiering.objects.exists()
