"""Whole lists, laid out and dirty as coordinators' lists are. The cooperations are invented."""

from datetime import date
from fractions import Fraction

import pytest

from avtaler.domene.innlesing.kolonner import Felt
from avtaler.domene.innlesing.oppsett import Tabellslag, foreslaa_oppsett
from avtaler.domene.innlesing.plan import Avtaleverdier, Registeravtale, Registerdeltakelse, Status
from tests.avtaler.domene.innlesing.bok import ark, bok, deltakerne, grunnlag, les, partnavn

DATO = {"fra:": "som:2022-01-01"}
AVTALE = {"form:": "f:AVTALE"}


def _slag(*rader, **valg):
    return foreslaa_oppsett([ark(*rader, **valg)], bok())[0].slag


# One row for each agreement -------------------------------------------------------------------------------------------


def test_a_row_for_each_agreement_with_titles_headings_sums_and_notes():
    plan = les(
        ark(
            ["Interkommunalt samarbeid i Nordre dal"],
            ["Oppdatert 1.3.2024 av sekretariatet"],
            ["Nr", "Samarbeidsordning", "Organisasjonsform", "Deltakende kommuner", "Etablert", "Merknad"],
            ["", "HELSE OG OMSORG", "", "", "", ""],
            ["1", "Legevakt i nord", "vertskommune § 20-2", "Vågan (vert), Vestvågøy og Flakstad", "2007", ""],
            ["2", "Jordmorvakt", "§ 28-1b", "Vestvågøy, Flakstad, Moskenes", "1.1.2015", "Evalueres 2026"],
            ["", "TEKNISK", "", "", "", ""],
            ["3", "Felles renovasjon IKS", "IKS", "Vågan 33,3 %; Vestvågøy 1/3; Flakstad", "fra 2012", ""],
            ["", "Sum", "", "3", "", ""],
            ["* Tallene er hentet fra kommunene", "", "", "", "", ""],
            hode=3,
        ),
        svar=DATO,
    )
    assert [avtale.navn for avtale in plan.avtaler] == ["Legevakt i nord", "Jordmorvakt", "Felles renovasjon IKS"]
    assert [avtale.verdier.form for avtale in plan.avtaler] == ["VERT_ADM", "P28_1992", "IKS"]
    assert [avtale.verdier.fra for avtale in plan.avtaler] == [date(2007, 1, 1), date(2015, 1, 1), date(2012, 1, 1)]
    assert deltakerne(plan) == ["Vågan", "Vestvågøy", "Flakstad"]
    assert plan.avtaler[0].deltakere[0].rolle == "vertskommune"
    assert [d.eierandel for d in plan.avtaler[2].deltakere] == [Fraction(333, 1000), Fraction(1, 3), None]
    assert plan.avtaler[1].verdier.kilde == "Evalueres 2026"
    assert [(en.kode, en.celle.tekst) for en in plan.utelatte] == [
        ("sum", "Sum"), ("notat", "* Tallene er hentet fra kommunene"),
        ("overskrift", "HELSE OG OMSORG"), ("overskrift", "TEKNISK"),
    ]  # fmt: skip
    assert plan.spoersmaal == ()
    assert plan.kan_lagres


def test_renamed_merged_misspelt_and_unknown_parties_are_asked_about_once():
    plan = les(
        ark(
            ["Navn", "Form", "Deltakere", "Fra"],
            ["Arkivdepotet", "Avtale", "Bødø, Re, Leikanger, 1860 Vestvågøy", "2020"],
            ["Kvalitetsnettverket", "Nettverk", "Bødø; Fossekraft AS; Troms og Finnmark fylkeskommune", "2020"],
            ["Kulturfondet", "Avtale", "Re, Lyngdal (nord), 113 andre kommuner", "2020"],
        )
    )
    assert [(en.kode, en.args["tekst"], en.rader) for en in plan.spoersmaal] == [
        ("part_ligner", "Bødø", (2, 3)),
        ("part_gammelt", "Re", (2, 4)),
        ("part_gammelt", "Leikanger", (2,)),
        ("part_ukjent", "Fossekraft AS", (3,)),
        ("part_gammelt", "Troms og Finnmark fylkeskommune", (3,)),
    ]
    assert [en.forslag for en in plan.spoersmaal] == [
        f"p:{partnavn('Bodø')}", f"p:{partnavn('Tønsberg')}", f"p:{partnavn('Sogndal')}", "ny:privat", "p:10055+10056",
    ]  # fmt: skip
    assert not plan.kan_lagres


