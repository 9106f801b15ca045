"""Lists read in through the services, the command and the register's own sheets, into a real database."""

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.template.loader import render_to_string
from django.utils import translation

from avtaler.domene.innlesing.kolonner import Felt, felt_for
from avtaler.domene.innlesing.plan import Status
from avtaler.domene.innlesing.spoersmaal import Avvistsvar, Spoersmaal
from avtaler.models import Avtale, Innlesing, Innlesingsstatus
from avtaler.tjenester import Avvist, endre_avtale
from avtaler.tjenester.innlesing import (
    Utdatert,
    forkast_innlesing,
    gjennomfoer_innlesing,
    les_liste,
    motta_liste,
    svar_paa_innlesing,
)
from avtaler.uttrekk.innlesing import innlest
from avtaler.uttrekk.innlesingsord import FELTNAVN, MELDINGER, SPOERSMAAL, SVARFEIL, VALG, feltnavn
from avtaler.uttrekk.innlesingsside import _spoersmaalsrad
from avtaler.uttrekk.registerark import avtaleark, egenskaper, langt_ark, malark, med_alt
from kommuner.filer.ark import skriv_csv, skriv_xlsx
from kommuner.models import Part
from tests.fabrikker import lag_avtale, lag_bruker, lag_deltakelse, lag_kommune, lag_oppgave, lag_region

pytestmark = pytest.mark.django_db

DATO = date(2026, 11, 22)
KOMMUNER = ("Nordvik", "Sørvik", "Østvik", "Vestvik", "Midtvik", "Utvik")
#: Invented cooperations in the shape of a regional overview: number, name, form, level, count, participants.
ORDNINGER = """nr,navn,form_lest_av_navnet,geografisk_nivaa,antall_kommuner,deltakere
1,Felles skogvokter Nordvik-Sørvik,,lokalt (2–3),2,Nordvik | Sørvik
2,Havstien nasjonalparkstyre,,lokalt (2–3),2,Nordvik | Sørvik | Havland fylkeskommune
3,Vikene Avfall IKS (VAI),IKS,regionalt (4–6),4,Nordvik | Sørvik | Østvik | Vestvik
4,Vikrådet IKP,,regionalt (4–6),6,Nordvik | Sørvik | Østvik | Vestvik | Midtvik | Utvik
5,Vikkraft AS,AS,regionalt (4–6),6,Nordvik | Sørvik | Østvik | Vestvik | Midtvik | Utvik
6,Friluftsvik Kommunalt oppgavefellesskap,KO,regionalt (4–6),6,Nordvik | Sørvik | Østvik | Vestvik | Midtvik | Utvik
7,Legevakt Fjernby-Utvik,,lokalt (2–3),2,Fjernby | Utvik
8,Kontrollsekretær IKS,IKS,høyere (>6),7,Fjernby | Nordvik | Sørvik | Østvik | Vestvik | Midtvik | Utvik | Fossen AS
""".encode()
VENTET = {"Nordvik": 7, "Sørvik": 7, "Østvik": 5, "Vestvik": 5, "Midtvik": 4, "Utvik": 5}


@pytest.fixture
def region():
    """Six municipalities, one outside the region, and a county."""
    lag_kommune("Havland fylkeskommune", "98", type="fylkeskommune")
    lag_kommune("Fjernby")
    return lag_region("Vikene", slug="vikene", kommuner=[lag_kommune(navn) for navn in KOMMUNER])


@pytest.fixture
def bruker(region):
    return lag_bruker("koordinator", region=region, navn="Kari Koordinator")


def _last_opp(region, innhold, filnavn="oversikt_2022.csv", bruker=None):
    innlesing = motta_liste(region=region, bruker=bruker, filnavn=filnavn, innhold=innhold)
    les_liste(innlesing.pk)
    innlesing.refresh_from_db()
    return innlesing


