"""The reference data as they ship, and how their text is parsed."""

from collections import Counter
from datetime import date

from kommuner.domene.referanse import FOER_REGISTERET, Folketall, folketall_av, koder_av
from kommuner.referanse import les_enheter, les_folketall, les_fylker, les_kommuner, les_kostra_funksjoner

KOMMUNER = {kommune.nummer: kommune for kommune in les_kommuner()}
FOLKETALL = {(f.nummer, f.aar): f for f in les_folketall()}


def _gyldig_orgnr(orgnr):
    sum_ = sum(int(siffer) * vekt for siffer, vekt in zip(orgnr, (3, 2, 7, 6, 5, 4, 3, 2, 1), strict=True))
    return sum_ % 11 == 0


def test_357_municipalities_with_valid_and_unique_organisation_numbers():
    assert len(KOMMUNER) == len({k.orgnr for k in KOMMUNER.values()}) == 357
    assert all(_gyldig_orgnr(k.orgnr) for k in KOMMUNER.values())


def test_language_forms_are_those_of_the_regulation():
    assert Counter(k.maalform for k in KOMMUNER.values()) == {"nb": 118, "nn": 88, "noeytral": 151}
    assert (KOMMUNER["4640"].navn, KOMMUNER["4640"].maalform) == ("Sogndal", "nn")


def test_norwegian_and_parallel_names_are_apart():
    assert (KOMMUNER["5540"].navn, KOMMUNER["5540"].parallelle) == ("Kåfjord", ("Gáivuotna", "Kaivuono"))
    assert not any(tegn in kommune.navn for kommune in KOMMUNER.values() for tegn in "()|")


def test_every_municipality_lies_in_one_of_15_counties():
    fylker = {fylke.nummer: fylke for fylke in les_fylker()}
    assert len(fylker) == 15
    assert {k.fylke for k in KOMMUNER.values()} == set(fylker)
    assert [f.navn for f in fylker.values() if not f.orgnr] == ["Oslo"]


def test_population_adds_up_to_the_country():
    """SSB's national totals; Etnedal 2026 (1 593 in the source) is left out."""
    riket = Counter()
    for folketall in FOLKETALL.values():
        riket[folketall.aar] += folketall.verdi
    assert [riket[aar] for aar in (2020, 2021, 2022, 2023, 2024, 2025)] == [
        5_367_580,
        5_391_369,
        5_425_270,
        5_488_984,
        5_550_203,
        5_594_340,
    ]
    assert riket[2026] == 5_627_400 - 1_593
    assert ("3450", 2026) not in FOLKETALL


def test_9k_population_of_2003_is_provisional_and_sums():
    ni = [FOLKETALL[nummer, 2003] for nummer in "0701 0702 0704 0714 0716 0719 0720 0722 0723".split()]
    assert sum(f.verdi for f in ni) == 120_161
    assert Counter(f.kvalitet for f in ni) == {"forelopig": 8, "endelig": 1}


def test_every_population_figure_belongs_to_a_number_valid_that_day():
    gyldige = {}
    for aar in range(2001, 2027):
        dato = date(aar, 1, 1)
        gyldige |= {(e.identitet(dato).nummer, aar): e for e in les_enheter().gyldige(dato)}
    assert set(FOLKETALL) <= set(gyldige)


def test_folketall_cell_carries_its_quality():
    tekst = "nummer,2001,2002,2003\n0001,,10p,12t\n0002,5,,\n"
    assert list(folketall_av(tekst)) == [
        Folketall("0001", 2002, 10, "forelopig"),
        Folketall("0001", 2003, 12, "tilnaermet"),
        Folketall("0002", 2001, 5, "endelig"),
    ]
    assert next(folketall_av(tekst)).dato == date(2002, 1, 1)


def test_unknown_start_of_a_code_is_before_the_register():
    (kode,) = koder_av("nummer,navn,parallelle,fra,til\n0716,Våle,,,2002-01-01\n")
    assert (kode.fra, kode.til) == (FOER_REGISTERET, date(2002, 1, 1))


def test_kostra_functions_have_unique_numbers():
    funksjoner = {f.nummer: f.navn for f in les_kostra_funksjoner()}
    assert len(funksjoner) == 83
    assert funksjoner["290"] == "Interkommunale samarbeid"