def test_accepted_proposals_put_the_parties_in():
    plan = les(
        ark(
            ["Navn", "Form", "Deltakere", "Fra"],
            ["Kvalitetsnettverket", "Nettverk", "Bødø; Fossekraft AS; Troms og Finnmark fylkeskommune", "2020"],
            ["Kulturfondet", "Avtale", "Re, Lyngdal (nord), 113 andre kommuner", "2020"],
        ),
        godta=True,
    )
    assert deltakerne(plan) == ["Bodø", "Fossekraft AS", "Troms fylkeskommune", "Finnmark fylkeskommune"]
    assert (plan.avtaler[0].deltakere[1].part_id, plan.avtaler[0].deltakere[1].ny_type) == (None, "privat")
    assert deltakerne(plan, 1) == ["Tønsberg", "Lyngdal"]
    assert plan.avtaler[1].deltakere[1].del_av == "nord"
    assert plan.avtaler[1].verdier.andre_deltakere == 113
    # Tønsberg as it is now came to be in 2020; Lyngdal too.
    assert plan.avtaler[1].deltakere[0].fra == date(2020, 1, 1)
    assert plan.kan_lagres


def test_participant_is_in_from_the_day_it_came_to_be():
    plan = les(ark(["Navn", "Form", "Deltakere", "Fra"], ["Arkiv", "Avtale", "Senja, Bodø", "2007"]), godta=True)
    assert [deltaker.fra for deltaker in plan.avtaler[0].deltakere] == [date(2020, 1, 1), date(2007, 1, 1)]
    assert [melding.kode for melding in plan.avtaler[0].meldinger] == ["med_fra_den_ble_til"]


def test_agreement_that_ended_before_the_merger_has_the_municipality_of_then():
    plan = les(
        ark(["Navn", "Form", "Deltakere", "Fra", "Til"], ["Gammelt arkiv", "§ 27", "Re, Tønsberg", "2007", "2015"])
    )
    assert plan.spoersmaal == ()
    assert deltakerne(plan) == ["Re", "Tønsberg"]
    assert plan.avtaler[0].verdier.til == date(2016, 1, 1)


def test_groups_are_answered_with_their_members():
    plan = les(
        ark(["Navn", "Form", "Kommuner", "Fra"], ["IUA", "Avtale", "Alle kommunene i Salten, Røst", "2020"]), godta=True
    )
    assert sorted(deltakerne(plan)) == ["Beiarn", "Bodø", "Fauske", "Røst"]


def test_name_typed_instead_of_a_choice_counts_for_all_equal_cells():
    liste = ark(
        ["Navn", "Form", "Kommuner", "Fra"],
        ["Arkiv", "Avtale", "Kommunen ved havet, Røst", "2020"],
        ["Brann", "Avtale", "Kommunen ved havet", "2020"],
    )
    noekkel = les(liste).spoersmaal[0].noekkel
    plan = les(liste, svar={noekkel: "som:Værøy"})
    assert (deltakerne(plan, 0), deltakerne(plan, 1)) == (["Værøy", "Røst"], ["Værøy"])
    feil = les(liste, svar={noekkel: "som:Ingen steder"})
    assert {melding.kode for avtale in feil.avtaler for melding in avtale.meldinger} == {"fant_ingen"}
    assert not feil.kan_lagres


# One row for each participant -----------------------------------------------------------------------------------------


