"""Relations between agreements: added and removed by those who keep one, and only to agreements they may see."""

from datetime import date

import pytest
from django.urls import reverse

from avtaler.models import Avtalerelasjon
from avtaler.tjenester import Avvist
from avtaler.tjenester.relasjon import legg_til_relasjon
from tests.fabrikker import lag_avtale, lag_bruker, lag_kommune, lag_region

pytestmark = pytest.mark.django_db


def test_a_relation_is_read_from_both_ends(som):
    region = lag_region()
    vakt, barnevern = lag_avtale("Barnevernsvakt", region=region), lag_avtale("Barnevern", region=region)
    klient = som(lag_bruker("koordinator", region=region))
    adresse = reverse("avtaler:sammenheng", args=[vakt.pk])
    svar = klient.post(adresse, {"sammenheng": "ut bygger_paa", "andre": barnevern.pk, "dato": "18.9.2026"})
    assert svar.status_code == 302
    relasjon = Avtalerelasjon.objects.get()
    assert (relasjon.fra_avtale, relasjon.til_avtale, relasjon.dato) == (vakt, barnevern, date(2026, 9, 18))
    assert "Bygger på" in klient.get(vakt.get_absolute_url()).text
    assert "Grunnlag for" in klient.get(barnevern.get_absolute_url()).text
    assert klient.post(adresse, {"fjern": str(relasjon.pk)}).status_code == 302
    assert not Avtalerelasjon.objects.exists()


def test_read_from_the_other_end_is_stored_from_that_end(som):
    region = lag_region()
    gammel, ny = lag_avtale(region=region), lag_avtale(region=region)
    klient = som(lag_bruker("koordinator", region=region))
    klient.post(reverse("avtaler:sammenheng", args=[ny.pk]), {"sammenheng": "inn avloest_av", "andre": gammel.pk})
    assert Avtalerelasjon.objects.get().fra_avtale == gammel


def test_drafts_of_others_cannot_be_related_to_nor_seen(som):
    region = lag_region()
    egen, fremmed = lag_avtale(region=region), lag_avtale("Hemmelig utkast", er_utkast=True)
    relasjon = Avtalerelasjon.objects.create(fra_avtale=egen, til_avtale=fremmed, type="bygger_paa")
    klient = som(lag_bruker("koordinator", region=region))
    adresse = reverse("avtaler:sammenheng", args=[egen.pk])
    assert "Hemmelig utkast" not in klient.get(adresse).text
    assert klient.post(adresse, {"sammenheng": "ut avloest_av", "andre": fremmed.pk}).status_code == 422
    klient.post(adresse, {"fjern": str(relasjon.pk)})
    assert Avtalerelasjon.objects.filter(pk=relasjon.pk).exists()


@pytest.mark.parametrize("sammenheng", ["inn omdannet_til", "ut omdannet_til", "inn avloest_av", "ut avloest_av"])
def test_only_who_keeps_both_says_that_one_replaces_the_other(som, sammenheng):
    region = lag_region()
    vik = lag_kommune("Vik")
    egen, fremmed = lag_avtale(region=region, kommuner=[vik], er_utkast=True), lag_avtale("Naboens", kommuner=[vik])
    klient = som(lag_bruker("koordinator", region=region))
    adresse = reverse("avtaler:sammenheng", args=[egen.pk])
    svar = klient.post(adresse, {"sammenheng": sammenheng, "andre": fremmed.pk})
    assert svar.status_code == 422
    assert "En annen region holder den avtalen ved like" in svar.text
    assert not Avtalerelasjon.objects.exists()
    assert (
        som(lag_bruker("administrator")).post(adresse, {"sammenheng": sammenheng, "andre": fremmed.pk}).status_code
        == 302
    )


def test_the_list_has_own_regions_first_and_those_with_a_participant_in_common(som):
    region, vik = lag_region(), lag_kommune("Vik")
    egen = lag_avtale(region=region, kommuner=[vik])
    lag_avtale("Aktuell hos naboen", kommuner=[vik])
    lag_avtale("Langt borte", kommuner=[lag_kommune("Alta")])
    lag_avtale("Zoo i egen region", region=region)
    side = som(lag_bruker("koordinator", region=region)).get(reverse("avtaler:sammenheng", args=[egen.pk])).text
    assert 0 < side.index("Zoo i egen region") < side.index("Aktuell hos naboen")
    assert "Langt borte" not in side
    assert "Langt borte" in som(lag_bruker("administrator")).get(reverse("avtaler:sammenheng", args=[egen.pk])).text


def test_the_same_relation_is_not_entered_twice_nor_both_ways():
    en, annen = lag_avtale(), lag_avtale()
    legg_til_relasjon(en, andre=annen, type="realiserer_sammen")
    for avtale, andre in ((en, annen), (annen, en)):
        with pytest.raises(Avvist, match="alt ført inn"):
            legg_til_relasjon(avtale, andre=andre, type="realiserer_sammen")
