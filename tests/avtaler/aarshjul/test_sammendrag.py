"""Letters about what is coming: due, in one's own language, only what one may see, and none that is empty."""

from datetime import date
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.urls import reverse

from avtaler.models import Hjulhendelse, Sammendrag
from avtaler.tasks import send_sammendrag
from avtaler.tjenester.aarshjul import sammendrag as tjenesten
from tests.fabrikker import PASSORD, lag_avtale, lag_bruker, lag_kommune, lag_region

pytestmark = pytest.mark.django_db
MANDAG = date(2026, 11, 23)


@pytest.fixture
def sogn():
    region = lag_region("Sogn", slug="sogn")
    Hjulhendelse.objects.create(region=region, klasse="utvikling", tittel="Felles formannskap", fra=date(2026, 12, 1))
    return region


def _vil_ha(bruker, hyppighet="uke"):
    return Sammendrag.objects.create(bruker=bruker, hyppighet=hyppighet)


def test_letter_is_sent_once_a_week_and_tells_what_comes(sogn):
    _vil_ha(lag_bruker("koordinator", region=sogn))
    assert [send_sammendrag(dato=dag) for dag in ("2026-11-23", "2026-11-23", "2026-11-29", "2026-11-30")] == [
        1,
        0,
        0,
        1,
    ]
    assert "Felles formannskap" in mail.outbox[0].body
    assert "1. desember 2026" in mail.outbox[0].body


def test_letter_is_in_the_readers_own_language(sogn):
    _vil_ha(lag_bruker("koordinator", region=sogn, maalform="nn"))
    send_sammendrag(dato="2026-11-23")
    assert "Dette kjem fram til" in mail.outbox[0].body


def test_letter_with_nothing_in_it_is_not_sent():
    rad = _vil_ha(lag_bruker("koordinator", region=lag_region()))
    Sammendrag.objects.filter(pk=rad.pk).update(hyppighet="uke")
    assert send_sammendrag(dato="2026-07-06") == 0
    rad.refresh_from_db()
    assert rad.sist_sendt is None


def test_one_without_a_role_and_one_who_wants_none_get_none(sogn):
    _vil_ha(lag_bruker())
    _vil_ha(lag_bruker("koordinator", region=sogn), "aldri")
    lukket = lag_bruker("koordinator", region=sogn)
    _vil_ha(lukket)
    type(lukket).objects.filter(pk=lukket.pk).update(is_active=False)
    assert send_sammendrag(dato="2026-11-23") == 0


def test_letter_holds_no_draft_of_others(sogn):
    vik = lag_kommune("Vik")
    lag_avtale("Hemmelig", region=sogn, kommuner=[vik], er_utkast=True, til=date(2026, 12, 2))
    lag_avtale("Kjent", region=sogn, kommuner=[vik], til=date(2026, 12, 2))
    _vil_ha(lag_bruker("politiker", kommune=vik))
    send_sammendrag(dato="2026-11-23")
    assert "Kjent" in mail.outbox[0].body
    assert "Hemmelig" not in mail.outbox[0].body


@pytest.mark.parametrize(
    "feilen", [SMTPRecipientsRefused({"feil@example.no": (550, b"no such user feil@example.no")}), KeyError("feil")]
)
def test_letter_that_fails_stops_no_other_tells_no_address_and_is_tried_again(sogn, monkeypatch, caplog, feilen):
    feil = lag_bruker("koordinator", region=sogn, email="feil@example.no")
    for bruker in (feil, lag_bruker("koordinator", region=sogn)):
        _vil_ha(bruker)
    send = tjenesten.send_mail

    def _nekter(emne, tekst, fra, til):
        if til == [feil.email]:
            raise feilen
        return send(emne, tekst, fra, til)

    monkeypatch.setattr(tjenesten, "send_mail", _nekter)
    assert send_sammendrag(dato="2026-11-23") == 1
    assert f"digest {feil.sammendrag.pk} was not sent: {type(feilen).__name__}" in caplog.text
    assert "feil@example.no" not in caplog.text
    monkeypatch.undo()
    assert send_sammendrag(dato="2026-11-24") == 1


def test_choice_is_made_on_a_page_and_can_be_unmade(client, sogn):
    bruker = lag_bruker("koordinator", region=sogn)
    client.login(email=bruker.email, password=PASSORD)
    for valg in ("uke", "maaned", "aldri"):
        client.post(reverse("avtaler:sammendrag"), {"hyppighet": valg})
        assert Sammendrag.objects.get(bruker=bruker).hyppighet == valg
    assert client.post(reverse("avtaler:sammendrag"), {"hyppighet": "daglig"}).status_code == 422
