"""The Sogn that tests stand in: three municipalities became one in 2020; their neighbour only changed number."""

from dataclasses import dataclass
from datetime import date

from avtaler.models import Avtale
from kommuner.models import Part, Region
from kommuner.tilgang import Innsyn
from tests.fabrikker import lag_avtale, lag_folketall, lag_kommune, lag_region, slaa_sammen

REFORM = date(2020, 1, 1)
DATO = date(2026, 6, 1)
FOER = date(2019, 1, 1)


@dataclass(frozen=True)
class Sogn:
    sogndal: Part
    vik: Part
    gamle: tuple[Part, Part, Part]
    region: Region


def lag_sogn() -> Sogn:
    """Sogndal (4640, nynorsk) from Balestrand 1418, Leikanger 1419 and Sogndal 1420; Vik was 1417, is 4639."""
    balestrand, leikanger, gamle_sogndal = gamle = (
        lag_kommune("Balestrand", "1418", til=REFORM, maalform="nn"),
        lag_kommune("Leikanger", "1419", til=REFORM, maalform="nn"),
        lag_kommune("Sogndal", "1420", til=REFORM, maalform="nn"),
    )
    sogndal = lag_kommune("Sogndal", "4640", fra=REFORM, maalform="nn")
    vik_da, vik_naa = ("1417", "Vik", date(1838, 1, 1), REFORM), ("4639", "Vik", REFORM, None)
    vik = lag_kommune("Vik", "4639", maalform="nn", identiteter=[vik_da, vik_naa])
    slaa_sammen(*gamle, til=sogndal, dato=REFORM)
    for part, aar, antall in (
        (balestrand, 2019, 1264), (leikanger, 2019, 2342), (gamle_sogndal, 2019, 8174),
        (sogndal, 2026, 12552), (vik, 2019, 2664), (vik, 2026, 2532),
    ):  # fmt: skip
        lag_folketall(part, aar, antall)
    region = lag_region("Sogn", slug="sogn", kommuner=[sogndal, vik], fra=REFORM)
    return Sogn(sogndal, vik, gamle, region)


def lag_regionraad(sogn: Sogn) -> Avtale:
    """The old § 27 council of the four, ended 2023."""
    return lag_avtale(
        "Sogn regionråd", form="P27_1992", kommuner=[*sogn.gamle, sogn.vik], region=sogn.region,
        fra=date(2003, 1, 1), til=date(2023, 11, 1), klasse="utvikling",
    )  # fmt: skip


def ser_alt(part: Part) -> Innsyn:
    """Somebody with a role in the municipality."""
    return Innsyn(parter=frozenset({part.pk}))
