"""«Hent fra Enhetsregisteret» on the forms: by file, over the network, and when the register is no help."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from avtaler.models import Avtale
from avtaler.regler import les_regelverk
from avtaler.regler.organisasjonsformer import les_formforslag
from kommuner.models import Part
from kommuner.tjenester import registrer_part
from tests import registertjener as tjener
from tests.fabrikker import lag_avtale, lag_bruker, lag_kommune, lag_region

pytestmark = pytest.mark.django_db


@pytest.fixture
def region():
    return lag_region()


@pytest.fixture
def redaktoer(region, som):
    return som(lag_bruker("koordinator", region=region))


def fil(*verdier: object, navn: str = "enhet.json") -> SimpleUploadedFile:
    return SimpleUploadedFile(navn, tjener.som_bytes(list(verdier)), "application/json")


def hent(klient, url: str, *filer: SimpleUploadedFile, **felt: object):
    return klient.post(url, {"hent": "1", "enhetsfil": list(filer), **felt})


NY = "/avtaler/ny/"
EN, TO = tjener.enhet(tjener.IKS, "X", "IKS"), tjener.enhet(tjener.ANNA, "Y", "ANNA")


def test_a_file_fills_what_is_empty_and_proposes_the_form(redaktoer):
    innhold = hent(redaktoer, NY, fil(tjener.SVAR[f"{tjener.STI}/{tjener.IKS}"])).content.decode()
    assert 'value="Sogn Avfall IKS"' in innhold
    assert f'value="{tjener.IKS}"' in innhold
    assert '<option value="IKS" selected>' in innhold
    assert "Registrert som interkommunalt selskap." in innhold
    assert "4640 Sogndal" in innhold
    assert not Avtale.objects.exists()


def test_nothing_that_is_typed_is_lost_and_another_name_is_told(redaktoer, region):
    felt = {"form": "KO", "navn": "Sogn renovasjon", "orgnr": tjener.IKS, "formaal": ["Hente søppel", "Selge papir"],
            "fra": "1.1.27", "region": region.pk, "krav-KO-a": "Sogn renovasjon"}  # fmt: skip
    svar = hent(redaktoer, NY, fil(tjener.SVAR[f"{tjener.STI}/{tjener.IKS}"]), **felt)
    innhold = svar.content.decode()
    assert svar.status_code == 200
    for skrevet in ('value="Sogn renovasjon"', "Hente søppel", "Selge papir", 'value="1.1.27"'):
        assert skrevet in innhold
    assert "Du har skrevet «Sogn renovasjon», men Enhetsregisteret har «SOGN AVFALL IKS»." in innhold
    assert "Organisasjonsformen IKS passer ikke med samarbeidsformen du har valgt." in innhold


def test_participants_of_the_roles_are_shown_with_their_shares(redaktoer):
    lag_kommune("Luster", "4644", orgnr=tjener.DELTAKER_A)
    svar = hent(
        redaktoer,
        NY,
        fil(tjener.SVAR[f"{tjener.STI}/{tjener.IKS}"]),
        fil(tjener.SVAR[f"{tjener.STI}/{tjener.IKS}/roller"]),
    )
    innhold = " ".join(svar.content.decode().split())
    assert f"<li>Luster Kommune ({tjener.DELTAKER_A}): 60 %</li>" in innhold.replace("\xa0", " ")
    assert "ikke registrert som part her" in innhold
    assert "til sammen" not in innhold


def test_anna_is_two_forms_so_none_is_chosen(redaktoer):
    innhold = hent(redaktoer, NY, fil(tjener.SVAR[f"{tjener.STI}/{tjener.ANNA}"])).content.decode()
    assert "annen juridisk person" in innhold
    assert 'value="KO" selected' not in innhold
    assert f'value="{tjener.ANNA}"' in innhold


def test_a_deleted_unit_is_warned_about(redaktoer):
    innhold = hent(redaktoer, NY, fil(tjener.SVAR[f"{tjener.STI}/{tjener.AS}"])).content.decode()
    assert "Enheten ble slettet fra Enhetsregisteret 09.03.2024." in innhold


@pytest.mark.parametrize(
    ("filer", "orgnr", "setning"),
    [
        ([SimpleUploadedFile("x.json", b"<html>")], "", "Filen er ikke JSON fra Enhetsregisteret."),
        ([SimpleUploadedFile("x.json", b" " * (1024 * 1024 + 1))], "", "Filen kan være høyst 1 MB."),
        ([], "", "Skriv organisasjonsnummeret, ni siffer, og prøv igjen."),
        ([], "123", "«123» er ikke et organisasjonsnummer. Kontroller de ni sifrene."),
        ([], tjener.IKS, "Oppslag over nettet er ikke slått på."),
        ([fil(EN)], tjener.ANNA, f"Filen har ingen enhet med organisasjonsnummeret {tjener.ANNA}."),
        ([fil(EN, TO)], "", "Skriv organisasjonsnummeret"),
    ],
)  # fmt: skip
def test_when_the_register_is_no_help_the_form_still_works(redaktoer, filer, orgnr, setning):
    for en in filer:
        en.seek(0)
    svar = hent(redaktoer, NY, *filer, form="KO", navn="Sogn renovasjon", orgnr=orgnr)
    innhold = svar.content.decode()
    assert svar.status_code == 200
    assert setning in innhold
    assert 'value="Sogn renovasjon"' in innhold
    assert "Registrer avtalen" in innhold


def test_the_network_is_asked_when_the_site_says_where(redaktoer, settings):
    with tjener.registertjener() as (url, spurt):
        settings.ENHETSREGISTERET_URL = url
        innhold = hent(redaktoer, NY, orgnr=f"{tjener.IKS[:3]} {tjener.IKS[3:6]} {tjener.IKS[6:]}").content.decode()
        ukjent = hent(redaktoer, NY, orgnr=tjener.DELTAKER_A).content.decode()
    assert 'value="Sogn Avfall IKS"' in innhold
    assert "Deltakere med ansvar" in innhold
    assert "Enhetsregisteret har ingen enhet med dette nummeret." in ukjent
    assert len(spurt) == 3


def test_the_network_is_never_asked_by_those_who_may_not_register(som, settings):
    med_rolle = som(lag_bruker("politiker", kommune=lag_kommune()))
    with tjener.registertjener() as (url, spurt):
        settings.ENHETSREGISTERET_URL = url
        assert hent(med_rolle, NY, orgnr=tjener.IKS).status_code == 404
    assert spurt == []


def test_the_number_of_another_agreement_is_told_within_the_readers_scope(redaktoer, region):
    lag_avtale("Sogn Avfall", region=region, orgnr=tjener.IKS, er_utkast=True)
    lag_avtale("Hemmelig utkast", orgnr=tjener.IKS, er_utkast=True)
    innhold = hent(redaktoer, NY, fil(tjener.enhet(tjener.IKS, "SOGN AVFALL", "IKS"))).content.decode()
    assert "Avtalen «Sogn Avfall» har samme organisasjonsnummer." in innhold
    assert "Hemmelig utkast" not in innhold


def test_changing_an_agreement_asks_too_and_saves_nothing(redaktoer, region):
    avtale = lag_avtale("Sogn Avfall IKS", form="IKS", region=region, orgnr=tjener.IKS)
    svar = hent(redaktoer, reverse("avtaler:endre", args=[avtale.pk]), fil(tjener.SVAR[f"{tjener.STI}/{tjener.IKS}"]),
                form="IKS", navn="", orgnr=tjener.IKS)  # fmt: skip
    innhold = svar.content.decode()
    assert "har samme organisasjonsnummer" not in innhold
    avtale.refresh_from_db()
    assert (avtale.navn, avtale.versjon) == ("Sogn Avfall IKS", 1)


def ny_deltaker(region) -> str:
    return reverse("avtaler:ny_deltaker", args=[lag_avtale(region=region).pk])


def test_a_new_party_is_filled_with_name_and_kind(redaktoer, region):
    svar = hent(redaktoer, ny_deltaker(region), fil(tjener.SVAR[f"{tjener.STI}/{tjener.IKS}"]), eierandel="1/3")
    innhold = svar.content.decode()
    assert 'value="Sogn Avfall IKS"' in innhold
    assert '<option value="iks" selected>' in innhold
    assert 'value="1/3"' in innhold
    assert not Part.objects.exists()


def test_a_party_that_is_here_already_is_written_as_we_write_it(redaktoer, region):
    registrer_part(navn="Sogn Avfall", type="iks", orgnr=tjener.IKS)
    innhold = hent(redaktoer, ny_deltaker(region), fil(tjener.SVAR[f"{tjener.STI}/{tjener.IKS}"])).content.decode()
    assert 'value="Sogn Avfall"' in innhold
    assert '<option value="iks" selected>' not in innhold


def test_every_proposal_names_forms_of_the_rules():
    kjente = set(les_regelverk().former)
    forslag = les_formforslag()
    assert set(forslag) >= {"IKS", "ANNA", "ORGL", "AS", "SA", "FLI", "STI"}
    assert {kode for ett in forslag.values() for kode in ett.former} <= kjente
    assert not [kode for kode, ett in forslag.items() if ett.tekst.mangler_maalform]
