"""A sign-off answers the facts it was made on, and no others."""

from datetime import date

import pytest

from avtaler.domene.rydding.behandling import INGEN, Behandling, Sakstilstand, tilstand

DAG = date(2026, 11, 22)
KVITTERT = Behandling(kvittert=date(2026, 10, 1), begrunnelse="Avklart med rådmannen", avtrykk="abc")


@pytest.mark.parametrize(
    ("behandling", "avtrykk", "ventet"),
    [
        (INGEN, "abc", Sakstilstand.AAPEN),
        (Behandling(frist=DAG), "abc", Sakstilstand.AAPEN),
        (Behandling(frist=date(2026, 11, 21)), "abc", Sakstilstand.FORFALT),
        (KVITTERT, "abc", Sakstilstand.AVKLART),
        (KVITTERT, "endret", Sakstilstand.GJENAAPNET),
    ],
)
def test_state_follows_from_the_facts_the_deadline_and_the_judgement(behandling, avtrykk, ventet):
    assert tilstand(avtrykk, behandling, dato=DAG) is ventet


def test_sign_off_of_a_later_day_is_not_yet_seen():
    assert tilstand("abc", KVITTERT, dato=date(2026, 9, 30)) is Sakstilstand.AAPEN
