"""What people type about agreements: which questions a form asks, what it reads, and what it says when it cannot."""

from datetime import date
from fractions import Fraction

import pytest
from django.http import QueryDict

from avtaler.domene.rundeslag import Samsvarskrav
from avtaler.forms import Avtaleskjema, Deltakerskjema, Registerfilter, Rundeskjema, Sluttskjema, Vedtaksskjema
from avtaler.forms.avtaleskjema import klausulnavn
from avtaler.forms.avtaleverdier import skrevet
from avtaler.regler import les_regelverk
from avtaler.uttrekk import filtervalg
from kommuner.tilgang import INGEN, Innsyn
from tests.fabrikker import lag_avtale, lag_kommune, lag_region

pytestmark = pytest.mark.django_db

DATO = date(2026, 11, 22)


def skjema(data=None, *, kode="KO", regioner=(), avtale=None, maalform="nb", **valg):
    innsyn = Innsyn(regioner=frozenset(region.pk for region in regioner))
    return Avtaleskjema(data, innsyn=innsyn, dato=DATO, maalform=maalform, kode=kode, avtale=avtale, **valg)


def gyldig(region, /, **endret):
    return {"form": "KO", "navn": "Sogn KO", "region": region.pk, "klasse": "tjenesteyting", "maalform": "nn"} | endret


@pytest.mark.parametrize("form", [form.kode for form in les_regelverk().former_som_kan_inngaas(DATO)])
def test_every_open_form_asks_for_its_own_clauses(form):
    klausuler = list(skjema(kode=form).krav_for_felt.values())
    assert klausuler
    assert all(krav in les_regelverk().krav_for(form, DATO) and krav.tar_bestemmelse for krav in klausuler)


def test_clause_field_has_title_help_and_paragraph_in_the_readers_language():
    felt = skjema(maalform="nn").fields[klausulnavn("KO.g")]
    krav = les_regelverk().krav_med_kode("KO.g")[-1]
    assert felt.label == krav.tittel.nn
    assert krav.hjelp.nn in felt.help_text
    assert "§ 19-4" in felt.help_text


def test_only_open_forms_can_be_chosen_for_a_new_agreement():
    valg = dict(skjema(kode="").fields["form"].widget.choices)
    assert "KO" in valg
    assert not {"P27_1992", "P28_1992", "SAMKOMMUNE_1992"} & set(valg)


def test_closed_form_is_refused_at_the_field_with_sentence_and_paragraph():
    region = lag_region()
    feil = skjema(gyldig(region, form="P27_1992"), kode="P27_1992", regioner=[region]).errors["form"]
    assert feil == [les_regelverk().form("P27_1992").avslag.for_sent.nb]
    assert "koml. §" in feil[0]


def test_old_agreement_keeps_its_closed_form():
    region = lag_region()
    avtale = lag_avtale(form="P27_1992", region=region)
    data = gyldig(region, form="P27_1992")
    assert "form" not in skjema(data, kode="P27_1992", regioner=[region], avtale=avtale).errors


def test_name_rule_follows_the_form():
    assert "«KO»" in skjema().fields["navn"].help_text
    assert not skjema(kode="AVTALE").fields["navn"].help_text


def test_form_that_is_a_legal_person_by_law_does_not_ask():
    region = lag_region()
    iks = skjema(gyldig(region, form="IKS"), kode="IKS", regioner=[region])
    assert "eget_rettssubjekt" not in iks.fields
    assert iks.is_valid()
    assert iks.innhold()["felt"]["eget_rettssubjekt"] is True


def test_valid_form_gives_the_services_what_they_take():
    region = lag_region()
    data = gyldig(region, formaal="Ett\r\nTo", fra="1.1.27", orgnr="974 760 673", eget_rettssubjekt="nei")
    ko = skjema(data | {klausulnavn("KO.g"): "Kan ikke ta opp lån."}, regioner=[region])
    assert ko.is_valid(), ko.errors
    innhold = ko.innhold()
    assert innhold["formaal"] == ["Ett", "To"]
    assert innhold["bestemmelser"]["KO.g"] == "Kan ikke ta opp lån."
    assert innhold["felt"]["fra"] == date(2027, 1, 1)
    assert innhold["felt"]["orgnr"] == "974760673"
    assert innhold["felt"]["eget_rettssubjekt"] is False


@pytest.mark.parametrize(
    ("felt", "verdi"),
    [
        ("orgnr", "123"), ("orgnr", "974760674"), ("fra", "31.2.2026"), ("fra", "i går"), ("navn", ""),
        ("navn", "x" * 201),
        ("klasse", "annet"), ("region", "999999"), ("region", "x"), ("oppsigelse_maaneder", "-1"),
        ("oppsigelse_maaneder", "99999"), ("navn", "a\x00b"),
    ],
)  # fmt: skip
def test_what_cannot_be_right_gets_a_sentence_at_its_field(felt, verdi):
    region = lag_region()
    feil = skjema(gyldig(region, **{felt: verdi}), regioner=[region]).errors
    assert list(feil) == [felt]
    assert feil[felt][0].endswith(".")


def test_region_of_others_cannot_be_chosen():
    egen, annen = lag_region(), lag_region()
    assert "region" in skjema(gyldig(annen), regioner=[egen]).errors


