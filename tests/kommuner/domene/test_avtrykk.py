"""The fingerprint of frozen data."""

import pytest

from kommuner.domene.avtrykk import kanonisk, sha256


def test_kanonisk_is_one_spelling() -> None:
    assert kanonisk({"b": "Å", "a": [1, None]}) == '{"a":[1,null],"b":"Å"}'.encode()


def test_kanonisk_refuses_what_json_cannot_say() -> None:
    with pytest.raises(ValueError, match="Out of range"):
        kanonisk({"a": float("nan")})


def test_sha256_does_not_depend_on_the_order_of_fields() -> None:
    assert sha256({"a": 1, "b": {"c": 2, "d": 3}}) == sha256({"b": {"d": 3, "c": 2}, "a": 1})
    assert len(sha256({})) == 64
    assert sha256({"a": 1}) != sha256({"a": "1"})
