"""Reading the rule files strictly: what is unknown, missing or of the wrong kind is refused with a sentence."""

import copy
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from avtaler.domene.regelverk import Regelverk, RegelverkFeil
from avtaler.domene.tolkning import tolk_regelverk
from avtaler.regler import MAPPE, les_regelverk, les_regelverk_fra

IPR = yaml.safe_load((MAPPE / "former" / "ipr.yaml").read_text("utf-8"))


def _tolk(innhold: object) -> Regelverk:
    return tolk_regelverk({"ipr.yaml": innhold}, versjon="proeve", rettstilstand=date(2026, 7, 2))


def _endret(endre: Callable[[Any], object]) -> dict[str, Any]:
    innhold: dict[str, Any] = copy.deepcopy(IPR)
    endre(innhold)
    return innhold


def test_tolk_regelverk_reads_the_file_in_order() -> None:
    regelverk = _tolk(IPR)
    assert list(regelverk.former) == ["IPR"]
    assert [krav.kode for krav in regelverk.krav][:2] == ["IPR.antall", "IPR.typer"]


@pytest.mark.parametrize(
    ("endre", "setning"),
    [
        (lambda fil: fil["krav"][0].update(farge="blå"), "ipr.yaml.krav[1] (IPR.antall): ukjent nøkkel «farge»."),
        (lambda fil: fil["krav"][0].pop("hjelp"), "nøkkelen «hjelp» mangler"),
        (lambda fil: fil["krav"][0]["tittel"].pop("nn"), "tittel: nøkkelen «nn» mangler"),
        (lambda fil: fil["krav"][0].update(vurderes="gjettes"), "«gjettes» er ikke en av felt"),
        (
            lambda fil: fil["krav"][0].update(proeve="terningkast"),
            "«terningkast» er ikke noe kravet kan vurderes etter",
        ),
        (lambda fil: fil["krav"][0].update(former=["ABC"]), "ukjent samarbeidsform ABC"),
        (lambda fil: fil["krav"][0]["gyldig"].update(fra="i fjor"), "ventet en dato, fant «i fjor»"),
        (lambda fil: fil["krav"][0]["tekster"].update(kanskje={"nb": "a", "nn": "b"}), "«kanskje» er ikke en av"),
        (lambda fil: fil["samarbeidsformer"][0].update(min_deltakere="to"), "ventet int, fant «to»"),
        (lambda fil: fil["samarbeidsformer"][0].update(min_deltakere=True), "ventet int, fant «True»"),
        (lambda fil: fil["samarbeidsformer"][0].update(deltakertyper=["kirke"]), "«kirke» er ikke en av"),
        (lambda fil: fil["samarbeidsformer"][0].update(navnekrav="IPR"), "ventet en liste med ord"),
        (lambda fil: fil["samarbeidsformer"].append(fil["samarbeidsformer"][0]), "To samarbeidsformer har samme kode"),
        (lambda fil: fil["samarbeidsformer"][0]["endring"]["ellers"].update(svar="kongen"), "«kongen» er ikke en av"),
        (
            lambda fil: fil["samarbeidsformer"][0]["endring"].update(momenter=["IPR.x"]),
            "momentet IPR.x er ikke et krav",
        ),
        (lambda fil: fil["samarbeidsformer"][0]["oevrige"][0].update(svar="vær"), "«vær» er ikke en av skriftlig"),
        (lambda fil: fil["samarbeidsformer"][0]["oevrige"][0].update(mer="x"), "ukjent nøkkel «mer»"),
        (lambda fil: fil.update(regler=[]), "ipr.yaml: ukjent nøkkel «regler»"),
        (lambda fil: fil.update(krav="alle"), "ipr.yaml.krav: ventet en liste"),
    ],
)
def test_tolk_regelverk_refuses_with_a_sentence(endre: Callable[[Any], object], setning: str) -> None:
    with pytest.raises(RegelverkFeil) as feil:
        _tolk(_endret(endre))
    assert setning in str(feil.value)


def test_tolk_regelverk_refuses_a_file_that_is_not_a_mapping() -> None:
    with pytest.raises(RegelverkFeil, match="ventet nøkler og verdier"):
        _tolk(["IPR"])


def _kopi(mappe: Path) -> Path:
    (mappe / "former").mkdir()
    (mappe / "regelverk.yaml").write_text("rettstilstand: 2026-07-02\nfiler: [ipr]\n", "utf-8")
    (mappe / "former" / "ipr.yaml").write_bytes((MAPPE / "former" / "ipr.yaml").read_bytes())
    return mappe


def test_les_regelverk_fra_gives_a_version_that_follows_the_text(tmp_path: Path) -> None:
    mappe = _kopi(tmp_path)
    foer = les_regelverk_fra(mappe)
    assert foer.versjon.startswith("2026-07-02-")
    assert les_regelverk_fra(mappe).versjon == foer.versjon
    sti = mappe / "former" / "ipr.yaml"
    sti.write_text(sti.read_text("utf-8").replace("Rådets navn", "Rådets fulle navn"), "utf-8")
    assert les_regelverk_fra(mappe).versjon != foer.versjon


def test_les_regelverk_fra_refuses_a_file_that_is_not_listed(tmp_path: Path) -> None:
    mappe = _kopi(tmp_path)
    (mappe / "former" / "hemmelig.yaml").write_text("krav: []\n", "utf-8")
    with pytest.raises(RegelverkFeil, match=r"hemmelig\.yaml"):
        les_regelverk_fra(mappe)


def test_les_regelverk_fra_refuses_broken_yaml(tmp_path: Path) -> None:
    mappe = _kopi(tmp_path)
    (mappe / "former" / "ipr.yaml").write_text("krav: [", "utf-8")
    with pytest.raises(RegelverkFeil, match=r"ipr\.yaml kan ikke leses"):
        les_regelverk_fra(mappe)


def test_les_regelverk_is_read_once() -> None:
    assert les_regelverk() is les_regelverk()
