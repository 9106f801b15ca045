"""`manage.py check` for the taxonomy: every task is accounted under a function that exists."""

from avtaler.checks import sjekk_oppgaver


def test_shipped_taxonomy_is_without_faults():
    assert sjekk_oppgaver(None) == []


def test_task_under_an_unknown_function_is_an_error():
    (feil,) = sjekk_oppgaver(None, rader=[{"kode": "dans", "kostra": "999", "navn_nb": "Dans", "navn_nn": "Dans"}])
    assert feil.id == "avtaler.E030"
    assert "dans" in feil.msg


def test_task_without_a_name_in_one_language_is_an_error():
    (feil,) = sjekk_oppgaver(None, rader=[{"kode": "dans", "kostra": "244", "navn_nb": "Dans", "navn_nn": " "}])
    assert feil.id == "avtaler.E031"