def _godta(innlesing):
    """Accept what is proposed, and the plan that makes."""
    for _runde in range(4):
        plan = innlest(innlesing, dato=DATO).plan
        nye = {en.noekkel: en.forslag for en in plan.ubesvarte if en.forslag}
        if not nye:
            return plan
        innlesing = svar_paa_innlesing(innlesing, svar=nye)
    return plan


def _les_inn(region, innhold, filnavn="oversikt_2022.csv", bruker=None):
    innlesing = _last_opp(region, innhold, filnavn, bruker)
    plan = _godta(innlesing)
    return gjennomfoer_innlesing(innlesing, avtrykk=plan.avtrykk, bruker=bruker, dato=DATO)


def _antall_per_kommune():
    gjeldende = Avtale.objects.gjeldende(DATO)
    return {navn: gjeldende.filter(deltakelser__part__navn=navn).distinct().count() for navn in KOMMUNER}


def test_regional_overview_is_read_in_with_only_the_choices_that_are_offered(region, bruker):
    ferdig = _les_inn(region, ORDNINGER, bruker=bruker)
    assert _antall_per_kommune() == VENTET
    assert len(ferdig.resultat["nye"]) == 8
    assert (ferdig.status, bytes(ferdig.fil), ferdig.tabell) == (Innlesingsstatus.LAGRET, b"", {})
    ko = Avtale.objects.get(navn__startswith="Friluftsvik")
    assert (ko.form, ko.klasse, ko.fra, ko.region) == ("KO", "tjenesteyting", date(2022, 1, 1), region)
    assert Avtale.objects.get(navn="Vikrådet IKP").klasse == "utvikling"
    assert Part.objects.get(navn="Fossen AS").type == "privat"


def test_same_list_with_a_row_for_each_participant_changes_nothing(region):
    _les_inn(region, ORDNINGER)
    rader = ["nr,navn,deltaker,kommunenummer_2024"]
    for linje in ORDNINGER.decode().splitlines()[1:]:
        nr, navn, _form, _nivaa, _antall, deltakere = linje.split(",")
        rader += [f"{nr},{navn},{deltaker}," for deltaker in deltakere.split(" | ")]
    plan = _godta(_last_opp(region, "\n".join(rader).encode(), "deltakelse.csv"))
    assert plan.antall == {Status.UENDRET: 8}


def test_change_log_says_which_file_it_came_from(region, bruker):
    from kommuner.models import Hendelse

    _les_inn(region, ORDNINGER, bruker=bruker)
    hendelser = Hendelse.objects.filter(tabell="avtaler_avtale")
    assert {(en.hvem, en.begrunnelse) for en in hendelser} == {("Kari Koordinator", "Innlest fra oversikt_2022.csv")}
    assert hendelser.values("foresporsel").distinct().count() == 1


def test_plan_that_is_no_longer_what_was_seen_is_not_written(region, bruker):
    innlesing = _last_opp(region, ORDNINGER)
    plan = _godta(innlesing)
    lag_avtale("Vikkraft AS", form="AS", region=region)
    with pytest.raises(Utdatert):
        gjennomfoer_innlesing(innlesing, avtrykk=plan.avtrykk, bruker=bruker, dato=DATO)
    assert Avtale.objects.count() == 1


def test_nothing_is_written_when_one_agreement_is_refused(region, bruker):
    rader = "Navn;Form;Deltaker;Deltaker fra;Deltaker til\nArkiv;Avtale;Nordvik;2020;\nBrann;Avtale;Nordvik;2020;\n"
    rader += "Brann;Avtale;Nordvik;2021;2022\n"
    innlesing = _last_opp(region, rader.encode())
    plan = _godta(innlesing)
    with pytest.raises(Avvist, match="Brann: Deltakeren er allerede med"):
        gjennomfoer_innlesing(innlesing, avtrykk=plan.avtrykk, bruker=bruker, dato=DATO)
    innlesing.refresh_from_db()
    assert (Avtale.objects.count(), innlesing.status) == (0, Innlesingsstatus.KLAR)


