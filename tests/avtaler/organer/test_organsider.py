"""The pages of organs: the tree, one organ, and the forms of organs, seats and posts."""

from datetime import date

import pytest
from django.urls import reverse

from avtaler.models import Organ, Setetall, Verv
from avtaler.tjenester import Avvist
from avtaler.tjenester.organer.sletting import slett_organ
from tests.fabrikker import lag_avtale, lag_bruker, lag_kommune, lag_region, lag_runde

pytestmark = pytest.mark.django_db
START = date(2024, 1, 1)


@pytest.fixture
def region():
    return lag_region(kommuner=[lag_kommune("Vik", "4639"), lag_kommune("Sogndal", "4640")])


@pytest.fixture
def avtale(region):
    parter = [rad.part for rad in region.medlemskap.all()]
    return lag_avtale("Sognarådet IPR", form="IPR", region=region, kommuner=parter)


@pytest.fixture
def koordinator(som, region):
    return som(lag_bruker("koordinator", region=region))


def _organ(avtale, **felt):
    return Organ.objects.create(avtale=avtale, **{"type": "representantskap", **felt})


def _vik(avtale):
    return avtale.deltakelser.get(part__navn="Vik").part


def _tekst(svar):
    return " ".join(svar.content.decode().split())


def test_tree_shows_organs_under_each_other_with_powers_and_what_is_wrong(client, avtale):
    over = _organ(avtale, beslutningsregel="konsensus")
    _organ(avtale, type="raadmannsgruppe", overordnet=over, lederrolle="en rådmann")
    Setetall.objects.create(organ=over, part=_vik(avtale), medlemmer=2, varamedlemmer=1, fra=START)
    tekst = _tekst(client.get(reverse("avtaler:organer", args=[avtale.pk])))
    assert tekst.index("Representantskap") < tekst.index("organ-nivaa-1") < tekst.index("Ledes av en rådmann")
    assert "Vedtar ved konsensus" in tekst
    assert "Administrativt" in tekst
    assert "Vik har 1 av minst 2 varamedlemmer." in tekst
    assert "Sogndal har 0 av minst 1 medlemmer." in tekst
    assert "18-3(1)" in tekst


def test_who_holds_a_post_is_for_everybody_as_on_the_page_of_the_agreement(client, avtale):
    organ = _organ(avtale)
    Verv.objects.create(organ=organ, part=_vik(avtale), navn="Ordføreren i Vik", fra=START)
    adresse = reverse("avtaler:organ", args=[organ.pk])
    assert "Ordføreren i Vik" in _tekst(client.get(adresse))
    assert "Ordføreren i Vik" in _tekst(client.get(reverse("avtaler:avtale", args=[avtale.pk])))


def test_organ_of_a_draft_is_not_there_for_others(client, region):
    organ = _organ(lag_avtale(region=region, er_utkast=True))
    assert client.get(reverse("avtaler:organ", args=[organ.pk])).status_code == 404


def test_organ_is_made_with_what_it_stands_under_and_follows(koordinator, region, avtale):
    over = Organ.objects.create(region=region, type="felles_formannskap")
    felt = {"type": "raadmannsgruppe", "navn": "Rådmannsutvalet", "overordnet": over.pk, "foelger": [avtale.pk]}
    svar = koordinator.post(reverse("avtaler:nytt_regionorgan", args=[region.slug]), felt)
    assert svar.url == reverse("avtaler:regionorganer", args=[region.slug])
    organ = Organ.objects.get(navn="Rådmannsutvalet")
    assert (organ.overordnet, list(organ.foelger.all())) == (over, [avtale])


def test_organ_cannot_be_put_under_itself_or_one_below_it(koordinator, avtale):
    over = _organ(avtale)
    under = _organ(avtale, type="styre", overordnet=over)
    adresse = reverse("avtaler:endre_organ", args=[over.pk])
    for galt in (over, under):
        svar = koordinator.post(adresse, {"type": "representantskap", "overordnet": galt.pk, "versjon": "1"})
        assert svar.status_code == 422
        assert "overordnet" in svar.context["form"].errors


def test_exception_without_the_rule_is_told_at_its_field(koordinator, avtale):
    felt = {"type": "plangruppe", "tillitsvalgt_unntak": "Faglig gruppe"}
    svar = koordinator.post(reverse("avtaler:nytt_organ", args=[avtale.pk]), felt)
    assert svar.status_code == 422
    assert list(svar.context["form"].errors) == ["tillitsvalgt_unntak"]
    assert "Faglig gruppe" in _tekst(svar)


def test_two_who_change_the_same_organ_see_mine_and_theirs(koordinator, avtale):
    organ = _organ(avtale, navn="Rådet")
    adresse = reverse("avtaler:endre_organ", args=[organ.pk])
    mitt = {"type": "representantskap", "navn": "Tinget", "versjon": "1"}
    Organ.objects.filter(pk=organ.pk).update(navn="Sognatinget", versjon=2)
    svar = koordinator.post(adresse, mitt)
    assert svar.status_code == 409
    assert [(ulik.mitt, ulik.lagret) for ulik in svar.context["forskjeller"]] == [("Tinget", "Sognatinget")]
    assert koordinator.post(adresse, mitt | {"versjon": "2"}).status_code == 302
    organ.refresh_from_db()
    assert organ.navn == "Tinget"


