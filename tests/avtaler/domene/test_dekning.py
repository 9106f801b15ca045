"""The matrix of tasks and municipalities, and the degree of cover."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from avtaler.domene.dekning import Deloppgave, Ordning, dekning, matrise

OPPGAVER = ("barnevern", "brann", "legevakt")
PARTER = st.frozensets(st.integers(1, 8))
DELOPPGAVER = st.builds(Deloppgave, oppgave=st.sampled_from([*OPPGAVER, ""]), deltakere=PARTER)
ORDNINGER = st.builds(
    Ordning, id=st.integers(1, 99), oppgaver=st.frozensets(st.sampled_from([*OPPGAVER, "annet"])), deltakere=PARTER,
    deloppgaver=st.lists(DELOPPGAVER, max_size=3).map(tuple),
)  # fmt: skip
REGION = (1, 2, 3, 4)


def _ordning(*deltakere: int, id: int = 1, oppgaver=("brann",), deloppgaver=()) -> Ordning:
    return Ordning(id=id, oppgaver=frozenset(oppgaver), deltakere=frozenset(deltakere), deloppgaver=deloppgaver)


def test_cell_holds_every_arrangement_that_solves_the_task_there():
    funnet = matrise([_ordning(1, 2, id=7), _ordning(2, 9, id=8)], oppgaver=OPPGAVER, parter=REGION)
    assert [funnet.celle("brann", part) for part in REGION] == [(7,), (7, 8), (), ()]
    assert funnet.antall_parter("brann") == 2
    assert funnet.antall_parter("legevakt") == 0


def test_task_of_a_subtask_is_only_for_those_who_are_in_it():
    ordning = _ordning(1, 2, 3, oppgaver=("brann", "legevakt"), deloppgaver=(
        Deloppgave(oppgave="legevakt", deltakere=frozenset({1})),
        Deloppgave(oppgave="legevakt", deltakere=frozenset({3})),
        Deloppgave(oppgave="", deltakere=frozenset({2})),
    ))  # fmt: skip
    assert ordning.loeser() == {"brann": frozenset({1, 2, 3}), "legevakt": frozenset({1, 3})}


def test_subtask_may_take_a_task_the_agreement_itself_does_not_name():
    ordning = _ordning(1, 2, deloppgaver=(Deloppgave(oppgave="barnevern", deltakere=frozenset({2})),))
    assert ordning.loeser()["barnevern"] == {2}


def test_degree_of_cover_is_members_that_take_part_of_all_members():
    funnet = dekning(_ordning(1, 2, 3, 9), REGION)
    assert funnet.dekningsgrad == Fraction(3, 4)
    assert funnet.mangler == {4}
    assert funnet.andel_innenfor == Fraction(3, 4)
    assert not funnet.er_regiondekkende


def test_arrangement_with_all_members_covers_the_region_also_with_outsiders():
    assert dekning(_ordning(1, 2, 3, 4, 9), REGION).er_regiondekkende


def test_region_without_members_has_no_degree_of_cover():
    funnet = dekning(_ordning(), ())
    assert (funnet.dekningsgrad, funnet.andel_innenfor, funnet.er_regiondekkende) == (None, None, False)


@given(st.lists(ORDNINGER, max_size=6))
def test_sums_of_rows_and_columns_are_the_same_and_with_the_white_spots_are_all_cells(ordninger):
    funnet = matrise(ordninger, oppgaver=OPPGAVER, parter=REGION)
    assert sum(funnet.antall_parter(oppgave) for oppgave in OPPGAVER) == funnet.antall_dekket
    assert funnet.antall_dekket + funnet.antall_hvite == len(OPPGAVER) * len(REGION)


@given(st.lists(ORDNINGER, max_size=6))
def test_cell_is_white_exactly_when_no_arrangement_solves_the_task_there(ordninger):
    funnet = matrise(ordninger, oppgaver=OPPGAVER, parter=REGION)
    for oppgave in OPPGAVER:
        for part in REGION:
            ventet = tuple(o.id for o in ordninger if part in o.loeser().get(oppgave, ()))
            assert funnet.celle(oppgave, part) == ventet


@given(ORDNINGER, st.frozensets(st.integers(1, 8), min_size=1))
def test_degree_of_cover_is_between_nothing_and_all_and_grows_with_a_member_more(ordning, region):
    grad = dekning(ordning, region).dekningsgrad
    assert 0 <= grad <= 1
    assert (grad == 1) is dekning(ordning, region).er_regiondekkende
    en_til = Ordning(id=1, oppgaver=ordning.oppgaver, deltakere=ordning.deltakere | {min(region)})
    assert dekning(en_til, region).dekningsgrad >= grad
