"""The store of files: named by content, whole or not there, and never outside its folder."""

import pytest

from kommuner.filer import arkiv


def test_arkiv_gives_back_what_was_stored_under_one_name(tmp_path):
    sha256 = arkiv.lagre(tmp_path / "ny", b"innhold", "pdf")
    assert arkiv.lagre(tmp_path / "ny", b"innhold", "pdf") == sha256
    assert arkiv.les(tmp_path / "ny", sha256, "pdf") == b"innhold"
    assert [fil.name for fil in (tmp_path / "ny").iterdir()] == [f"{sha256}.pdf"]
    assert not arkiv.finnes(tmp_path, sha256, "pdf")


@pytest.mark.parametrize("sha256", ["", "../../etc/passwd", "A" * 64, "a" * 63, "a" * 64 + "\n", "a" * 64 + "/.."])
def test_arkiv_refuses_a_name_that_is_not_a_hash(tmp_path, sha256):
    with pytest.raises(ValueError, match="not a SHA-256"):
        arkiv.sti(tmp_path, sha256, "pdf")


@pytest.mark.parametrize("endelse", ["", "../x", "PDF", "a" * 11, "a/b", "p\0df"])
def test_arkiv_refuses_an_ending_that_is_not_one(tmp_path, endelse):
    with pytest.raises(ValueError, match="not an ending"):
        arkiv.lagre(tmp_path, b"x", endelse)


def test_arkiv_tells_when_a_file_is_no_longer_itself(tmp_path):
    sha256 = arkiv.lagre(tmp_path, b"innhold", "pdf")
    arkiv.sti(tmp_path, sha256, "pdf").write_bytes(b"noe annet")
    with pytest.raises(ValueError, match="changed on disk"):
        arkiv.les(tmp_path, sha256, "pdf")
