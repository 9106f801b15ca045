"""The agreement form in depth: ordered purposes, tasks with KOSTRA functions, terms, roles and notices."""

from datetime import date

import pytest
from django.urls import reverse

from avtaler.forms.formaalsliste import Formaalsfelt, delt_i_linjer, flytt
from avtaler.forms.oppgavevalg import OMRAADENAVN, omraade
from avtaler.models import Avtale, Oppgave
from avtaler.referanse import kostranavn
from tests.fabrikker import lag_avtale, lag_bruker, lag_oppgave, lag_region

A, B, C = "A", "B", "C"


@pytest.mark.parametrize(
    ("handling", "ventet", "plass"),
    [
        ("opp-1", [B, A, C], 0),
        ("ned-1", [A, C, B], 2),
        ("opp-0", [A, B, C], 0),
        ("ned-2", [A, B, C], 2),
        ("fjern-1", [A, C], 0),
        ("legg_til", [A, B, C, ""], 3),
        ("opp-99", [A, B, C], 0),
        ("opp-99999999", [A, B, C], 0),
        ("opp-x", [A, B, C], 0),
        ("tull", [A, B, C], 0),
        ("", [A, B, C], 0),
    ],
)
def test_button_of_the_purposes(handling, ventet, plass):
    assert flytt([A, B, C], handling) == (ventet, plass)


def test_the_last_purpose_that_is_removed_leaves_an_empty_box():
    assert flytt([A], "fjern-0") == ([""], 0)
    assert flytt([], "legg_til") == (["", ""], 1)


def test_pasted_list_is_split_and_a_stored_purpose_keeps_its_lines():
    assert delt_i_linjer(["Ett\n\n To", "Et\nlagret"], unntatt=["Et\nlagret"]) == ["Ett", "To", "Et\nlagret"]


@pytest.mark.parametrize("verdi", [["x"] * 61, ["x" * 20_001], ["a\x00b"]])
def test_purposes_that_cannot_be_stored_are_refused(verdi):
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError):
        Formaalsfelt(required=False).clean(verdi)


@pytest.mark.django_db
def test_every_task_has_a_kostra_function_that_exists():
    koder = dict(Oppgave.objects.values_list("kode", "kostra_funksjon"))
    assert len(koder) > 30
    assert set(koder.values()) <= set(kostranavn())
    assert kostranavn()["244"]


def test_task_stands_under_the_hall_of_its_function():
    assert omraade(Oppgave(kostra_funksjon="244")) == "mennesker"
    assert omraade(Oppgave()) in OMRAADENAVN


@pytest.fixture
def region():
    return lag_region("Sogn", slug="sogn")


@pytest.fixture
def kari(region):
    return lag_bruker("koordinator", region=region, navn="Kari Koordinator")


@pytest.fixture
def leser(som, kari):
    return som(kari)


def _data(region, **felt):
    return {"form": "KO", "navn": "Sogn KO", "region": region.pk, "klasse": "tjenesteyting", "maalform": "nn",
            "eget_rettssubjekt": "nei", "formaal": []} | felt  # fmt: skip


NY = "avtaler:ny"


@pytest.mark.django_db
def test_moving_a_purpose_keeps_what_was_typed_and_saves_nothing(leser, region):
    data = _data(region, formaal=["Andre", "Første"], navn="Halv", formaal_handling="opp-1")
    svar = leser.post(reverse(NY), data)
    tekst = svar.content.decode()
    assert svar.status_code == 200
    assert tekst.index("Første</textarea>") < tekst.index("Andre</textarea>")
    assert 'value="Halv"' in tekst
    assert "feiloppsummering" not in tekst
    assert not Avtale.objects.exists()


