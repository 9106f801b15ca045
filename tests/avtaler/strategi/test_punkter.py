"""The points of a strategy keep their order without gaps, whatever is added, moved or deleted."""

from datetime import date

import pytest

from avtaler.domene.strategi.tre import Retning
from avtaler.models import Prosjekt, Strategi, Strategipunkt, Tiltak
from avtaler.tjenester import Avvist, Konflikt
from avtaler.tjenester.strategi import endre_punkt, flytt_punkt, registrer_punkt, slett_punkt
from avtaler.uttrekk.strategi.arbeid import arbeid_per_punkt
from kommuner.tilgang import INGEN
from tests.fabrikker import lag_region

pytestmark = pytest.mark.django_db


def nytt(strategi: Strategi, tekst: str, slag: str = "maal", over: Strategipunkt | None = None) -> Strategipunkt:
    return registrer_punkt(Strategipunkt(strategi=strategi, slag=slag, over=over), {"tekst": tekst})


def rekka(strategi: Strategi, **valg: object) -> list[tuple[int, str]]:
    return list(strategi.punkter.filter(**valg).order_by("rekkefoelge").values_list("rekkefoelge", "tekst"))


@pytest.fixture
def strategi() -> Strategi:
    return Strategi.objects.create(region=lag_region(), tittel="Strategi")


@pytest.fixture
def tre(strategi):
    return [nytt(strategi, tekst) for tekst in "ABC"]


def test_points_are_numbered_as_they_come(strategi, tre):
    assert rekka(strategi) == [(1, "A"), (2, "B"), (3, "C")]


def test_moved_point_changes_place_with_its_neighbour(strategi, tre):
    flytt_punkt(tre[2].pk, Retning.OPP)
    flytt_punkt(tre[0].pk, Retning.OPP)
    assert rekka(strategi) == [(1, "A"), (2, "C"), (3, "B")]


def test_deleted_point_takes_what_is_under_it_and_leaves_no_gap(strategi, tre):
    tema = nytt(strategi, "Tema", "tema", over=tre[1])
    tiltak = Tiltak.objects.create(strategi=strategi, punkt=tema, tittel="T", fra_aar=2026, til_aar=2026)
    slett_punkt(tre[1].pk)
    assert rekka(strategi) == [(1, "A"), (2, "C")]
    tiltak.refresh_from_db()
    assert tiltak.punkt is None


def test_point_carried_elsewhere_goes_last_there_and_closes_the_gap(strategi, tre):
    foerste, _andre = (nytt(strategi, tekst, "tema", over=tre[0]) for tekst in ("T1", "T2"))
    nytt(strategi, "U1", "tema", over=tre[1])
    endre_punkt(foerste.pk, None, {"over": tre[1], "tekst": "T1"})
    assert rekka(strategi, over=tre[1]) == [(1, "U1"), (2, "T1")]
    assert rekka(strategi, over=tre[0]) == [(1, "T2")]


@pytest.mark.parametrize("over", ["seg selv", "feil slag", "annen strategi"])
def test_point_stays_when_it_may_not_stand_there(strategi, tre, over):
    bein = nytt(strategi, "Bein", "bein")
    maal = registrer_punkt(Strategipunkt(strategi=strategi, slag="maal", over=bein), {"tekst": "Under"})
    andre = Strategi.objects.create(region=strategi.region, tittel="En annen")
    maalet = {"seg selv": maal, "feil slag": nytt(strategi, "P", "premiss"), "annen strategi": nytt(andre, "X")}[over]
    with pytest.raises(Avvist):
        endre_punkt(bein.pk, None, {"over": maalet})
    assert Strategipunkt.objects.get(pk=bein.pk).over is None


def test_somebody_elses_change_is_not_overwritten(strategi, tre):
    endre_punkt(tre[0].pk, 1, {"tekst": "Min"})
    with pytest.raises(Konflikt):
        endre_punkt(tre[0].pk, 1, {"tekst": "Din"})
    assert rekka(strategi)[0] == (1, "Min")


def test_kind_that_does_not_belong_is_refused(strategi, tre):
    with pytest.raises(Avvist):
        nytt(strategi, "Vei", "vei")
    assert len(rekka(strategi)) == 3


def test_project_that_has_ended_since_was_active_on_the_day_that_is_looked_at(strategi, tre):
    prosjekt = Prosjekt.objects.create(
        region=strategi.region, navn="Kart", klasse="drift", status="avsluttet", til=date(2025, 1, 1)
    )
    tre[0].prosjekter.add(prosjekt)

    def aktivt(dato: date) -> bool:
        return arbeid_per_punkt(strategi, INGEN, dato=dato)[tre[0].pk][0].er_aktivt

    assert aktivt(date(2024, 12, 31))
    assert not aktivt(date(2025, 1, 1))
