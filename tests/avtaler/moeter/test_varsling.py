"""Who at home is to have the notice of an owner meeting."""

from datetime import date

import pytest
from django.urls import reverse

from avtaler.models import Moete
from avtaler.uttrekk.moeter.varsling import skal_varsles
from kommuner.models import Kommunestyring
from tests.fabrikker import lag_avtale, lag_kommune

pytestmark = pytest.mark.django_db
DATO = date(2026, 12, 1)


def _moete(form, *, type="representantskap", status="innkalt", kommuner=()):
    avtale = lag_avtale("Samarbeidet", form=form, kommuner=kommuner)
    return Moete.objects.create(organ=avtale.organer.create(type=type), dato=DATO, status=status)


def test_owner_organs_that_asked_for_it_and_control_committees_are_named_on_the_meeting(client):
    vik, luster = lag_kommune("Vik", "4639"), lag_kommune("Luster", "4644")
    for part, varsles in ((vik, True), (luster, False), (lag_kommune("Skien"), True)):
        Kommunestyring.objects.create(
            part=part, styreform="formannskap", eierorgan="formannskapet", eierorgan_varsles=varsles,
            fra=date(2023, 10, 15),
        )  # fmt: skip
    moete = _moete("IKS", kommuner=(vik, luster))
    assert skal_varsles(moete).eierorganer == (("Vik", "formannskapet"),)
    tekst = " ".join(client.get(reverse("avtaler:moete", args=[moete.pk])).content.decode().split())
    assert "Skal varsles" in tekst
    assert "Formannskapet (Vik)" in tekst
    assert "23-6(4)" in tekst


@pytest.mark.parametrize(
    ("form", "type", "status"), [("IKS", "styre", "innkalt"), ("IKS", "representantskap", "avlyst")]
)
def test_nobody_is_told_of_a_meeting_that_is_not_the_owners_or_will_not_be(client, form, type, status):
    moete = _moete(form, type=type, status=status)
    assert skal_varsles(moete) is None
    assert "Skal varsles" not in client.get(reverse("avtaler:moete", args=[moete.pk])).content.decode()


def test_control_committee_of_a_company_is_told_when_municipalities_own_it_alone():
    assert skal_varsles(_moete("AS", type="generalforsamling")).bare_heleid