def test_unanswered_list_is_not_written(region, bruker):
    innlesing = _last_opp(region, ORDNINGER)
    with pytest.raises(Avvist):
        gjennomfoer_innlesing(innlesing, avtrykk=innlest(innlesing, dato=DATO).plan.avtrykk, bruker=bruker, dato=DATO)


def test_file_that_is_no_list_is_refused_with_a_sentence(region):
    with pytest.raises(Avvist, match="Excel"):
        motta_liste(region=region, bruker=None, filnavn="bilde.png", innhold=b"\x89PNG\r\n\x1a\n" + b"0" * 50)


def test_upload_is_read_once_and_can_be_thrown_away(region):
    innlesing = _last_opp(region, ORDNINGER)
    les_liste(innlesing.pk)
    innlesing.refresh_from_db()
    assert innlesing.status == Innlesingsstatus.KLAR
    forkastet = forkast_innlesing(innlesing)
    assert (forkastet.status, bytes(forkastet.fil), forkastet.tabell) == (Innlesingsstatus.FORKASTET, b"", {})


# Out and back ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def register(region):
    """An agreement with everything in it, one with nobody in it, and one that has ended."""
    nordvik, soervik = (Part.objects.get(navn=navn) for navn in KOMMUNER[:2])
    felles = lag_avtale(
        "Felles  arkiv", region=region, formaal=["Ta vare på arkivene", "Dele kunnskap"], orgnr="964982953",
        oppgaver=[lag_oppgave("Arkiv, depot")], kilde="Sak 4/20\nog sak 7/21", oppsigelse_maaneder=6,
    )  # fmt: skip
    lag_deltakelse(felles, nordvik, eierandel=Fraction(1, 7), rolle="kontorkommune", medlemmer=3, varamedlemmer=3)
    lag_deltakelse(felles, soervik, eierandel=Fraction(6, 7), del_av="nord", merknad="=2+2 er ingen formel")
    lag_deltakelse(felles, soervik, fra=date(2015, 1, 1), til=date(2018, 7, 1))
    lag_avtale("Tomt nettverk", form="AVTALE", region=region, fra=None)
    lag_avtale("Gammelt styre", form="P27_1992", region=region, kommuner=[nordvik], til=date(2022, 1, 1))
    return felles


def _xlsx(maalform="nb", endre=None):
    with translation.override(maalform):
        arkene = avtaleark(med_alt(Avtale.objects.order_by("pk")), maalform=maalform)
        if endre:
            endre(arkene)
        return skriv_xlsx(arkene, egenskaper("Avtaler", dato=DATO, maalform=maalform))


def _csv(maalform="nb"):
    with translation.override(maalform):
        return skriv_csv(langt_ark(med_alt(Avtale.objects.order_by("pk")), maalform=maalform))


@pytest.mark.parametrize("maalform", ["nb", "nn"])
@pytest.mark.parametrize(("skriv", "navn"), [(_xlsx, "avtaler.xlsx"), (_csv, "avtaler.csv")])
def test_register_brought_back_unchanged_is_unchanged(region, register, skriv, navn, maalform):
    plan = innlest(_last_opp(region, skriv(maalform), navn), dato=DATO).plan
    assert [(a.navn, e) for a in plan.avtaler for e in a.endringer] == []
    assert [(d.navn, e) for a in plan.avtaler for d in a.deltakere for e in d.endringer] == []
    assert (plan.spoersmaal, plan.antall) == ((), {Status.UENDRET: 3})


