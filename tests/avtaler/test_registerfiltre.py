"""The filters of the register: what each leaves, and the marks that take them away again."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from avtaler.models import Avtale
from avtaler.tjenester import meld_inn
from tests.fabrikker import lag_avtale, lag_bruker, lag_kommune, lag_region

pytestmark = pytest.mark.django_db
START = date(2020, 1, 1)
REGISTER = "avtaler:register"


@pytest.fixture
def kommuner():
    return [lag_kommune("Luster", "4644"), lag_kommune("Vik", "4639")]


@pytest.fixture
def sogn(kommuner):
    return lag_region("Sogn", slug="sogn", kommuner=kommuner)


def _navn(svar) -> set[str]:
    return {rad.navn for rad in svar.context["side"].rader}


@pytest.fixture
def avtaler(sogn, kommuner):
    luster, vik = kommuner
    lag_avtale("Alle", region=sogn, kommuner=kommuner, klasse="utvikling", roller=["utvikling", "lokaldemokrati"])
    lag_avtale("En", region=sogn, kommuner=[luster])
    ute = lag_avtale("Ute", region=sogn, kommuner=[*kommuner, lag_kommune("Bergen", "4601")])
    vert = lag_avtale("Vert", region=sogn, kommuner=[luster])
    meld_inn(vert, part=vik, rolle="vertskommune", fra=START)
    meld_inn(ute, part=lag_kommune("Vestland", type="fylkeskommune"), rolle="tilskuddsgiver", fra=START)


@pytest.mark.parametrize(
    ("spoerring", "ventet"),
    [
        ("klasse=utvikling", {"Alle"}),
        ("klasse=tjenesteyting", {"En", "Ute", "Vert"}),
        ("rolle=lokaldemokrati", {"Alle"}),
        ("rolle=forvaltning", set()),
        ("vert=4639", {"Vert"}),
        ("geografi=innenfor", {"Alle", "En", "Vert"}),
        ("geografi=utenfor", {"Ute"}),
        ("geografi=dekker", {"Alle", "Ute", "Vert"}),
        ("geografi=dekker_ikke", {"En"}),
        ("geografi=dekker&dato=1.1.2019&status=alle", set()),
        ("geografi=tull&klasse=tull&rolle=tull&vert=tull", {"Alle", "En", "Ute", "Vert"}),
        ("bekreftelse=mine", {"Alle", "En", "Ute", "Vert"}),
    ],
)
def test_filter_leaves_what_it_says(client, avtaler, spoerring, ventet):
    assert _navn(client.get(f"{reverse(REGISTER)}?{spoerring}")) == ventet


def test_partner_from_outside_does_not_make_an_agreement_reach_outside(client, sogn, kommuner):
    avtale = lag_avtale("Inne", region=sogn, kommuner=kommuner)
    meld_inn(avtale, part=lag_kommune("Vestland", type="fylkeskommune"), rolle="informert", fra=START)
    assert _navn(client.get(reverse(REGISTER) + "?geografi=innenfor")) == {"Inne"}


def test_marks_name_the_filters_in_use_and_lead_to_the_address_without_each(client, avtaler):
    svar = client.get(reverse(REGISTER) + "?klasse=utvikling&q=alle&side=2&dato=1.1.2024&form=")
    merker = {merke.navn: (merke.verdi, merke.uten) for merke in svar.context["filter"].merker}
    assert merker == {
        "Søk": ("alle", "?klasse=utvikling&dato=1.1.2024"),
        "Hva slags samarbeid": ("Regional utvikling", "?q=alle&dato=1.1.2024"),
    }
    assert '<details class="flere-filtre" open>' in svar.content.decode()


def test_without_filters_there_are_no_marks_and_the_rest_is_folded(client, avtaler):
    tekst = client.get(reverse(REGISTER)).content.decode()
    assert "filtermerker" not in tekst
    assert '<details class="flere-filtre">' in tekst


@pytest.fixture
def kari(sogn):
    return lag_bruker("koordinator", region=sogn, navn="Kari")


@pytest.fixture
def til_bekreftelse(sogn, kari):
    """Confirmed yesterday, confirmed long ago, and another's; all registered long ago."""
    i_gaar = timezone.localdate()
    lag_avtale("Fersk", region=sogn, dataeier=kari)
    lag_avtale("Gammel", region=sogn, dataeier=kari)
    lag_avtale("Andres", region=sogn, dataeier=lag_bruker("koordinator", region=sogn))
    lag_avtale("Avsluttet", region=sogn, dataeier=kari, til=date(2021, 1, 1))
    Avtale.objects.update(opprettet="2020-01-01T12:00Z", bekreftet_dato=date(2021, 1, 1))
    Avtale.objects.filter(navn="Fersk").update(bekreftet_dato=i_gaar)
    Avtale.objects.filter(navn="Andres").update(bekreftet_dato=None)


@pytest.mark.parametrize(
    ("valg", "ventet"),
    [("mine", {"Gammel"}), ("forfalt", {"Gammel", "Andres"}), ("eier", {"Fersk", "Gammel", "Avsluttet"})],
)
def test_coordinator_finds_what_is_to_be_confirmed(som, kari, til_bekreftelse, valg, ventet):
    svar = som(kari).get(f"{reverse(REGISTER)}?bekreftelse={valg}&status=alle")
    assert _navn(svar) == ventet


def test_start_page_says_how_many_are_mine_to_confirm(som, kari, til_bekreftelse):
    leser = som(kari)
    assert "1 avtale du er dataeier for" in leser.get(reverse("start")).content.decode()
    Avtale.objects.update(bekreftet_dato=timezone.localdate())
    assert "du er dataeier for" not in leser.get(reverse("start")).content.decode()


def test_visitor_is_not_offered_confirmation(client, avtaler):
    assert "bekreftelse" not in client.get(reverse(REGISTER)).context["filter"].fields
