"""Whatever stands in a list, reading it never fails, and the same list gives the same plan."""

from hypothesis import given, settings
from hypothesis import strategies as st

from avtaler.domene.innlesing.lagring import ark_fra_json, ark_til_json, oppsett_fra_json, oppsett_til_json
from avtaler.domene.innlesing.oppsett import foreslaa_oppsett
from avtaler.domene.innlesing.planlegging import lag_plan
from avtaler.domene.innlesing.rader import les_rader
from tests.avtaler.domene.innlesing.bok import ark, bok, grunnlag

BITER = [
    "Navn", "Deltakere", "Form", "Fra", "Til", "Vågan", "Vestvågøy", "Bødø", "Re", "Herøy", "IKS", "§ 28-1b", "(vert)",
    "2007", "21-03-23", "33,3 %", "0,5", "1/3", "1/0", "x", "og", "alle kommunene i Salten", "113 andre", "Sum", "nr",
    "Avtale-id", "Avtale-versjon", "Deltakelse-id", "7", "964982953", "–", "Kommune", "Eierandel", "(nord)",
    "99999999999",
]  # fmt: skip
TEGN = st.characters(exclude_categories=("Cs",))
CELLE = st.one_of(
    st.just(""), st.sampled_from(BITER), st.text(TEGN, max_size=25),
    st.lists(st.sampled_from(BITER), max_size=5).map(", ".join),
    st.lists(st.sampled_from(BITER), max_size=4).map(" ".join),
)  # fmt: skip
LISTE = st.lists(st.lists(CELLE, min_size=1, max_size=7), min_size=1, max_size=9)
SVAR = st.sampled_from(
    ["hopp", "ny:annet", "som:Bodø", "som:2020", "som:tull", "del", "samme", "p:1", "f:IKS", "p:", "p:x"]
)


@settings(max_examples=150, deadline=None)
@given(LISTE, SVAR)
def test_no_list_makes_the_reading_fail(rader, svar):
    liste = ark(*rader)
    if not liste.linjer:
        return
    oppsett = foreslaa_oppsett([liste], bok())
    lesing = les_rader([liste], oppsett, bok())
    plan = lag_plan(lesing, grunnlag(), {})
    besvart = lag_plan(lesing, grunnlag(), {en.noekkel: en.forslag or svar for en in plan.spoersmaal})
    typet = lag_plan(lesing, grunnlag(), {en.noekkel: svar for en in plan.spoersmaal})
    assert len(plan.avtaler) == len({avtale.noekkel for avtale in plan.avtaler})
    assert plan.avtrykk == lag_plan(lesing, grunnlag(), {}).avtrykk
    assert all(plan_.antall.total() == len(plan_.avtaler) for plan_ in (plan, besvart, typet))


@settings(max_examples=50, deadline=None)
@given(LISTE)
def test_list_and_layout_survive_being_stored(rader):
    liste = ark(*rader)
    oppsett = foreslaa_oppsett([liste], bok())
    assert ark_fra_json(ark_til_json([liste])) == (liste,)
    assert oppsett_fra_json(oppsett_til_json(oppsett)) == oppsett
