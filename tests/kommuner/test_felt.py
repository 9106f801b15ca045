"""Form fields: what is cleaned, which sentence is shown, and that the typed text stays."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from django import forms
from django.core.exceptions import ValidationError

from kommuner.felt import AndelFelt, BeloepFelt, DatoFelt, DesimalFelt, HeltallFelt, ProsentFelt


class Skjema(forms.Form):
    beloep = BeloepFelt()
    dato = DatoFelt()
    andel = AndelFelt(required=False)


def _setning(felt, tekst):
    with pytest.raises(ValidationError) as feil:
        felt.clean(tekst)
    return feil.value.messages[0].replace("\u00a0", " ")


def test_fields_clean_to_exact_values():
    skjema = Skjema({"beloep": "1.234,50 kr", "dato": "21. mars 2023", "andel": "1/9"})
    assert skjema.is_valid()
    assert skjema.cleaned_data == {"beloep": 123450, "dato": date(2023, 3, 21), "andel": Fraction(1, 9)}


def test_empty_optional_field_is_none_and_required_is_told():
    skjema = Skjema({"beloep": " ", "dato": "", "andel": " "})
    assert not skjema.is_valid()
    assert set(skjema.errors) == {"beloep", "dato"}
    assert skjema.cleaned_data == {"andel": None}


@pytest.mark.parametrize(
    ("felt", "tekst", "setning"),
    [
        (BeloepFelt(), "12.500", "«12.500» kan bety 12 500 kroner eller 12,50 kroner. Skriv 12 500 eller 12,50."),
        (
            BeloepFelt(),
            "12.345",
            "«12.345» kan leses på to måter. Mener du 12 345 kroner, skriv 12 345. "
            "Øre skrives med komma og høyst to siffer.",
        ),
        (BeloepFelt(), "mye", "«mye» kan ikke leses som et beløp. Skriv for eksempel 12 500 eller 1 234,50."),
        (BeloepFelt(), "−5", "«−5» er et negativt beløp. Skriv null kroner eller mer."),
        (BeloepFelt(), "1 234,567", "«1 234,567» har mer enn to siffer etter kommaet. Skriv hele øre, som 1 234,50."),
        (BeloepFelt(), "1" * 61, "Teksten er for lang. Skriv høyst 60 tegn."),
        (BeloepFelt(), "1" * 20, f"«{'1' * 20}» er et større tall enn feltet tar imot. Kontroller antall siffer."),
        (HeltallFelt(), "12,5", "«12,5» er ikke et helt tall. Skriv tallet uten desimaler."),
        (HeltallFelt(), "12.345", "«12.345» kan bety 12 345 eller 12,345. Skriv 12 345 med mellomrom mellom tusenene."),
        (HeltallFelt(), "-1", "«-1» er negativt. Skriv null eller mer."),
        (ProsentFelt(), "101", "«101» er mer enn det hele. Skriv en prosent fra 0 til 100."),
        (
            ProsentFelt(),
            "12.500",
            "«12.500» kan bety 12 500 eller 12,50. Skriv prosenten med komma, for eksempel 12,5.",
        ),
        (AndelFelt(), "0,5", "«0,5» kan bety 0,5 % eller 50 %. Skriv 0,5 % eller 50 % med prosenttegn."),
        (AndelFelt(), "x", "«x» kan ikke leses som en andel. Skriv en brøk som 1/9 eller en prosent som 11,5 %."),
        (AndelFelt(), "1/0", "«1/0» er ikke en brøk: Tallet under streken kan ikke være null."),
        (DatoFelt(), "31.2.2023", "Datoen «31.2.2023» finnes ikke. Kontroller dag og måned, og skriv som 21.03.2023."),
        (DatoFelt(), "21. mars", "«21. mars» mangler årstall. Skriv dag, måned og år, som 21.03.2023."),
        (DatoFelt(), "21-03-23", "«21-03-23» kan bety 21.03.2023 eller 23.03.2021. Skriv 21.03.2023 eller 23.03.2021."),
        (DatoFelt(), "i går", "«i går» kan ikke leses som en dato. Skriv dag, måned og år, som 21.03.2023."),
    ],
)
def test_unreadable_text_gives_a_sentence_with_the_text_in_it(felt, tekst, setning):
    assert _setning(felt, tekst) == setning


def test_negative_amount_is_let_through_where_it_may_be():
    assert BeloepFelt(negativ=True).clean("−5") == -500


def test_typed_text_is_shown_again_on_error():
    skjema = Skjema({"beloep": "12.500", "dato": "31.2.2023"})
    assert not skjema.is_valid()
    assert [skjema[navn].value() for navn in ("beloep", "dato")] == ["12.500", "31.2.2023"]
    assert 'value="12.500"' in str(skjema["beloep"])


def test_stored_values_are_shown_as_norwegians_type_them():
    skjema = Skjema(initial={"beloep": 1234550, "dato": date(2023, 3, 21), "andel": Fraction(23, 200)})
    vist = [skjema[navn].value() for navn in ("beloep", "dato", "andel")]
    assert vist == ["12\u00a0345,50", "21.03.2023", "11,5\u00a0%"]
    assert skjema.fields["beloep"].widget.attrs["inputmode"] == "decimal"


@pytest.mark.parametrize(
    ("felt", "verdi"),
    [
        (BeloepFelt(negativ=True), -1234550),
        (BeloepFelt(), 0),
        (HeltallFelt(), 12500),
        (DatoFelt(), date(2023, 3, 21)),
        (AndelFelt(), Fraction(1, 3)),
        (AndelFelt(), Fraction(1, 100)),
        (ProsentFelt(), Fraction(1, 8)),
        (DesimalFelt(), Decimal("12.25")),
    ],
)
def test_shown_value_sent_back_is_unchanged(felt, verdi):
    vist = felt.prepare_value(verdi)
    assert felt.clean(vist) == verdi
    assert not felt.has_changed(verdi, vist)
    assert felt.has_changed(verdi, "7,x")


@pytest.mark.parametrize(
    ("tekst", "ord_"), [("1.234", "kan bety"), ("-1", "negativt"), ("1,234567", "to siffer"), ("99999", "større tall")]
)
def test_posts_that_cannot_be_are_refused_in_a_sentence(tekst, ord_):
    with pytest.raises(ValidationError, match=ord_):
        DesimalFelt().clean(tekst)
