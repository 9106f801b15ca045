"""The container files, checked as far as a machine without a container engine can."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROT = Path(__file__).resolve().parent.parent
VERKTOEY = Path(sys.executable).parent


def _kjoer(*kommando: str | Path) -> str:
    svar = subprocess.run(kommando, cwd=ROT, capture_output=True, text=True, check=False)
    return "" if svar.returncode == 0 else svar.stdout + svar.stderr


def _compose() -> dict[str, dict[str, dict[str, object]]]:
    return yaml.safe_load((ROT / "docker-compose.yml").read_text(encoding="utf-8"))


def test_compose_file_follows_its_schema() -> None:
    assert _kjoer(VERKTOEY / "check-jsonschema", "--builtin-schema", "vendor.compose-spec", "docker-compose.yml") == ""


def test_dockerfile_passes_its_linter() -> None:
    assert _kjoer(VERKTOEY / "hadolint", "--no-color", "Dockerfile") == ""


def test_every_base_is_pinned_to_a_release() -> None:
    linjer = (ROT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    baser = [linje.split()[1] for linje in linjer if linje.startswith("FROM ")]
    baser += [str(tjeneste["image"]) for navn, tjeneste in _compose()["services"].items() if "build" not in tjeneste]
    assert baser
    assert [base for base in baser if base.partition(":")[2].count(".") < 1] == []


def test_every_service_says_whether_it_is_well() -> None:
    assert [navn for navn, tjeneste in _compose()["services"].items() if "healthcheck" not in tjeneste] == ["web"]
    assert "HEALTHCHECK" in (ROT / "Dockerfile").read_text(encoding="utf-8")  # web has the image's own


@pytest.mark.parametrize("navn", ["SECRET_KEY", "POSTGRES_PASSWORD"])
def test_secrets_come_from_outside(navn: str) -> None:
    verdier = [
        str(tjeneste["environment"][navn])  # type: ignore[index]
        for tjeneste in _compose()["services"].values()
        if navn in tjeneste.get("environment", {})  # type: ignore[operator]
    ]
    assert verdier
    assert all(verdi.startswith(f"${{{navn}:?") for verdi in verdier)


def test_the_application_runs_without_rights() -> None:
    for navn in ("web", "worker", "beat", "migrate"):
        tjeneste = _compose()["services"][navn]
        assert (tjeneste["read_only"], tjeneste["cap_drop"]) == (True, ["ALL"])
    linjer = (ROT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    assert [linje for linje in linjer if linje.startswith("USER ")] == ["USER 10001"]


def test_everything_the_image_copies_is_let_in() -> None:
    inn = {linje[1:] for linje in (ROT / ".dockerignore").read_text().splitlines() if linje.startswith("!")}
    assert {"samarbeid", "kommuner", "avtaler", "kostnad", "rapport", "templates", "static", "locale"} <= inn
    assert [navn for navn in inn if not (ROT / navn).exists()] == []
