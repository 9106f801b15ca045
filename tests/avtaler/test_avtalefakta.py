"""What an agreement's pages say of its notice, of participants nobody has named, and of its confirmation."""

import pytest
from django.urls import reverse

from tests.fabrikker import lag_avtale, lag_bruker, lag_kommune, lag_region

pytestmark = pytest.mark.django_db


@pytest.fixture
def avtale():
    kommuner = [lag_kommune(navn) for navn in ("Luster", "Lærdal", "Årdal")]
    region = lag_region(kommuner=kommuner)
    return lag_avtale(form="IKS", region=region, kommuner=kommuner, oppsigelse_maaneder=12, andre_deltakere=113)


@pytest.fixture
def klient(avtale, som):
    return som(lag_bruker("koordinator", region=avtale.region))


def test_exit_says_that_the_agreements_own_notice_applies(klient, avtale):
    deltakelse = avtale.deltakelser.first()
    side = klient.get(reverse("avtaler:tre_ut", args=[avtale.pk, deltakelse.pk])).content.decode()
    assert "Avtalens egen frist gjelder, så langt loven tillater det:" in side.split("</section>")[0]


def test_participants_known_only_as_a_number_are_among_the_facts(client, avtale):
    assert "113 deltakere bare kjent som antall" in client.get(avtale.get_absolute_url()).content.decode()


def test_unconfirmed_agreement_has_one_sentence_with_the_deadline(klient, avtale):
    side = klient.get(avtale.get_absolute_url()).content.decode()
    avsnitt = side.split("Ikke bekreftet ennå")[1].split("</p>")[0]
    assert "frist " in avsnitt
    assert "Skal bekreftes innen" not in side