def test_a_row_for_each_participant_with_merged_names_roles_and_shares():
    rader = [
        ["Selskap", "Eier", "Komm.nr", "Eierandel (%)", "Rolle", "Medlem fra", "Org.nr."],
        ["Havnevesenet IKS", "Vågan", "1865", "60 %", "Kontorkommune", "1.1.2010", "964 982 953"],
        ["", "Vestvågøy", "1860", "40 %", "", "", ""],
        ["Lysnettet AS", "Flakstad", "1859", "50", "", "2001", ""],
        ["", "Moskenes", "1874", "50", "", "2001", ""],
    ]
    assert _slag(*rader) is Tabellslag.PER_DELTAKER
    plan = les(ark(*rader), svar=DATO | {"form:": "f:AVTALE"})
    havn, nett = plan.avtaler
    assert [d.eierandel for d in havn.deltakere] == [Fraction(3, 5), Fraction(2, 5)]
    assert (havn.deltakere[0].rolle, havn.deltakere[0].fra) == ("kontorkommune", date(2010, 1, 1))
    assert havn.verdier.orgnr == "964982953"
    assert [d.eierandel for d in nett.deltakere] == [Fraction(1, 2), Fraction(1, 2)]
    assert plan.kan_lagres


def test_name_alone_above_its_participants_is_the_agreement_s():
    plan = les(
        ark(
            ["Samarbeid", "Deltaker"],
            ["Krisesenteret", ""],
            ["", "Vågan"],
            ["", "Vestvågøy"],
            ["PPT ytre", ""],
            ["", "Flakstad"],
            ["", "Moskenes"],
        ),
        svar=DATO | AVTALE,
    )
    assert [(a.navn, len(a.deltakere)) for a in plan.avtaler] == [("Krisesenteret", 2), ("PPT ytre", 2)]


def test_shares_written_as_decimals_are_asked_about_and_the_sum_tells_what_they_mean():
    rader = [["Navn", "Form", "Eier", "Eierandel", "Fra"]]
    rader += [["Kraftlaget AS", "AS", navn, "0,5", "2010"] for navn in ("Vågan", "Vestvågøy")]
    plan = les(ark(*rader))
    assert [(en.kode, en.forslag) for en in plan.spoersmaal] == [("flertydig_andel", "del")]
    assert [d.eierandel for d in les(ark(*rader), godta=True).avtaler[0].deltakere] == [Fraction(1, 2)] * 2


# A matrix -------------------------------------------------------------------------------------------------------------


def test_matrix_with_marks_roles_and_a_sum_column():
    rader = [
        ["Oversikt over samarbeid", "", "Kommuner", "", "", "", ""],
        ["Tjenesteområde", "Ordning", "Vågan", "Vestvågøy", "Flakstad kommune", "1874 Moskenes", "Sum"],
        ["Barnevern", "Barnevernet", "vert", "x", "x", "", "3"],
        ["PPT", "PP-tjenesten", "", "ja", "V", "1", "3"],
        ["Brann", "Brannvernet", "X", "0", "nei", "–", "1"],
        ["", "Antall", "2", "2", "2", "1", "7"],
    ]
    assert _slag(*rader, hode=1) is Tabellslag.MATRISE
    plan = les(ark(*rader, hode=1), svar=DATO | AVTALE)
    assert [avtale.navn for avtale in plan.avtaler] == ["Barnevernet", "PP-tjenesten", "Brannvernet"]
    assert deltakerne(plan, 0) == ["Vågan", "Vestvågøy", "Flakstad"]
    assert plan.avtaler[0].deltakere[0].rolle == "vertskommune"
    assert (deltakerne(plan, 1), plan.avtaler[1].deltakere[1].rolle) == (
        ["Vestvågøy", "Flakstad", "Moskenes"], "vertskommune",
    )  # fmt: skip
    assert deltakerne(plan, 2) == ["Vågan"]
    assert plan.avtaler[0].verdier.oppgaver == ("barnevern",)


def test_misspelt_heading_of_a_matrix_is_asked_about_and_not_lost():
    rader = [["Ordning", "Vågan", "Vestvågøy", "Flakstad", "Bødø", "Årsverk"], ["Arkiv", "x", "x", "", "x", "12"]]
    plan = les(ark(*rader), svar=DATO | AVTALE)
    assert [(en.kode, en.args["tekst"]) for en in plan.spoersmaal if not en.svar] == [("part_ligner", "Bødø")]


