"""Whether councils say the same: what is no deviation, what is, and who deviates on what."""

import pytest

from avtaler.domene.samsvar import Forslag, Ordlyd, Punkt, avvik_fra, er_like_ord, samsvar

FORSLAGET = "Kommunestyret vedtar avtalen."
VERT = Punkt(id=1, navn="vertskommune", tekst="Os kommune er vertskommune.")
START = Punkt(id=2, navn="oppstart", tekst="Samarbeidet begynner 1. januar 2027.")
LANDBRUK = Forslag(
    tekst="Kommunestyret vedtar avtalen om felles landbrukskontor. Os kommune er vertskommune. "
    "Samarbeidet begynner 1. januar 2027.",
    punkter=(VERT, START),
)


def ordlyd(hvem: str, tekst: str = "", **punkter: str) -> Ordlyd:
    numre = {"vert": 1, "start": 2}
    return Ordlyd(hvem=hvem, tekst=tekst, punkter={numre[navn]: ord_ for navn, ord_ in punkter.items()})


@pytest.mark.parametrize(
    "annet",
    [
        "Kommunestyret vedtar avtalen", " kommunestyret\nvedtar  avtalen ", "Kommunestyret vedtar avtalen;",
        "Kommunestyret\u00a0vedtar avtalen.", "Kommune\u00adstyret vedtar avtalen.", "KOMMUNESTYRET VEDTAR AVTALEN.",
        "Kommune-\nstyret vedtar avtalen.", "Kommunestyret vedtar avtalen.\u200b",
    ],
)  # fmt: skip
def test_what_says_nothing_is_no_deviation(annet):
    assert er_like_ord(annet, FORSLAGET)


@pytest.mark.parametrize(
    "annet",
    [
        "Kommunestyret vedtar, avtalen.", "Kommunestyret vedtar ikke avtalen.", "", "Kommunestyret vedtek avtalen.",
        "Kommunestyret avtalen vedtar.", "Kommunestyret vedtar avtalen. Vedtaket evalueres.",
    ],
)  # fmt: skip
def test_every_other_difference_is_a_deviation(annet):
    assert not er_like_ord(annet, FORSLAGET)


@pytest.mark.parametrize(
    ("ett", "annet", "like"),
    [
        ("Avtalen «Sogn KO»", 'Avtalen "Sogn KO"', True),
        ("Avtalen “Sogn KO”", "Avtalen „Sogn KO‟", True),
        ("2027–2030", "2027-2030", True),
        ("IKT‑samarbeidet", "IKT-samarbeidet", True),
        ("IKT-\nsamarbeidet", "IKT-samarbeidet", True),
        ("nord- og sørsida", "nord og sørsida", False),
        ("5-10 prosent", "510 prosent", False),
        ("1 000 000 kroner", "1 100 000 kroner", False),
        ("§ 20-4", "§ 20-5", False),
        ("å", "a\u030a", True),
        ("a", "å", False),
    ],
)
def test_kinds_of_marks_say_nothing_and_figures_do(ett, annet, like):
    assert er_like_ord(ett, annet) is like


def test_three_choose_os_and_tolga_itself():
    """NIVI 2016: four councils, three chose Os as host, one Tolga."""
    tolga = LANDBRUK.tekst.replace("Os", "Tolga")
    alle = [ordlyd("Os"), ordlyd("Rendalen", LANDBRUK.tekst.upper()), ordlyd("Tynset"),
            ordlyd("Tolga", tolga, vert="Tolga kommune er vertskommune")]  # fmt: skip
    funnet = samsvar(LANDBRUK, alle, antall=4)
    assert funnet.felles_antall == 3
    assert [(en.punkt, en.hvem) for en in funnet.avvik] == [(VERT, ("Tolga",))]
    assert [(gruppe.hvem, gruppe.er_forslaget) for gruppe in funnet.grupper] == [
        (("Os", "Rendalen", "Tynset"), True), (("Tolga",), False),
    ]  # fmt: skip


def test_three_who_say_the_same_against_the_proposal_are_the_common_words():
    vert = "Tynset kommune er vertskommune."
    med = [ordlyd(navn, vert=vert) for navn in ("Os", "Tynset")]
    alle = [*med, ordlyd("Rendalen", vert=vert.upper()), ordlyd("Tolga")]
    funnet = samsvar(LANDBRUK, alle, antall=4)
    assert funnet.felles_antall == 3
    assert not funnet.felles.er_forslaget
    assert [(en.punkt, en.hvem) for en in funnet.avvik] == [(VERT, ("Tolga",))]


def test_half_of_the_councils_do_not_make_common_words():
    vert = "Tynset kommune er vertskommune."
    alle = [ordlyd("Os"), ordlyd("Rendalen", vert=vert), ordlyd("Tynset", vert=vert)]
    funnet = samsvar(LANDBRUK, alle, antall=4)
    assert (funnet.felles_antall, funnet.felles.er_forslaget) == (1, True)
    assert funnet.avvik[0].hvem == ("Rendalen", "Tynset")


def test_all_with_the_same_other_words_are_alike():
    alle = [ordlyd(navn, "Kommunestyret vedtar noe annet.") for navn in ("Os", "Tolga")]
    funnet = samsvar(LANDBRUK, alle, antall=2)
    assert funnet.felles_antall == 2
    assert not funnet.har_avvik


def test_nobody_has_answered():
    funnet = samsvar(LANDBRUK, [], antall=4)
    assert (funnet.felles, funnet.felles_antall, funnet.avvik) == (None, 0, ())


def test_words_beside_the_points_are_a_deviation_of_their_own():
    tillegg = f"{LANDBRUK.tekst} Ordningen evalueres etter to år."
    assert avvik_fra(LANDBRUK, ordlyd("Os", tillegg)) == (None,)
    med_vert = tillegg.replace("Os kommune", "Tolga kommune")
    assert avvik_fra(LANDBRUK, ordlyd("Os", med_vert, vert="Tolga kommune er vertskommune.")) == (VERT, None)


def test_the_same_change_written_whole_or_only_on_its_point_is_the_same():
    hele = LANDBRUK.tekst.replace("2027", "2028")
    alle = [ordlyd("Os", hele, start="Samarbeidet begynner 1. januar 2028."),
            ordlyd("Tolga", start="Samarbeidet begynner 1. januar 2028")]  # fmt: skip
    funnet = samsvar(LANDBRUK, alle, antall=3)
    assert [gruppe.hvem for gruppe in funnet.grupper] == [("Os", "Tolga")]
    assert funnet.grupper[0].avvik == (START,)
