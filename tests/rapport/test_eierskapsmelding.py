"""``manage.py eierskapsmelding``: the file a secretary could have ordered, and sentences when it cannot be made."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from kommuner.domene.skriving import vis_beloep_uten_enhet
from kommuner.models import Part
from kommuner.tilgang import Innsyn
from rapport.uttrekk import kommuneoversikt
from tests.rapport.pdfkontroll import aapne, regelbrudd, tekst

DAG = date(2026, 6, 1)


def lag(tmp_path, *valg: str) -> bytes:
    fil = tmp_path / "x.pdf"
    call_command("eierskapsmelding", "4640", "--ut", str(fil), *valg, stdout=StringIO())
    return fil.read_bytes()


def test_eierskapsmelding_of_sogndal_is_nynorsk_archivable_and_true(verden, tmp_path):
    pdf = lag(tmp_path, "--dato", DAG.isoformat())
    with aapne(pdf) as dokument:
        assert dokument.Root.Lang == "nn"
    assert regelbrudd(pdf, "2a") + regelbrudd(pdf, "ua1") == []
    part = Part.objects.get(nummer="4640", til=None)
    oversikt = kommuneoversikt(part, dato=DAG, maalform="nn", innsyn=Innsyn(er_administrator=True))
    innhold = tekst(pdf)
    assert oversikt.betalinger
    for ark in oversikt.betalinger:
        assert vis_beloep_uten_enhet(ark.betaling.beloep_oere).replace("\N{NO-BREAK SPACE}", " ") in innhold


def test_eierskapsmelding_before_the_reform_is_the_old_municipality(verden, tmp_path):
    innhold = tekst(lag(tmp_path, "--dato", "1.1.2019", "--maalform", "nb"))
    assert "Eierskapsmelding 2019 – Sogndal kommune" in innhold
    assert "kommunenummer 1420" in innhold


@pytest.mark.parametrize(
    ("valg", "setning"),
    [
        (("9999",), "Ingen kommune har eller har hatt nummeret 9999"),
        (("4640", "--dato", "i fjor"), "«i fjor» er ikke en dato"),
        (("4640", "--dato", "1.1.1990"), "Rapporten kan vise dager fra 01.01.2001 til"),
        (("4640", "--dato", "1.1.2150"), "Rapporten kan vise dager fra 01.01.2001 til"),
    ],
)
def test_eierskapsmelding_refuses_with_a_sentence(verden, tmp_path, valg, setning):
    with pytest.raises(CommandError, match=setning):
        call_command("eierskapsmelding", *valg, "--ut", str(tmp_path / "x.pdf"))
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize(("ut", "setning"), [("", "er en mappe"), ("ingen/x.pdf", "finnes ikke")])
def test_eierskapsmelding_to_an_impossible_path_is_refused_before_any_work(tmp_path, ut, setning):
    with pytest.raises(CommandError, match=setning):
        call_command("eierskapsmelding", "4640", "--ut", str(tmp_path / ut))
