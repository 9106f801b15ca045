"""The pages of the rounds: the list page by page, a refusal told as one, and numbers that are none."""

from datetime import date

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from avtaler.models import Runde
from avtaler.views.rundeoversikt import PER_SIDE
from tests.fabrikker import lag_avtale, lag_bruker, lag_kommune, lag_region, lag_runde

pytestmark = pytest.mark.django_db

#: Digits of other scripts, a superscript, and more than any number of ours has.
INGEN_TALL = ("²", "١", "9" * 40, "-1", "")


@pytest.fixture
def avtale():
    kommune = lag_kommune("Os")
    return lag_avtale("Os-samarbeidet", region=lag_region(kommuner=[kommune]), kommuner=[kommune])


@pytest.fixture
def klient(avtale, som):
    return som(lag_bruker("koordinator", region=avtale.region))


def test_rounds_are_listed_page_by_page(client, avtale):
    for _nr in range(PER_SIDE + 1):
        lag_runde(avtale, dato=date(2026, 1, 1))
    side = reverse("avtaler:runder")
    antall = [len(client.get(side, {"side": nr}).context["sider"]) for nr in ("1", "2", "tull", "99")]
    assert antall == [PER_SIDE, 1, PER_SIDE, 1]
    assert "side=2" in client.get(side).content.decode()


def test_refusal_to_send_a_new_case_is_a_warning(klient, avtale):
    felt = {"slag": "eierskapsmelding", "tittel": "Eierskapsmelding", "forslag": "Meldingen tas til orientering.",
            "maalform": "nb", "send": "1", "punkt-TOTAL_FORMS": "0", "punkt-INITIAL_FORMS": "0"}  # fmt: skip
    svar = klient.post(reverse("avtaler:ny_runde", args=[avtale.pk]), felt)
    assert svar.status_code == 302, svar.context["form"].errors
    (melding,) = get_messages(svar.wsgi_request)
    assert ("Felles formannskap" in str(melding), melding.level_tag) == (True, "warning")
    assert Runde.objects.get().laast is None


@pytest.mark.parametrize("tall", INGEN_TALL)
@pytest.mark.parametrize("navn", ["laas_runde", "bekreft"])
def test_version_that_is_no_number_counts_as_never_read(klient, avtale, navn, tall):
    runde = lag_runde(avtale, laast=None)
    svar = klient.post(reverse(f"avtaler:{navn}", args=[runde.pk if "runde" in navn else avtale.pk]), {"versjon": tall})
    assert svar.status_code == 302
    runde.refresh_from_db()
    avtale.refresh_from_db()
    assert (runde.laast, avtale.bekreftet_dato) == (None, None)


@pytest.mark.parametrize("tall", INGEN_TALL)
def test_number_of_points_that_is_none_is_no_points(klient, avtale, tall):
    data = {"punkt-TOTAL_FORMS": tall, "punkt-INITIAL_FORMS": "0", "flere": "1"}
    svar = klient.post(reverse("avtaler:ny_runde", args=[avtale.pk]), data)
    assert svar.status_code in {200, 422}
    assert not Runde.objects.exists()