# Columns that say little ----------------------------------------------------------------------------------------------


def test_list_without_known_headings_is_read_by_what_stands_in_it():
    oppsett = foreslaa_oppsett(
        [ark(["Hva", "Hvor", "Hvem er med"], ["Felles arkiv", "Nord", "Vågan og Røst"], ["Brann", "", "Værøy, Røst"])],
        bok(),
    )[0]
    assert {oppsett.kolonner[0], oppsett.kolonner[2]} == {Felt.NAVN, Felt.DELTAKERE}


def test_nynorsk_headings_are_known():
    oppsett = foreslaa_oppsett(
        [ark(["Namn", "Samarbeidsform", "Deltakarar", "Gjeld frå", "Oppgåver"], ["Arkiv", "IKS", "Vågan", "2020", ""])],
        bok(),
    )[0]
    assert list(oppsett.kolonner.values()) == [Felt.NAVN, Felt.FORM, Felt.DELTAKERE, Felt.FRA, Felt.OPPGAVER]


def test_ambiguous_and_unreadable_dates_are_asked_about_with_both_readings():
    liste = ark(
        ["Navn", "Form", "Kommuner", "Etablert"],
        ["Arkiv", "Avtale", "Vågan, Røst", "21-03-23"],
        ["Brann", "Avtale", "Vågan, Røst", "i fjor"],
    )
    plan = les(liste)
    assert [en.kode for en in plan.spoersmaal] == ["flertydig_dato", "ulesbar_dato"]
    assert [valg.verdi for valg in plan.spoersmaal[0].valg] == ["som:2023-03-21", "som:2021-03-23", "hopp"]
    svar = {plan.spoersmaal[0].noekkel: "som:2021-03-23", plan.spoersmaal[1].noekkel: "som:1.5.2019"}
    plan = les(liste, svar=svar)
    assert [avtale.verdier.fra for avtale in plan.avtaler] == [date(2021, 3, 23), date(2019, 5, 1)]


def test_date_that_says_unknown_is_none():
    plan = les(ark(["Navn", "Form", "Kommuner", "Etablert"], ["Arkiv", "Avtale", "Vågan, Røst", "Ukjent"]))
    assert [en.kode for en in plan.spoersmaal] == ["uten_dato"]


def test_number_that_the_list_itself_gives_is_checked():
    plan = les(
        ark(["Navn", "Form", "Antall kommuner", "Kommuner", "Fra"], ["Arkiv", "Avtale", "4", "Vågan, Røst", "2020"])
    )
    assert [melding.kode for melding in plan.avtaler[0].meldinger] == ["annet_antall"]
    assert plan.kan_lagres


def test_same_name_twice_is_asked_about():
    liste = ark(
        ["Navn", "Form", "Kommuner", "Fra"],
        ["Legevakt", "Avtale", "Vågan, Vestvågøy", "2020"],
        ["Legevakt", "Avtale", "Værøy, Røst", "2020"],
    )
    plan = les(liste, godta=True)
    assert [len(avtale.deltakere) for avtale in plan.avtaler] == [2, 2]
    slaatt_sammen = les(liste, svar={plan.spoersmaal[0].noekkel: "samme"})
    assert [len(avtale.deltakere) for avtale in slaatt_sammen.avtaler] == [4]


def test_row_without_a_name_is_wrong_until_it_is_mended_or_skipped():
    liste = ark(["Nr", "Navn", "Form", "Kommuner", "Fra"], ["1", "", "Avtale", "Vågan, Røst", "2020"])
    plan = les(liste)
    (avtale,) = plan.avtaler
    assert (avtale.status, avtale.meldinger[0].kode) == (Status.FEIL, "mangler_navn")
    assert les(liste, rettelser={avtale.meldinger[0].sted: "Arkiv"}).kan_lagres
    hoppet = les(liste, egne={avtale.noekkel: {"hopp": "1"}})
    assert (hoppet.avtaler[0].status, hoppet.kan_lagres) == (Status.HOPPET_OVER, False)