def test_changed_cells_are_changed_and_nothing_else(region, register, bruker):
    def endre(arkene):
        arkene[0].rader[0][2] = "Felles arkiv og depot"
        arkene[1].rader[0][9] = "25 %"
        arkene[1].rader.append([register.pk, "", None, None, None, "Utvik", "", "", "Deltaker", *[None] * 7])

    ferdig = _les_inn(region, _xlsx(endre=endre), "avtaler.xlsx", bruker)
    register.refresh_from_db()
    assert (ferdig.resultat["endrede"], register.navn) == ([register.pk], "Felles arkiv og depot")
    andeler = {d.part.navn: d.eierandel for d in register.deltakelser.filter(til=None)}
    assert andeler == {"Nordvik": Fraction(1, 4), "Sørvik": Fraction(6, 7), "Utvik": None}
    assert register.kilde == "Sak 4/20\nog sak 7/21"
    assert [formaal.tekst for formaal in register.formaal.all()] == ["Ta vare på arkivene", "Dele kunnskap"]


def test_change_on_top_of_somebody_else_s_is_asked_about(region, register):
    innhold = _xlsx(endre=lambda arkene: arkene[0].rader[0].__setitem__(2, "Mitt navn"))
    endre_avtale(
        avtale_id=register.pk, versjon=register.versjon, felt={"navn": "Deres navn"}, formaal=[],
        oppgaver=[], bestemmelser={},
    )  # fmt: skip
    plan = innlest(_last_opp(region, innhold, "avtaler.xlsx"), dato=DATO).plan
    assert [en.kode for en in plan.spoersmaal] == ["endret_av_andre"]
    assert not plan.kan_lagres


@pytest.mark.parametrize("maalform", ["nb", "nn"])
def test_headings_of_our_own_sheets_are_understood(maalform):
    with translation.override(maalform):
        skjulte = {Felt.MATRISE, Felt.UTELATT, Felt.LOEPENR, Felt.ANTALL, Felt.DELTAKERE}
        ukjente = {
            felt: feltnavn(felt)
            for felt in Felt
            if felt not in skjulte and felt_for(feltnavn(felt)) not in {felt, Felt.DELTAKERE}
        }
        overskrifter = [kolonne.overskrift for ark in malark(maalform=maalform)[:2] for kolonne in ark.kolonner]
    assert ukjente == {}
    assert all(felt_for(overskrift) for overskrift in overskrifter)


def test_filled_in_template_is_read_in(region):
    with translation.override("nb"):
        arkene = malark(maalform="nb")
        arkene[0].rader.append(["Ny legevakt", "Avtale eller nettverk uten eget organ", "Tjenesteyting", "", "Døgnvakt",
                                "", date(2024, 1, 1), None, None, ""])  # fmt: skip
        arkene[1].rader.append(["Ny legevakt", None, "Nordvik", "", "", "Deltaker", *[None] * 7])
        arkene[1].rader.append(["Ny legevakt", None, "Sørvik", "", "", "Observatør", *[None] * 7])
        innhold = skriv_xlsx(arkene, egenskaper("Mal", dato=DATO, maalform="nb"))
    ferdig = _les_inn(region, innhold, "mal.xlsx")
    avtale = Avtale.objects.get(pk=ferdig.resultat["nye"][0])
    assert [(d.part.navn, d.rolle) for d in avtale.deltakelser.all()] == [
        ("Nordvik", "deltaker"), ("Sørvik", "observatoer"),
    ]  # fmt: skip


# Words ----------------------------------------------------------------------------------------------------------------


def test_every_code_of_the_reading_has_a_sentence():
    import re
    from pathlib import Path

    rom = Path(__file__).resolve().parents[2] / "avtaler" / "domene" / "innlesing"
    tekst = "\n".join(fil.read_text("utf-8") for fil in rom.glob("*.py"))
    feil = set(re.findall(r'\.(?:feil|merk)\(\s*"(\w+)"', tekst)) | set(re.findall(r'Melding\("(\w+)"', tekst))
    feil |= set(re.findall(r'yield "(\w+)", {', tekst))
    valg = set(re.findall(r'Valg\([^,]+, "(\w+)"', tekst)) - {"form", "oppgaven"}
    assert feil - set(MELDINGER) == set()
    assert valg - set(VALG) == set()
    assert set(re.findall(r'"((?:ulesbar|flertydig|uten|ukjent)_\w+)"', tekst)) - set(SPOERSMAAL) - {
        "flertydig_andel", "flertydig_dato", "ukjent_id", "ukjent_oppgave", "ukjent_form", "uten_form", "uten_dato",
    } == set()  # fmt: skip
    assert {felt.value for felt in Felt} <= {str(felt) for felt in FELTNAVN}


