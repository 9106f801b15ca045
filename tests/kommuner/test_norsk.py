"""The template filters."""

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from django.template import Context, Template
from django.utils import translation

from kommuner.domene.periode import Periode


def _vis(uttrykk, verdi):
    return Template("{% load norsk %}{{ x|" + uttrykk + " }}").render(Context({"x": verdi})).replace("\u00a0", "_")


@pytest.mark.parametrize(
    ("filter_", "verdi", "tekst"),
    [
        ("kroner", 123450, "1_234,50_kr"),
        ("beloep", 123450, "1_234,50"),
        ("tall", 120161, "120_161"),
        ("prosent", Fraction(1, 9), "11,1_%"),
        ("prosent:2", Fraction(1, 9), "11,11_%"),
        ("andel", Fraction(1, 9), "11,1_% (1/9)"),
        ("kroner:True", 31000, "310,00_kr"),
        ("kroner:False", 31000, "310_kr"),
        ("beloep:True", 31000, "310,00"),
        ("dato", date(2023, 3, 21), "21. mars 2023"),
        ("kort_dato", date(2023, 3, 21), "21.03.2023"),
        ("kort_dato", datetime(2023, 3, 21, 23, 30, tzinfo=UTC), "22.03.2023"),
        ("siste_dag", date(2020, 1, 1), "31.12.2019"),
        ("periode", Periode(date(2003, 1, 1), date(2004, 1, 1)), "01.01.2003 – 31.12.2003"),
    ],
)
def test_filter_writes_as_norwegians_do(filter_, verdi, tekst):
    assert _vis(filter_, verdi) == tekst


@pytest.mark.parametrize("filter_", "kroner beloep tall prosent andel dato kort_dato siste_dag periode".split())
def test_nothing_is_written_as_nothing(filter_):
    assert _vis(filter_, None) == ""


def test_running_periode_says_from_when():
    with translation.override("nb"):
        assert _vis("periode", Periode(date(2020, 1, 1))) == "fra 01.01.2020"


@pytest.mark.parametrize(
    ("tekst", "vist"),
    [
        ("Krav i koml. § 20-4(2).", 'Krav i <span class="udelt">koml. § 20-4(2)</span>.'),
        ("Til sammen 100 000 kr & mer", 'Til sammen <span class="udelt">100 000 kr</span> &amp; mer'),
        ("<b>ingenting</b>", "&lt;b&gt;ingenting&lt;/b&gt;"),
        ("", ""),
        (None, ""),
    ],
)
def test_udelt_keeps_paragraphs_and_amounts_on_one_line_and_escapes_the_rest(tekst, vist):
    assert _vis("udelt", tekst) == vist