def test_row_without_a_name_goes_on_only_when_it_has_nothing_of_its_own():
    plan = les(
        ark(
            ["Nr", "Navn", "Form", "Kommuner", "Fra"],
            ["1", "Arkiv", "Avtale", "Vågan, Flakstad", "2020"],
            ["", "", "", "Røst", ""],
            ["2", "", "Avtale", "Værøy", "2021"],
        )
    )
    assert [(avtale.navn, len(avtale.deltakere)) for avtale in plan.avtaler] == [("Arkiv", 3), ("", 1)]


def test_person_s_own_form_and_class_stand_over_the_guess():
    liste = ark(["Navn", "Kommuner", "Fra"], ["Fjordrådet IPR", "Vågan, Røst", "2020"])
    (avtale,) = les(liste).avtaler
    assert (avtale.verdier.form, avtale.verdier.klasse, avtale.gjettet) == ("IPR", "utvikling", {"form", "klasse"})
    (avtale,) = les(liste, egne={avtale.noekkel: {"form": "KO", "klasse": "tjenesteyting"}}).avtaler
    assert (avtale.verdier.form, avtale.verdier.klasse, avtale.gjettet) == ("KO", "tjenesteyting", frozenset())


def test_year_in_the_file_s_name_is_the_day_proposed():
    plan = les(ark(["Navn", "Form", "Kommuner"], ["Arkiv", "Avtale", "Vågan"]), kunnskap=grunnlag(fil="liste_2019.csv"))
    assert plan.spoersmaal[0].forslag == "som:2019-01-01"


# Against the register -------------------------------------------------------------------------------------------------


def _lagret(**felt):
    verdier = Avtaleverdier(
        **({"navn": "Felles arkiv", "form": "KO", "klasse": "tjenesteyting", "fra": date(2015, 1, 1)} | felt)
    )
    deltakelser = tuple(
        Registerdeltakelse(nr, 1, partnavn(navn), "deltaker", date(2015, 1, 1))
        for nr, navn in enumerate(("Vågan", "Røst"), 1)
    )
    return Registeravtale(7, 3, verdier, deltakelser)


@pytest.mark.parametrize(
    ("rad", "status"),
    [
        (["felles  ARKIV", "", "Vågan, Røst", ""], Status.UENDRET),
        (["Felles arkiv", "KO", "Vågan, Røst", "2015"], Status.UENDRET),
        (["Felles arkiv", "IKS", "Vågan, Røst", "2015"], Status.ENDRET),
        (["Felles arkiv", "", "Vågan, Røst, Værøy", ""], Status.ENDRET),
        (["Felles arkiv", "", "Vågan", ""], Status.UENDRET),
        (["Et annet arkiv", "KO", "Vågan, Røst", "2015"], Status.NY),
    ],
)
def test_agreement_of_the_register_is_new_changed_or_unchanged(rad, status):
    plan = les(ark(["Navn", "Form", "Kommuner", "Fra"], rad), kunnskap=grunnlag([_lagret()]))
    assert plan.avtaler[0].status is status


def test_much_the_same_name_is_asked_about():
    liste = ark(["Navn", "Form", "Kommuner", "Fra"], ["Felles arkivet", "KO", "Vågan, Røst", "2015"])
    plan = les(liste, kunnskap=grunnlag([_lagret()]))
    assert [(en.kode, en.valg[0].verdi) for en in plan.spoersmaal] == [("lignende_avtale", "a:7")]
    samme = les(liste, kunnskap=grunnlag([_lagret()]), svar={plan.spoersmaal[0].noekkel: "a:7"})
    assert [endring.felt for endring in samme.avtaler[0].endringer] == ["navn"]