def test_checklist_judges_what_is_typed_so_far():
    region = lag_region()
    tomt = skjema({"form": "KO"}, regioner=[region]).grunnlag()
    fylt = skjema({"form": "KO", "navn": "Sogn KO", klausulnavn("KO.j"): "Luster tar vare på arkivet."}).grunnlag()
    assert (tomt.navn, tomt.har_bestemmelse("KO.j")) == ("", False)
    assert (fylt.navn, fylt.har_bestemmelse("KO.j")) == ("Sogn KO", True)
    assert skjema(kode="").grunnlag() is None


def test_rebuilt_form_keeps_what_was_typed():
    data = QueryDict("form=IKS&navn=Mitt&oppgaver=1&oppgaver=x&fra=snart&formaal=Ett&formaal=&roller=utvikling")
    assert skrevet(data) == {
        "form": "IKS", "navn": "Mitt", "oppgaver": ["1"], "fra": "snart", "formaal": ["Ett", ""],
        "roller": ["utvikling"],
    }  # fmt: skip


def deltaker(**data):
    return Deltakerskjema({"rolle": "deltaker", "fra": "1.1.2020"} | data, dato=DATO)


def test_participant_is_read_as_norwegians_type():
    luster = lag_kommune("Luster", "4644")
    ett = deltaker(part="4644 Luster", siste_dag="31.12.2024", eierandel="1/9", ansvarsandel="11,5 %", medlemmer="2")
    assert ett.is_valid(), ett.errors
    felt = ett.felt()
    assert (felt["part"], felt["til"]) == (luster, date(2025, 1, 1))
    assert (felt["eierandel"], felt["ansvarsandel"]) == (Fraction(1, 9), Fraction(23, 200))


@pytest.mark.parametrize(
    ("felt", "verdi"),
    [("part", "Ukjent"), ("siste_dag", "31.12.2019"), ("eierandel", "120 %"), ("medlemmer", "1001"), ("fra", "")],
)
def test_participant_with_an_error_says_so_at_the_field(felt, verdi):
    lag_kommune("Luster", "4644")
    feil = deltaker(**{"part": "Luster", felt: verdi}).errors
    assert list(feil) == [felt]


def test_participation_does_not_begin_before_the_agreement():
    lag_kommune("Luster", "4644")
    data = {"rolle": "deltaker", "part": "Luster", "fra": "31.12.2019"}
    ny = Deltakerskjema(data, dato=DATO, avtale_fra=date(2020, 1, 1))
    assert ny.errors == {"fra": ["Avtalen gjelder fra 01.01.2020. Ingen kan være med før det."]}
    lagret = Deltakerskjema(data, dato=DATO, avtale_fra=date(2020, 1, 1), initial={"fra": date(2019, 12, 31)})
    assert lagret.is_valid()
    assert Deltakerskjema(data, dato=DATO).is_valid()


def test_party_that_is_not_there_gives_a_close_name_or_says_so():
    lag_kommune("Luster", "4644")
    assert "Mente du «4644 Luster»?" in deltaker(part="Lustr").errors["part"][0]
    assert "finnes parten ikke i registeret ennå" in deltaker(part="Nordhordland IKS").errors["part"][0]


def test_shared_name_is_read_back_with_numbers():
    lag_kommune("Herøy", "1515")
    lag_kommune("Herøy", "1818")
    [feil] = deltaker(part="Herøy").errors["part"]
    assert "«1515 Herøy»" in feil
    assert "«1818 Herøy»" in feil


def test_round_window_must_be_in_order():
    data = {
        "slag": "endre",
        "tittel": "Sak",
        "forslag": "Ord",
        "maalform": "nb",
        "vindu_fra": "1.2.27",
        "vindu_til": "1.1.27",
    }
    assert list(Rundeskjema(data, avtale=lag_avtale()).errors) == ["vindu_til"]


@pytest.mark.parametrize("versjon", ["", "x", "9" * 30, None])
def test_spoilt_version_counts_as_never_seen(versjon):
    data = {"status": "mottatt"} | ({} if versjon is None else {"versjon": versjon})
    ett = Vedtaksskjema(data, krav=Samsvarskrav.LIKELYDENDE, er_sendt=True)
    assert ett.is_valid()
    assert ett.cleaned_data["versjon"] != 1


def test_last_day_becomes_the_first_day_after():
    ett = Sluttskjema({"siste_dag": "31.12.2026", "versjon": "3"})
    assert ett.is_valid()
    assert ett.felt() == {"til": date(2027, 1, 1), "versjon": 3}


@pytest.mark.parametrize(
    "spoerring", ["status=tull&form=XYZ&kommune=99999&oppgave=%00&region=x", "q=%00", "side=abc&ukjent=1", ""]
)
def test_unknown_filters_are_no_wish(spoerring):
    valg = filtervalg(INGEN, dato=DATO, maalform="nb")
    ett = Registerfilter(QueryDict(spoerring), valg=valg).filter("1")
    assert (ett.soek, ett.form, ett.kommune, ett.oppgave, ett.region, ett.status) == ("", "", "", "", "", "gjeldende")