def test_typed_answer_that_cannot_be_read_is_shown_with_the_reason():
    avvist = Avvistsvar("ugyldig_dato", {"tekst": "30.02.2015"})
    spoersmaal = Spoersmaal("dato:snart", "ulesbar_dato", {"tekst": "snart"}, (), fritekst="dato", avvist=avvist)
    rad = _spoersmaalsrad(replace(spoersmaal, svar="som:30.02.2015"), 1, "nb", {})
    side = render_to_string("avtaler/import/spoersmaal.html", {"en": rad})
    assert "Datoen «30.02.2015» finnes ikke." in side
    assert 'value="30.02.2015" aria-invalid="true" aria-describedby="sf-1"' in side
    assert {slag for slag in ("dato", "andel", "tall", "orgnr") if slag not in SVARFEIL} == set()


# From the command line ------------------------------------------------------------------------------------------------


@pytest.fixture
def fil(tmp_path):
    sti = tmp_path / "oversikt_2022.csv"
    sti.write_bytes(ORDNINGER)
    return sti


def test_command_prints_the_preview_and_refuses_while_something_is_unanswered(region, fil):
    ut = StringIO()
    with pytest.raises(CommandError, match="svar på spørsmålene"):
        call_command("importer_avtaler", fil, region="vikene", stdout=ut)
    assert "Hvilken form skal de ha?" in ut.getvalue()
    assert "ny: 8" in ut.getvalue()
    assert (Avtale.objects.count(), Innlesing.objects.count()) == (0, 0)


def test_command_tries_without_writing_and_then_writes(region, fil):
    call_command("importer_avtaler", fil, region="vikene", godta_forslag=True, proev=True, stdout=StringIO())
    assert Avtale.objects.count() == 0
    call_command("importer_avtaler", fil, region="vikene", godta_forslag=True, stdout=StringIO())
    assert _antall_per_kommune() == VENTET


def test_command_says_so_when_the_register_changes_while_it_runs(region, fil):
    class Ut(StringIO):
        """Somebody records one of the agreements while the preview is printed."""

        def write(self, tekst):
            if not Avtale.objects.exists():
                lag_avtale("Vikkraft AS", form="AS", region=region)
            return super().write(tekst)

    with pytest.raises(CommandError, match="Registeret ble endret underveis"):
        call_command("importer_avtaler", fil, region="vikene", godta_forslag=True, stdout=Ut())
    assert (Avtale.objects.count(), Innlesing.objects.count()) == (1, 0)


def test_command_takes_answers_from_a_file(region, fil, tmp_path):
    svar = tmp_path / "svar.json"
    noekkel = "part:fossen as:::"
    svar.write_text(json.dumps({"form:": "f:KO", "fra:": "som:1.1.2019", noekkel: "hopp"}), "utf-8")
    ut = StringIO()
    call_command("importer_avtaler", fil, region="vikene", svar=svar, godta_forslag=True, stdout=ut)
    assert Avtale.objects.get(navn="Legevakt Fjernby-Utvik").form == "KO"
    assert not Part.objects.filter(navn="Fossen AS").exists()


@pytest.mark.parametrize(
    ("valg", "setning"),
    [({"region": "finnes-ikke"}, "Ingen region"), ({"svar": "finnes/ikke.json"}, "kan ikke leses som json")],
)
def test_command_says_what_is_wrong_with_its_arguments(region, fil, valg, setning):
    from pathlib import Path

    if "svar" in valg:
        valg = {"svar": Path(valg["svar"])}
    with pytest.raises(CommandError, match=setning):
        call_command("importer_avtaler", fil, **valg, stdout=StringIO())
