"""docs/lovkrav.md says what the rules say. Write it anew with OPPDATER_LOVKRAV=1."""

import os
from pathlib import Path

from avtaler.regler import les_regelverk
from tests.regler.lovkravtabell import lovkravtabell

SIDE = Path(__file__).parents[2] / "docs" / "lovkrav.md"


def test_the_page_for_lawyers_agrees_with_the_rules() -> None:
    ventet = lovkravtabell(les_regelverk())
    if os.environ.get("OPPDATER_LOVKRAV"):
        SIDE.write_text(ventet, "utf-8")
    assert SIDE.read_text("utf-8") == ventet, (
        "docs/lovkrav.md is old: OPPDATER_LOVKRAV=1 pytest tests/regler/test_lovkravtabell.py"
    )


def test_the_page_names_every_requirement_and_marks_what_is_not_confirmed() -> None:
    side, regelverk = lovkravtabell(les_regelverk()), les_regelverk()
    assert [krav.kode for krav in regelverk.krav if f"| {krav.kode} |" not in side] == []
    usikre = [krav for krav in regelverk.krav if krav.sikkerhet == "ikke_bekreftet"]
    assert 0 < len(usikre) <= side.count("**not confirmed**")
