"""The form of one row: what Norwegians type, what is refused, and what it never reaches."""

from datetime import date, time

import pytest
from django.http import QueryDict

from avtaler.forms.radskjema import Radskjema, norsk_felt
from avtaler.models import Finansiering, Moete, Organ, Setetall
from tests.fabrikker import lag_avtale, lag_kommune


class Seteskjema(Radskjema):
    """Seats of one party, without a choice of parties unless it is given one."""

    class Meta(Radskjema.Meta):
        model = Setetall
        fields = ("part", "medlemmer", "varamedlemmer", "fra", "til")


def _send(**felt):
    return QueryDict("&".join(f"{navn}={verdi}" for navn, verdi in felt.items()))


def _felt(modell, navn):
    return norsk_felt(modell._meta.get_field(navn))


def test_last_day_is_typed_and_the_day_after_is_kept():
    felt = _felt(Setetall, "til")
    assert felt.clean("14. oktober 2027") == date(2027, 10, 15)
    assert felt.prepare_value(date(2027, 10, 15)) == "14.10.2027"


def test_amounts_are_typed_in_kroner_and_kept_in_oere():
    assert _felt(Finansiering, "beloep_oere").clean("1 350 000,50") == 135_000_050


@pytest.mark.parametrize("tekst", ["18.30", "18:30"])
def test_time_is_typed_with_a_point_or_a_colon_and_shown_with_a_point(tekst):
    felt = _felt(Moete, "klokka")
    assert felt.clean(tekst) == time(18, 30)
    assert felt.widget.format_value(felt.prepare_value(time(18, 30))) == "18.30"


def test_choice_that_may_be_left_out_says_so():
    assert str(_felt(Organ, "beslutningsregel").choices[0][1]) == "Ikke oppgitt"


@pytest.mark.django_db
def test_relation_without_a_selection_has_no_choices():
    lag_kommune("Vik")
    assert list(Seteskjema(instance=Setetall()).fields["part"].queryset) == []


@pytest.mark.django_db
@pytest.mark.parametrize("noekkel", ["x", "999999999999999999999999", "-1", ""])
def test_choice_outside_the_selection_is_a_sentence_at_the_field(noekkel):
    vik = lag_kommune("Vik")
    data = _send(part=noekkel, medlemmer="2", varamedlemmer="2", fra="1.1.2024")
    skjema = Seteskjema(data, instance=Setetall(), utvalg={"part": type(vik).objects.filter(pk=vik.pk)})
    assert not skjema.is_valid()
    assert set(skjema.errors) == {"part"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("felt", "galt"),
    [
        ({"medlemmer": "-1"}, "medlemmer"),
        ({"medlemmer": "99999999999999999999"}, "medlemmer"),
        ({"fra": "31.2.2024"}, "fra"),
        ({"til": "31.12.2023"}, "til"),
        ({"til": "31.12.9999"}, "til"),
    ],
)
def test_what_cannot_be_is_told_at_its_field_and_only_there(felt, galt):
    vik = lag_kommune("Vik")
    data = _send(**({"part": vik.pk, "medlemmer": "2", "varamedlemmer": "2", "fra": "1.1.2024"} | felt))
    skjema = Seteskjema(data, instance=Setetall(), utvalg={"part": type(vik).objects.all()})
    assert not skjema.is_valid()
    assert set(skjema.errors) == {galt}


def test_form_of_a_new_row_has_read_no_version():
    assert Seteskjema(instance=Setetall())["versjon"].value() == 0


@pytest.mark.django_db
def test_mine_against_theirs_names_only_what_differs_and_as_people_write_it():
    organ = Organ.objects.create(avtale=lag_avtale(), type="representantskap")
    vik = lag_kommune("Vik")
    lagret = Setetall.objects.create(organ=organ, part=vik, medlemmer=2, fra=date(2024, 1, 1), til=date(2028, 1, 1))
    data = _send(part=vik.pk, medlemmer="3", varamedlemmer="0", fra="1.1.24", til="31.12.2026")
    skjema = Seteskjema(data, instance=lagret, utvalg={"part": type(vik).objects.all()})
    assert [(ulik.mitt, ulik.lagret) for ulik in skjema.forskjeller()] == [("3", "2"), ("31.12.2026", "31.12.2027")]


class Foelgeskjema(Radskjema):
    """The name of an organ, what it stands under and what it follows."""

    class Meta(Radskjema.Meta):
        model = Organ
        fields = ("type", "navn", "overordnet", "foelger")


@pytest.mark.django_db
def test_saving_something_else_keeps_what_the_row_holds_outside_the_choices_and_lets_in_nothing_more():
    avtale, fulgt, fremmed = lag_avtale(), lag_avtale("Fulgt"), lag_avtale("Fremmed")
    over = Organ.objects.create(avtale=avtale, type="representantskap")
    organ = Organ.objects.create(avtale=avtale, type="styre", overordnet=over)
    organ.foelger.add(fulgt)
    data = _send(type="styre", navn="Styret", overordnet=over.pk, foelger=fulgt.pk)
    skjema = Foelgeskjema(data, instance=organ)
    assert skjema.is_valid(), skjema.errors
    assert (skjema.cleaned_data["overordnet"], list(skjema.cleaned_data["foelger"])) == (over, [fulgt])
    assert not Foelgeskjema(_send(type="styre", foelger=fremmed.pk), instance=organ).is_valid()


@pytest.mark.django_db
def test_choices_keep_their_order_when_widened():
    avtale = lag_avtale()
    utvalg = type(avtale).objects.filter(pk__in=[lag_avtale("B").pk, lag_avtale("C").pk]).order_by("-navn")
    organ = Organ.objects.create(avtale=avtale, type="styre")
    organ.foelger.add(lag_avtale("A"))
    skjema = Foelgeskjema(instance=organ, utvalg={"foelger": utvalg})
    assert [rad.navn for rad in skjema.fields["foelger"].queryset] == ["C", "B", "A"]
