"""The shared parts of the pages: fields, error summary, and the parts that keep the address."""

import re

from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory

from samarbeid.kontekst import Side


class Proeveskjema(forms.Form):
    navn = forms.CharField(label="Navn", help_text="Som i avtalen.", error_messages={"required": "Skriv navnet."})
    klasse = forms.ChoiceField(
        label="Slag",
        widget=forms.RadioSelect,
        choices=[("a", "A"), ("b", "B")],
        error_messages={"required": "Velg slag."},
    )
    beloep = forms.CharField(label="Budsjett", required=False)
    beloep.enhet = "kr"
    utkast = forms.BooleanField(label="Utkast", required=False)

    def clean(self):
        raise forms.ValidationError("Skjemaet henger ikke sammen.")


def vis(mal: str, **innhold) -> str:
    return Template("{% load side %}" + mal).render(Context(innhold))


def test_text_field_ties_label_help_and_error_to_the_input():
    html = str(Proeveskjema({})["navn"].as_field_group())
    assert '<label class="ds-label" for="id_navn">Navn</label>' in html
    assert 'id="id_navn_helptext"' in html
    assert 'id="id_navn_error"' in html
    assert 'aria-describedby="id_navn_helptext id_navn_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'class="ds-input"' in html


def test_radio_field_is_a_fieldset_with_its_question():
    html = str(Proeveskjema({})["klasse"].as_field_group())
    assert 'aria-describedby="id_klasse_error"' in html
    assert re.search(r"<legend[^>]*>Slag</legend>", html)
    assert html.index("Velg slag.") < html.index('type="radio"')


def test_optional_field_says_so_unless_the_form_is_a_filter():
    skjema = Proeveskjema()
    assert "(valgfritt)" in skjema["beloep"].as_field_group()
    assert "(valgfritt)" not in skjema["utkast"].as_field_group()
    skjema.skjul_valgfritt = True
    assert "(valgfritt)" not in skjema["beloep"].as_field_group()


def test_unit_stands_behind_the_input():
    assert '<span class="ds-field-affix" aria-hidden="true">kr</span>' in Proeveskjema()["beloep"].as_field_group()


def test_error_summary_links_to_inputs_that_are_on_the_page():
    html = vis("{% feiloppsummering form %}{{ form }}", form=Proeveskjema({"beloep": "<b>"}))
    ankre = re.findall(r'href="#([^"]+)"', html)
    assert ankre == ["id_navn", "id_klasse_0"]
    assert all(f'id="{anker}"' in html for anker in ankre)
    assert "<li>Skjemaet henger ikke sammen.</li>" in html
    assert html.count("Skriv navnet.") == 2


def test_error_summary_of_formset_and_of_nothing():
    sett = forms.formset_factory(Proeveskjema, extra=0)
    data = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-klasse": "a"}
    assert 'href="#id_form-0-navn"' in vis("{% feiloppsummering a b %}", a=None, b=sett(data))
    assert vis("{% feiloppsummering a b %}", a=None, b=Proeveskjema()).strip() == ""


def test_typed_text_is_escaped_everywhere():
    skjema = Proeveskjema({"navn": '"><script>alert(1)</script>', "beloep": "<b>"})
    assert "<script>" not in vis("{% feiloppsummering form %}{{ form }}", form=skjema)


def test_sidevelger_keeps_the_other_choices():
    request = RequestFactory().get("/avtaler/?form=ipr&side=2")
    html = render_to_string("komponenter/sidevelger.html", {"sider": Paginator(range(90), 25).get_page(2)}, request)
    assert 'href="?form=ipr&amp;side=3"' in html
    assert "Side 2 av 4" in html


def test_datovelger_shows_the_day_and_the_way_back():
    side = Side(RequestFactory().get("/kommuner/4640/?dato=1.1.2019&vis=alle"))
    html = render_to_string("komponenter/datovelger.html", {"siden": side})
    assert "Du ser hvordan det var 1. januar 2019." in html
    assert 'href="?vis=alle"' in html
    assert '<input type="hidden" name="vis" value="alle">' in html


def test_datovelger_says_what_it_could_not_read():
    html = render_to_string("komponenter/datovelger.html", {"siden": Side(RequestFactory().get("/?dato=tull"))})
    assert "«tull» kan ikke leses som en dato. Siden viser i dag." in html
    assert "<details open>" in html
