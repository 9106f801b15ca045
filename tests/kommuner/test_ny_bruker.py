"""Accounts are made on the command line: one role at the right kind of place."""

import pytest
from django.core.management import CommandError, call_command

from kommuner.models import Bruker, Tilgang
from tests.fabrikker import lag_bruker, lag_kommune, lag_region

pytestmark = pytest.mark.django_db


def test_a_coordinator_gets_an_account_without_a_usable_password(capsys):
    lag_region(slug="sogn")
    call_command("ny_bruker", "kari@sogn.no", "koordinator", "--region", "sogn", "--navn", "Kari", "--maalform", "nn")
    bruker = Bruker.objects.get(email="kari@sogn.no")
    assert (bruker.navn, bruker.maalform, bruker.has_usable_password()) == ("Kari", "nn", False)
    assert Tilgang.objects.get(bruker=bruker).region.slug == "sogn"


def test_an_existing_account_gets_one_more_role(capsys):
    bruker = lag_bruker("politiker", kommune=lag_kommune(nummer="9998"), email="ola@vik.no")
    call_command("ny_bruker", "OLA@vik.no", "innsyn", "--kommune", "9998")
    assert set(bruker.tilganger.values_list("rolle", flat=True)) == {"politiker", "innsyn"}


@pytest.mark.parametrize(
    ("argumenter", "setning"),
    [
        (["a@b.no", "koordinator"], "needs --region"),
        (["a@b.no", "politiker", "--kommune", "0000"], "No municipality has number 0000"),
        (["a@b.no", "koordinator", "--region", "mars"], "No region is called mars"),
        (["ikke-epost", "administrator"], "is not an e-mail address"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_stored(argumenter, setning):
    with pytest.raises(CommandError, match=setning):
        call_command("ny_bruker", *argumenter)
    assert not Bruker.objects.exists()
