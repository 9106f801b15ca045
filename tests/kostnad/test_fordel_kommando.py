"""`manage.py fordel` as a person runs it: in its own process, with no server to talk to."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROT = Path(__file__).parents[2]
NIK = yaml.safe_load((ROT / "tests/kostnad/tilfeller/9k_2003.yaml").read_text(encoding="utf-8"))["oppdrag"]
# Nothing listens here: a command that opened a connection would fail.
UTEN_TJENERE = {
    "SECRET_KEY": "proeve",
    "DATABASE_URL": "postgres://ingen@127.0.0.1:9/ingen",
    "REDIS_URL": "redis://127.0.0.1:9/0",
}


def kjoer(*argumenter, inn="", miljoe=None):
    return subprocess.run(
        [sys.executable, "manage.py", "fordel", *argumenter],
        cwd=ROT,
        input=inn.encode(),
        capture_output=True,
        env={**os.environ, **UTEN_TJENERE, **(miljoe or {})},
        timeout=60,
        check=False,
    )


def test_fordel_reads_standard_input_and_writes_the_split():
    svar = kjoer("-", inn=json.dumps(NIK))
    data = json.loads(svar.stdout)
    assert (svar.returncode, svar.stderr) == (0, b"")
    assert list(data) == ["deltakere", "til_fordeling", "sum"]
    assert data["til_fordeling"] == data["sum"] == "620000"
    assert sum(int(del_["beloep"]) for del_ in data["deltakere"]) == 620_000
    assert list(data["deltakere"][0]) == ["id", "navn", "beloep", "andel", "utledning"]
    assert data["deltakere"][0]["andel"] == "82099/1081449"


def test_fordel_reads_a_yaml_file_and_speaks_nynorsk(tmp_path):
    fil = tmp_path / "nøkkel.yaml"
    fil.write_text(yaml.safe_dump(NIK, allow_unicode=True), encoding="utf-8")
    # An old locale must not decide how JSON is written.
    svar = kjoer(str(fil), "--maalform", "nn", miljoe={"PYTHONIOENCODING": "latin-1"})
    assert "Halvparten etter folketal:" in svar.stdout.decode("utf-8")
    assert "Nøtterøy" in svar.stdout.decode("utf-8")


@pytest.mark.parametrize(
    ("endring", "setning"),
    [
        ({"kommentar": "hei"}, "Ukjent felt «kommentar» i oppdraget."),
        ({"beloep": 1350000.5}, "«beloep» i oppdraget er skrevet som flyttall (1350000.5)."),
        ({"noekkel": [{"steg": "fordel", "etter": [{"kriterium": "lik", "vekt": "0"}]}]}, "Steg 1 (fordel): Vektene"),
        ({"noekkel": [*NIK["noekkel"], {"steg": "grense", "gulv": "700000"}]}, "Steg 2 (grense): Gulvet krever"),
    ],
)
def test_fordel_refuses_with_a_sentence_and_code_2(endring, setning):
    svar = kjoer("-", inn=json.dumps({**NIK, **endring}))
    assert (svar.returncode, svar.stdout) == (2, b"")
    assert svar.stderr.decode("utf-8").startswith(setning)
    assert svar.stderr.decode("utf-8").count("\n") == 1


def test_fordel_without_the_file_says_so():
    svar = kjoer("finnes-ikke.json", "--maalform", "nn")
    assert (svar.returncode, svar.stdout) == (2, b"")
    assert svar.stderr.decode("utf-8") == "Fann ikkje fila «finnes-ikke.json».\n"
