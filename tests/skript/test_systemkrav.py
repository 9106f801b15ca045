"""What make says and does about the operating system's packages."""

import pytest

from skript import systemkrav
from skript.helsesjekk import vertsnavn
from skript.systemkrav import Krav, bibliotek, program


def test_missing_packages_are_named_in_order() -> None:
    krav = [Krav("a", lambda: False), Krav("b", lambda: True), Krav("c", lambda: False)]
    assert systemkrav.mangler(krav) == ["a", "c"]


def test_presence_is_judged_by_what_works_not_by_package_names() -> None:
    assert bibliotek("libc.so.6")()
    assert not bibliotek("libfinnesikke.so.1")()
    assert program("finnesikke", "sh")()
    assert not program("finnesikke")()


def test_this_machine_has_everything_the_tests_need() -> None:
    assert systemkrav.mangler([*systemkrav.DRIFT, *systemkrav.TEST]) == []


def test_explanation_is_a_command_to_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(systemkrav.os, "geteuid", lambda: 1000)
    assert "sudo apt-get install -y --no-install-recommends gettext qpdf" in systemkrav.forklar(["gettext", "qpdf"])


def test_without_rights_nothing_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(systemkrav, "apt_foran", lambda: None)
    assert not systemkrav.installer(["gettext"])


@pytest.mark.parametrize(
    ("tillatt", "vert"),
    [("", "localhost"), ("*", "localhost"), (".example.no", "example.no"), ("a.no, b.no", "a.no")],
)
def test_health_check_asks_as_an_allowed_host(tillatt: str, vert: str) -> None:
    assert vertsnavn(tillatt) == vert