def test_only_what_the_list_says_is_changed_and_participants_it_leaves_out_stay():
    plan = les(
        ark(["Navn", "Org.nr", "Kommuner"], ["Felles arkiv", "964982953", "Vågan (vert)"]),
        kunnskap=grunnlag([_lagret()]),
    )
    (avtale,) = plan.avtaler
    assert [(e.felt, e.foer, e.etter) for e in avtale.endringer] == [("orgnr", "", "964982953")]
    assert [(e.felt, e.etter) for d in avtale.deltakere for e in d.endringer] == [("rolle", "vertskommune")]
    assert avtale.bare_i_registeret == (2,)
    assert (avtale.verdier.form, avtale.verdier.fra) == ("KO", date(2015, 1, 1))
    assert plan.kan_lagres


HODE = ["Avtale-id", "Avtale-versjon", "Navn på samarbeidet", "Samarbeidsform", "Organisasjonsnummer", "Deltakelse-id"]
HODE += ["Deltakelse-versjon", "Deltaker", "Rolle"]


def _hentet(versjon="3", navn="Felles arkiv", orgnr="", rolle="Deltaker"):
    return ark(
        HODE,
        ["7", versjon, navn, "Kommunalt oppgavefellesskap", orgnr, "1", "1", "Vågan", rolle],
        ["7", versjon, "Felles arkiv", "Kommunalt oppgavefellesskap", "", "2", "1", "Røst", "Deltaker"],
    )


def test_own_rows_brought_back_unchanged_change_nothing():
    plan = les(_hentet(), kunnskap=grunnlag([_lagret()]))
    assert (plan.avtaler[0].status, plan.spoersmaal) == (Status.UENDRET, ())


def test_own_rows_brought_back_with_one_cell_changed_change_that_alone():
    plan = les(_hentet(navn="Nytt navn", rolle="Vertskommune"), kunnskap=grunnlag([_lagret()]))
    (avtale,) = plan.avtaler
    assert [(e.felt, e.etter) for e in avtale.endringer] == [("navn", "Nytt navn")]
    assert [(e.felt, e.etter) for d in avtale.deltakere for e in d.endringer] == [("rolle", "vertskommune")]


def test_cell_that_is_emptied_in_own_rows_empties_the_field():
    plan = les(_hentet(), kunnskap=grunnlag([_lagret(orgnr="964982953")]))
    assert [(e.felt, e.etter) for e in plan.avtaler[0].endringer] == [("orgnr", "")]


def test_own_rows_of_an_older_version_are_asked_about():
    plan = les(_hentet(versjon="2", navn="Nytt navn"), kunnskap=grunnlag([_lagret()]))
    assert [(en.kode, en.forslag) for en in plan.spoersmaal] == [("endret_av_andre", "behold")]
    assert [melding.kode for melding in plan.avtaler[0].meldinger] == ["endret_siden"]
    svar = {plan.spoersmaal[0].noekkel: "bruk"}
    assert les(_hentet(versjon="2", navn="Nytt navn"), kunnskap=grunnlag([_lagret()]), svar=svar).kan_lagres
    behold = {plan.spoersmaal[0].noekkel: "behold"}
    assert not les(_hentet(versjon="2", navn="Nytt navn"), kunnskap=grunnlag([_lagret()]), svar=behold).kan_lagres


def test_id_that_is_not_the_region_s_is_refused():
    plan = les(_hentet(), kunnskap=grunnlag())
    assert [melding.kode for melding in plan.avtaler[0].meldinger] == ["ukjent_id"]


def test_rows_that_say_the_same_in_other_words_do_not_disagree():
    liste = ark(
        ["Samarbeid", "Form", "Org.nr", "Kommune"],
        ["Felles arkiv", "IKS", "964 982 953", "Vågan"],
        ["Felles arkiv", "Interkommunalt selskap", "964982953", "Røst"],
    )
    assert [melding.kode for melding in les(liste).avtaler[0].meldinger if melding.er_feil] == []


def test_rows_that_say_otherwise_must_be_mended():
    liste = ark(
        ["Samarbeid", "Form", "Org.nr", "Kommune"],
        ["Felles arkiv", "IKS", "964 982 953", "Vågan"],
        ["Felles arkiv", "KO", "964982953", "Røst"],
    )
    assert [m.kode for m in les(liste).avtaler[0].meldinger if m.er_feil] == ["ulike_verdier"]