def test_seats_that_overlap_are_refused_with_a_sentence_and_nothing_is_stored(koordinator, avtale):
    organ, vik = _organ(avtale), _vik(avtale)
    Setetall.objects.create(organ=organ, part=vik, medlemmer=2, fra=START)
    felt = {"part": vik.pk, "medlemmer": "3", "varamedlemmer": "3", "fra": "1.1.2025"}
    svar = koordinator.post(reverse("avtaler:nytt_setetall", args=[organ.pk]), felt)
    assert svar.status_code == 422
    assert "overlapper" in _tekst(svar)
    assert Setetall.objects.count() == 1


def test_party_from_elsewhere_cannot_be_given_a_post(koordinator, avtale):
    organ = _organ(avtale)
    felt = {"part": lag_kommune("Skien").pk, "navn": "Ordføreren i Skien", "rolle": "medlem", "fra": "1.1.2025"}
    svar = koordinator.post(reverse("avtaler:nytt_verv", args=[organ.pk]), felt)
    assert list(svar.context["form"].errors) == ["part"]


def test_form_of_a_post_says_that_only_public_office_is_named(koordinator, avtale):
    tekst = _tekst(koordinator.get(reverse("avtaler:nytt_verv", args=[_organ(avtale).pk])))
    assert "Bare de som har et offentlig verv" in tekst


def test_post_and_organ_are_deleted_when_told_to(koordinator, avtale):
    organ = _organ(avtale)
    verv = Verv.objects.create(organ=organ, part=_vik(avtale), navn="Ordføreren i Vik", fra=START)
    koordinator.post(reverse("avtaler:slett_verv", args=[organ.pk, verv.pk]))
    assert not Verv.objects.exists()
    organ.moeter.create(dato=date(2099, 1, 1))
    assert koordinator.get(reverse("avtaler:slett_organ", args=[organ.pk])).status_code == 200
    koordinator.post(reverse("avtaler:slett_organ", args=[organ.pk]))
    assert not Organ.objects.exists()


def test_deletion_of_what_another_has_changed_meanwhile_is_asked_again(koordinator, avtale):
    organ = _organ(avtale)
    verv = Verv.objects.create(organ=organ, part=_vik(avtale), navn="Ordføreren i Vik", fra=START)
    adresse = reverse("avtaler:slett_verv", args=[organ.pk, verv.pk])
    lest = koordinator.get(adresse).context["form"].initial["versjon"]
    Verv.objects.update(navn="Varaordføreren i Vik", versjon=2)
    svar = koordinator.post(adresse, {"versjon": lest})
    assert (svar.status_code, Verv.objects.count()) == (409, 1)
    assert "Noen andre har endret dette" in _tekst(svar)
    assert 'name="versjon" value="2"' in _tekst(svar)
    assert koordinator.post(adresse, {"versjon": "2"}).status_code == 302
    assert not Verv.objects.exists()


@pytest.mark.parametrize("bruk", ["vedtak", "holdt", "verv"])
def test_organ_that_has_been_in_use_is_ended_and_not_deleted(koordinator, avtale, bruk):
    organ = _organ(avtale)
    if bruk == "verv":
        Verv.objects.create(organ=organ, part=_vik(avtale), navn="Ordføreren i Vik", fra=START, til=date(2025, 1, 1))
    else:
        moete = organ.moeter.create(dato=START, status="holdt" if bruk == "holdt" else "innkalt")
        moete.saker.create(rekkefoelge=1, tittel="Budsjett", vedtak="Vedtatt." if bruk == "vedtak" else "")
    adresse = reverse("avtaler:slett_organ", args=[organ.pk])
    assert "Sett siste dag" in _tekst(koordinator.get(adresse))
    assert koordinator.post(adresse, {"versjon": "1"}).status_code == 422
    with pytest.raises(Avvist, match="Sett siste dag"):
        slett_organ(organ.pk, 1, idag=date(2026, 11, 20))
    assert Organ.objects.filter(pk=organ.pk).exists()


def test_joint_organ_shows_its_portfolio_with_open_rounds(client, region, avtale):
    organ = Organ.objects.create(region=region, type="felles_formannskap", navn="Felles formannskap")
    organ.foelger.add(avtale)
    lag_runde(avtale, dato=date(2026, 1, 1), tittel="Ny samarbeidsavtale")
    side = _tekst(client.get(reverse("avtaler:organ", args=[organ.pk])))
    assert "Ny samarbeidsavtale" in side
    assert "Ikke fastsatt" in side
    assert "Felles formannskap" in _tekst(client.get(reverse("avtaler:organer", args=[avtale.pk])))