@pytest.mark.django_db
def test_saved_agreement_has_its_terms_roles_owner_and_purposes_in_order(leser, region, kari):
    data = _data(
        region, formaal=["Ett", "", "To"], roller=["tjenesteyting"], fra="1.1.2027", oppsigelse_maaneder="12",
        oppsigelse_regel="fra_aarsskifte", bundet_til="1.1.2030", delvis_ikrafttreden="on", andre_deltakere="113",
        dataeier=kari.pk, evalueres_hvert_aar="4", sist_evaluert="1.6.2025",
    )  # fmt: skip
    svar = leser.post(reverse(NY), data)
    avtale = Avtale.objects.get()
    assert svar.status_code == 302
    assert list(avtale.formaal.values_list("tekst", flat=True)) == ["Ett", "To"]
    assert (avtale.oppsigelse_regel, avtale.bundet_til) == ("fra_aarsskifte", date(2030, 1, 1))
    assert (avtale.delvis_ikrafttreden, avtale.andre_deltakere, avtale.dataeier) == (True, 113, kari)
    assert (avtale.evalueres_hvert_aar, avtale.sist_evaluert, avtale.roller) == (4, date(2025, 6, 1), ["tjenesteyting"])


@pytest.mark.django_db
def test_what_does_not_go_together_is_told_and_saved(leser, region):
    svar = leser.post(reverse(NY), _data(region, roller=["lokaldemokrati"]), follow=True)
    assert "lite aktuelle å dele" in svar.content.decode()
    assert Avtale.objects.get().roller == ["lokaldemokrati"]


@pytest.mark.django_db
def test_notice_with_its_paragraph_stands_in_the_checklist_while_typing(leser, region):
    data = _data(region, form="IPR", oppgaver=[lag_oppgave("Barnevern", kode="vern").pk])
    svar = leser.post(reverse(NY), data, headers={"HX-Request": "true", "HX-Target": "sjekkliste"})
    assert "koml. § 18-1<" in svar.content.decode()


@pytest.mark.django_db
def test_tasks_show_their_function_and_the_group_with_a_choice_is_open(leser, region):
    avtale = lag_avtale(region=region, oppgaver=[Oppgave.objects.get(kode="barnevern")])
    tekst = leser.get(reverse("avtaler:endre", args=[avtale.pk])).content.decode()
    assert f"244 {kostranavn()['244']}" in tekst
    assert tekst.count('<details class="oppgavegruppe" open>') == 1


@pytest.mark.django_db
def test_owner_is_one_who_keeps_the_region_and_never_anybody_else(leser, region):
    fremmed = lag_bruker("koordinator", region=lag_region())
    svar = leser.post(reverse(NY), _data(region, dataeier=fremmed.pk))
    assert svar.status_code == 422
    assert not Avtale.objects.exists()


@pytest.mark.django_db
def test_seldom_used_groups_are_folded_until_something_is_in_them(leser, region):
    folder = 'class="skjemagruppe"'
    tom, brukt = lag_avtale(region=region), lag_avtale(region=region, evalueres_hvert_aar=4, roller=["utvikling"])
    assert leser.get(reverse("avtaler:endre", args=[tom.pk])).content.decode().count(folder) == 2
    assert folder not in leser.get(reverse("avtaler:endre", args=[brukt.pk])).content.decode()


@pytest.mark.django_db
def test_conflict_shows_purposes_and_roles_as_words(leser, region):
    avtale = lag_avtale(region=region, formaal=["Deres"], roller=["utvikling"])
    data = _data(region, formaal=["Mitt", "Mitt andre"], roller=["tjenesteyting"], versjon=avtale.versjon - 1)
    svar = leser.post(reverse("avtaler:endre", args=[avtale.pk]), data)
    tekst = svar.content.decode()
    assert svar.status_code == 409
    assert "Mitt<br>Mitt andre" in tekst
    assert "<td>Tjenesteyting</td><td>Nærings- og lokalsamfunnsutvikling</td>" in tekst


@pytest.mark.django_db
def test_new_name_of_a_published_agreement_is_saved_and_is_the_councils_to_adopt(leser, region):
    avtale = lag_avtale("Gammelt KO", region=region, fra=date(2020, 1, 1))
    data = _data(region, navn="Nytt KO", fra="1.1.2020", versjon=avtale.versjon)
    svar = leser.post(reverse("avtaler:endre", args=[avtale.pk]), data, follow=True)
    avtale.refresh_from_db()
    assert avtale.navn == "Nytt KO"
    assert "Alle kommunestyrene og fylkestingene må selv vedta" in svar.content.decode()