def test_rows_whose_unread_form_differs_in_case_do_not_disagree():
    overskrifter = ["Navn", "Form", "Kommune", "Fra"]
    rader = [["Arkiv", "Vertskommune", "Vågan", "2020"], ["Arkiv", "vertskommune", "Røst", "2020"]]
    (avtale,) = les(ark(overskrifter, *rader), godta=True).avtaler
    assert (avtale.verdier.form, len(avtale.deltakere)) == ("VERT_ADM", 2)
    assert [melding.kode for melding in avtale.meldinger if melding.er_feil] == []


@pytest.mark.parametrize("andre", ["IKS", "Noe annet", "Vertskommune"])
def test_form_a_person_chooses_ends_the_quarrel_between_rows(andre):
    liste = ark(["Navn", "Form", "Eier", "Fra"], ["Arkiv", "§ 20-2", "Vågan", "2020"], ["Arkiv", andre, "Røst", "2020"])
    (avtale,) = les(liste).avtaler
    assert [melding.kode for melding in avtale.meldinger if melding.er_feil] == ["ulike_verdier"]
    plan = les(liste, egne={avtale.noekkel: {"form": "VERT_ADM"}})
    assert (plan.avtaler[0].verdier.form, plan.avtaler[0].status) == ("VERT_ADM", Status.NY)
    assert plan.kan_lagres


@pytest.mark.parametrize(
    ("kolonne", "celle", "svar", "grunn"),
    [
        ("Fra", "snart", "30.02.2015", "ugyldig_dato"),
        ("Fra", "snart", "i fjor", "ikke_dato"),
        ("Oppsigelse", "lenge", "veldig lenge", "ikke_tall"),
        ("Org.nr", "123", "456", "ugyldig_orgnr"),
    ],
)
def test_typed_answer_that_cannot_be_read_leaves_the_question_open_and_says_why(kolonne, celle, svar, grunn):
    fra = [] if kolonne == "Fra" else ["2020"]
    liste = ark(["Navn", "Form", "Deltakere", kolonne, *(["Fra"] if fra else [])], ["A", "KO", "Vågan", celle, *fra])
    (spoersmaal,) = les(liste).spoersmaal
    plan = les(liste, svar={spoersmaal.noekkel: f"som:{svar}"})
    (ubesvart,) = plan.ubesvarte
    assert (ubesvart.svar, ubesvart.avvist.kode, ubesvart.avvist.args["tekst"]) == (f"som:{svar}", grunn, svar)
    assert plan.avtaler[0].venter
    assert not plan.kan_lagres


def test_host_is_read_in_its_common_spellings_in_a_matrix():
    merker = ["x (verten)", "vertskomm.", "V", "h", "x, vert", "(vert)"]
    rader = [[f"Avtale {nr}", "§ 20-2", merke, "x", "x"] for nr, merke in enumerate(merker)]
    plan = les(ark(["Ordning", "Form", "Vågan", "Røst", "Flakstad"], *rader), svar=DATO)
    vertene = [avtale.deltakere[0] for avtale in plan.avtaler]
    assert [(d.navn, d.rolle, d.del_av, d.merknad) for d in vertene] == [("Vågan", "vertskommune", "", "")] * 6


def test_abbreviated_heading_of_the_host_keeps_the_mark():
    plan = les(ark(["Navn", "Form", "Deltakere", "Vertskom."], ["Arkiv", "§ 20-2", "Vågan*, Røst", "Vågan"]), svar=DATO)
    assert next((d.navn, d.rolle) for d in plan.avtaler[0].deltakere) == ("Vågan", "vertskommune")


