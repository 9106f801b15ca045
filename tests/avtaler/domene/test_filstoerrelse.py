"""The size of a file, as it is written for people."""

import pytest

from avtaler.domene.filstoerrelse import vis_filstoerrelse


@pytest.mark.parametrize(
    ("antall", "ventet"),
    [(0, "0 byte"), (1023, "1023 byte"), (1024, "1 kB"), (126_976, "124 kB"), (1024 * 1024, "1,0 MB"),
     (2_516_582, "2,4 MB"), (25 * 1024 * 1024, "25,0 MB")],
)  # fmt: skip
def test_size_is_written_with_the_nearest_unit(antall, ventet):
    assert vis_filstoerrelse(antall) == ventet.replace(" ", "\N{NO-BREAK SPACE}")
