"""``manage.py importer_enhet``: what differs is told, what is asked for is written, all of it or nothing."""

import io
import json
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from kommuner.models import Part
from kommuner.tjenester import registrer_part
from tests import registertjener as tjener
from tests.fabrikker import lag_avtale, lag_kommune

pytestmark = pytest.mark.django_db
SLETTET = tjener.SVAR[f"{tjener.STI}/{tjener.AS}"]
IKS = tjener.SVAR[f"{tjener.STI}/{tjener.IKS}"]
ROLLER = tjener.SVAR[f"{tjener.STI}/{tjener.IKS}/roller"]


def kjoer(*argumenter: str) -> str:
    ut = io.StringIO()
    call_command("importer_enhet", *argumenter, stdout=ut)
    return ut.getvalue()


@pytest.fixture
def fil(tmp_path):
    def lag(*verdier: object) -> str:
        sti = Path(tmp_path) / "utdrag.json"
        sti.write_bytes(tjener.som_bytes(verdier[0] if len(verdier) == 1 else list(verdier)))
        return str(sti)

    return lag


def test_a_party_is_told_and_then_brought_up_to_date(fil):
    part = registrer_part(navn="Gamle Greier", type="annet", orgnr=tjener.AS)
    ut = kjoer(fil(SLETTET))
    assert "Part «Gamle Greier»: navn: «Gamle Greier» → «Gammelt AS»" in ut
    assert "type: «annet» → «privat»" in ut
    assert "opphørt: (tomt) → «2024-03-09»" in ut
    assert "Ingenting er lagret" in ut
    part.refresh_from_db()
    assert part.navn == "Gamle Greier"
    assert kjoer(fil(SLETTET), "--lagre").endswith("Lagret.\n")
    part.refresh_from_db()
    assert (part.navn, part.type, part.til) == ("Gammelt AS", "privat", date(2024, 3, 9))
    assert "Ingen forskjeller." in kjoer(fil(SLETTET))


def test_a_municipality_is_the_reference_datas(fil):
    sogndal = lag_kommune("Sogndal", "4640", orgnr=tjener.DELTAKER_A)
    assert "Ingen forskjeller." in kjoer(fil(tjener.enhet(tjener.DELTAKER_A, "LEIKANGER KOMMUNE", "KOMM")), "--lagre")
    sogndal.refresh_from_db()
    assert sogndal.navn == "Sogndal"


def test_an_agreement_is_held_against_the_unit_and_its_participants_and_not_changed(fil):
    luster, laerdal = lag_kommune("Luster", "4644", orgnr=tjener.DELTAKER_A), lag_kommune("Lærdal", "4642")
    vik = lag_kommune("Vik", "4639")
    avtale = lag_avtale(
        "Sogn renovasjon", form="KO", orgnr=tjener.IKS, kommuner=[luster, laerdal], andeler=[Fraction(1, 2)]
    )
    ut = kjoer(fil(IKS, ROLLER), "--lagre").replace("\xa0", " ")
    for merknad in (
        "navnet er «Sogn renovasjon» her og «SOGN AVFALL IKS» i registeret",
        "samarbeidsformen er KO her, og organisasjonsformen er IKS i registeret",
        "ansvarsandelen til Luster er 50 % her og 60 % i registeret",
        "Vik Kommune er deltaker i registeret, men ikke her",
        "Lærdal er deltaker her, men ikke i registeret",
    ):
        assert f"Avtale {avtale.pk} «Sogn renovasjon»: {merknad}" in ut
    avtale.refresh_from_db()
    assert (avtale.navn, avtale.versjon) == ("Sogn renovasjon", 1)
    assert vik.deltakelser.count() == 0


def test_a_unit_that_is_gone_or_bankrupt_is_told_on_the_agreement(fil):
    lag_avtale("Gammelt AS", form="AS", orgnr=tjener.AS)
    lag_avtale("Sogn IKT", form="KO", orgnr=tjener.ANNA)
    ut = kjoer(fil(SLETTET, tjener.enhet(tjener.ANNA, "SOGN IKT", "ANNA", konkurs=True)))
    assert "enheten ble slettet 09.03.2024, og avtalen er ikke avsluttet" in ut
    assert "enheten er registrert som konkurs" in ut


def test_new_parties_are_entered_only_when_asked_and_all_or_none(fil):
    begge = fil(IKS, tjener.enhet(tjener.ANNA, "SOGN IKT", "ANNA"))
    assert "kan registreres med --lagre --opprett som iks" in kjoer(begge, "--lagre")
    assert not Part.objects.exists()
    registrer_part(navn="Sogn IKT", type="annet")
    with pytest.raises(CommandError, match=r"Sogn IKT er i registeret fra før\. Ingenting er lagret\."):
        kjoer(begge, "--lagre", "--opprett")
    assert not Part.objects.filter(orgnr=tjener.IKS).exists()
    kjoer(begge, "--lagre", "--opprett", "--orgnr", tjener.IKS)
    assert Part.objects.get(orgnr=tjener.IKS).type == "iks"


def test_a_deleted_unit_and_a_sub_unit_are_never_entered(fil):
    kjoer(fil(SLETTET, tjener.enhet(tjener.ANNA, "SOGN IKT LÆRDAL", "BEDR")), "--lagre", "--opprett")
    assert not Part.objects.exists()


@pytest.mark.parametrize(
    ("innhold", "argumenter", "setning"),
    [
        ("{", (), "Filen er ikke JSON fra Enhetsregisteret."),
        ('{"a": 1}', (), "Filen er JSON, men ikke en enhet"),
        ('{"organisasjonsnummer": "310000018", "navn": "X"}', (), "«310000018» er ikke et organisasjonsnummer."),
        (json.dumps(IKS), ("--orgnr", "12"), "«12» er ikke et organisasjonsnummer."),
        (json.dumps(IKS), ("--orgnr", tjener.ANNA), "Filen har ingen enhet med organisasjonsnummeret 310000035."),
        (json.dumps({"rollegrupper": []}), (), "Filen har roller, men sier ikke hvilken enhet de hører til."),
        (json.dumps(IKS), ("--opprett",), "--opprett virker bare sammen med --lagre."),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(tmp_path, innhold, argumenter, setning):
    sti = Path(tmp_path) / "x.json"
    sti.write_text(innhold, "utf-8")
    with pytest.raises(CommandError) as feil:
        kjoer(str(sti), *argumenter)
    assert setning in str(feil.value)


def test_missing_file_missing_argument_and_no_network(tmp_path):
    with pytest.raises(CommandError, match="kan ikke leses"):
        kjoer(str(tmp_path / "finnes-ikke.json"))
    with pytest.raises(CommandError, match="Skriv navnet på en fil"):
        kjoer()
    with pytest.raises(CommandError, match="Oppslag over nettet er ikke slått på"):
        kjoer("--orgnr", tjener.IKS)


def test_standard_input_and_the_network_are_read_too(monkeypatch, settings):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(tjener.som_bytes(ROLLER))))
    assert "Deltaker i registeret: LUSTER KOMMUNE" in kjoer("-")
    with tjener.registertjener() as (url, _):
        settings.ENHETSREGISTERET_URL = url
        assert "SOGN AVFALL IKS" in kjoer("--orgnr", tjener.IKS)