@pytest.mark.parametrize("merke", ["?", "(?)", "x?", "usikker"])
def test_question_mark_in_a_matrix_is_asked_about(merke):
    liste = ark(["Ordning", "Vågan", "Røst", "Flakstad"], ["Arkiv", "x", merke, "x"], ["PPT", "x", "x", "x"])
    plan = les(liste, svar=DATO | AVTALE)
    (spoersmaal,) = plan.ubesvarte
    assert (spoersmaal.kode, spoersmaal.args) == ("usikker_deltaker", {"navn": "Røst", "avtale": "Arkiv"})
    assert deltakerne(plan) == ["Vågan", "Flakstad"]
    assert plan.avtaler[0].venter
    med = les(liste, svar=DATO | AVTALE | {spoersmaal.noekkel: "ja"})
    assert [(d.navn, d.del_av, d.merknad) for d in med.avtaler[0].deltakere][1] == ("Røst", "", "")
    uten = les(liste, svar=DATO | AVTALE | {spoersmaal.noekkel: "hopp"})
    assert deltakerne(uten) == ["Vågan", "Flakstad"]
    assert [melding.kode for melding in uten.avtaler[0].meldinger] == ["utelatt_deltaker"]
    assert uten.kan_lagres


# Who hosts and who owns -----------------------------------------------------------------------------------------------


def _meldinger(plan, nr=0):
    return [(melding.kode, dict(melding.args)) for melding in plan.avtaler[nr].meldinger]


@pytest.mark.parametrize(
    ("form", "deltakere", "roller"),
    [
        ("§ 20-2", "Vågan (vert), Røst", ["vertskommune", "samarbeidskommune"]),
        ("§ 20-3", "Vågan (vert), Røst (observatør)", ["vertskommune", "observatoer"]),
        ("§ 20-2", "Vågan (vert), Røst (deltaker)", ["vertskommune", "deltaker"]),
        ("§ 20-2", "Vågan, Røst", ["deltaker", "deltaker"]),
        ("KO", "Vågan (vert), Røst", ["vertskommune", "deltaker"]),
    ],
)
def test_those_who_are_not_host_of_a_host_cooperation_hand_over_to_it(form, deltakere, roller):
    plan = les(ark(["Navn", "Form", "Deltakere", "Fra"], ["Arkiv", form, deltakere, "2020"]))
    assert [deltaker.rolle for deltaker in plan.avtaler[0].deltakere] == roller


@pytest.mark.parametrize(
    ("form", "deltakere", "ventet"),
    [
        ("§ 20-2", "Vågan, Røst", [("ingen_vert", {})]),
        ("§ 20-2", "Vågan (vert), Røst", []),
        ("KO", "Vågan, Røst", []),
        ("IKS", "Vågan 40 %, Røst 50 %", [("andeler_ikke_hele", {"sum": "90\u00a0%"})]),
        ("IKS", "Vågan 60 %, Røst 50 %", [("andeler_ikke_hele", {"sum": "110\u00a0%"})]),
        ("IKS", "Vågan 40 %, Røst 60 %", []),
        ("IKS", "Vågan 1/3, Røst 2/3", []),
        ("IKS", "Vågan, Røst", []),
        ("AS", "Vågan 40 %, Røst 50 %", []),
    ],
)
def test_missing_host_and_shares_that_are_not_the_whole_are_remarked_on(form, deltakere, ventet):
    plan = les(ark(["Navn", "Form", "Deltakere", "Fra"], ["Arkiv", form, deltakere, "2020"]))
    assert _meldinger(plan) == ventet
    assert plan.kan_lagres


def test_host_of_the_register_counts_when_the_list_does_not_name_it():
    lagret = Avtaleverdier("Felles arkiv", "VERT_ADM", "tjenesteyting", fra=date(2020, 1, 1))
    vert = Registerdeltakelse(1, 1, partnavn("Vågan"), "vertskommune", date(2020, 1, 1))
    kunnskap = grunnlag([Registeravtale(7, 1, lagret, (vert,))])
    plan = les(ark(["Navn", "Deltakere"], ["Felles arkiv", "Vågan, Røst"]), kunnskap=kunnskap)
    assert [(d.navn, d.rolle) for d in plan.avtaler[0].deltakere] == [
        ("Vågan", "vertskommune"), ("Røst", "samarbeidskommune"),
    ]  # fmt: skip
    assert _meldinger(plan) == []
