"""What the tests of reports share: their own folder for files, and a queue that can go away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from celery import current_app


@pytest.fixture
def filmappe(settings, tmp_path: Path) -> Path:
    """Finished files of this test, and of no other."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path / "rapporter"


@pytest.fixture
def koe() -> Iterator[None]:
    """The test servers' own queue, emptied afterwards."""
    yield
    current_app.control.purge()


@pytest.fixture
def koen_er_borte(monkeypatch, tmp_path: Path) -> None:
    """Nobody listens at the broker's address."""
    monkeypatch.setattr(current_app.conf, "broker_url", f"redis+socket://{tmp_path}/ingen.sock?virtual_host=0")
