"""A cell of participants taken apart: «Bodø (vert), Vågan 33,3 % og Lyngdal (nord)» is three parties, marked."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from kommuner.domene.fylkesnavn import FYLKER
from kommuner.domene.lesing import rens
from kommuner.domene.navn import sorteringsnoekkel

from .verdier import JA

#: How roles are written, by the codes of the register. The first that fits counts.
ROLLER: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("sekretariatsvert", re.compile(r"\bsekretariat\w*|\bvert for sekretariat\w*", re.IGNORECASE)),
    ("kontorkommune", re.compile(r"\bkontor(kommune)?\b|\bkontorsted\b|\bkontorstad\b", re.IGNORECASE)),
    ("samarbeidskommune", re.compile(r"\bsamarbeidskommune\b", re.IGNORECASE)),
    ("vertskommune", re.compile(r"\bvert(en|s?komm?\w*)?\b|\bhost\b|\bvk\b|^[vh]$", re.IGNORECASE)),
    ("observatoer", re.compile(r"\bobservatør\w*|\bobs\b", re.IGNORECASE)),
    ("tilskuddsgiver", re.compile(r"\btilsk(udd|ot)\w*", re.IGNORECASE)),
    ("leverandoer", re.compile(r"\bleverandør\w*|\bdriftsleverandør\b", re.IGNORECASE)),
    ("prosjektdeltaker", re.compile(r"\bprosjekt\w*", re.IGNORECASE)),
    ("informert", re.compile(r"\b(holdes )?informer(t|es)\b|\bhalden orientert\b", re.IGNORECASE)),
    ("deltaker", re.compile(r"^(deltaker\w*|deltakar\w*|medlem\w*|eier\w*|eigar\w*|part|d|m)$", re.IGNORECASE)),
)
_HARDE = re.compile(r"[;|\n•·]+")
_MYKE = re.compile(r"\s*,\s*|\s*/\s*|\s*\+\s*|\s+(?:og|samt|and|&)\s+|\s+[-–—]\s+|\s*&\s*", re.IGNORECASE)
_PARENTES = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_ANDRE = re.compile(
    r"(?:ca\.?\s*|om lag\s+|og\s+|\+\s*)?(\d{1,3})\s+"
    r"(?:(?:andre|øvrige|øvrege|til|flere|fleire)\b.*|(?:kommuner|kommunar)\b.*)",
    re.IGNORECASE,
)
_ALLE = re.compile(
    r"(?:alle|samtlige|samtlege|heile|hele)\b\s*(?P<antall>\d{1,3})?\s*(?:de|dei|andre)?\s*"
    r"(?:(?:medlems|eier|eigar)?kommun(?:ene|ane|er|ar)|regionen|fylket|medlemmene|medlemene|medlemmer)?"
    r"(?:\s+(?:i|innenfor|innanfor)\s+(?P<sted>.+))?\.?",
    re.IGNORECASE,
)
_ALLE_SAMMENSATT = re.compile(r"(?:alle\s+)?(?:de\s+|dei\s+)?(?P<sted>\w{3,}?)(?:-)?kommun(?:ene|ane)", re.IGNORECASE)
_MED_FLERE = re.compile(r"\b(m\.? ?fl\.?|m\.? ?m\.?|med flere|med fleire|o\.?l\.?|etc\.?)\s*$", re.IGNORECASE)
_NUMMER = re.compile(r"(?<![\d])(\d{4})(?![\d%])")
_ORGNR = re.compile(r"(?<!\d)(\d{3}[  ]?\d{3}[  ]?\d{3})(?!\d)")
_ANDEL = re.compile(
    r"(?<![\d,.])(\d{1,3}(?:[.,]\d+)?\s*(?:%|prosent|pst\.?)|\d{1,4}\s*/\s*\d{1,4})(?!\d)", re.IGNORECASE
)
_FORAN = re.compile(
    r"^(vertskommunen?|vertskomm?\.?|verten|vert|kontorkommune|kontor|leverandør|observatør)\s*[:=–-]?\s+(?=\S)",
    re.IGNORECASE,
)
_BAK = re.compile(
    r"\s*(?:[-–:,]|\bsom\b)?\s*\b(vertskommunen?|vertskomm?|verten|vert|vk|kontorkommune|observatør|leverandør|sekretariat)"
    r"\s*$",
    re.IGNORECASE,
)
_USIKKERT = re.compile(r"(?P<resten>.*?)\s*\?+|usikkert?|uavklart|uavklara|kanskje", re.IGNORECASE)
_I_FYLKET = re.compile(r"^(?P<navn>.+?)\s+(?:i|på)\s+(?P<sted>.+)$", re.IGNORECASE)
_DEL_AV = re.compile(
    r"^(nord|sør|øst|vest|nordre|søndre|østre|vestre|indre|ytre|midtre|sentrum)\w*( (for|del|delen).*)?$"
    r"|\bdel(er|en|ar)? av\b|^(deler|delar|delen|bare|berre|tidligere|tidlegare|gamle)\b",
    re.IGNORECASE,
)
_FYLKER = {sorteringsnoekkel(fylke.navn): fylke.navn for fylke in FYLKER}
#: Districts that people write to tell municipalities of one name apart.
_STROEK = {
    "Solør": "Innlandet", "Hedmark": "Innlandet", "Vesterålen": "Nordland", "Helgeland": "Nordland",
    "Romerike": "Akershus", "Hallingdal": "Buskerud", "Sunnmøre": "Møre og Romsdal", "Vestfold": "Vestfold",
    "Telemark": "Telemark",
}  # fmt: skip
_STROEKSNAVN = {sorteringsnoekkel(navn): fylke for navn, fylke in _STROEK.items()}
#: No agreement lists more in a cell; what stands beyond is not read as names.
FLEST = 500
_LENGSTE_SAMMENSATT = 4


@dataclass(frozen=True)
class Deltakernavn:
    """One participant as it is written. ``tekst`` is all of it; ``antall`` and ``gruppe`` are those without names."""

    tekst: str
    navn: str
    rolle: str = ""
    nummer: str = ""
    orgnr: str = ""
    fylke: str = ""
    andel: str = ""
    del_av: str = ""
    merknad: str = ""
    antall: int | None = None
    gruppe: str = ""
    usikker: bool = False
    """The list itself puts a question mark at it."""


def les_deltakere(celle: str, kjenner: Callable[[str], bool]) -> tuple[Deltakernavn, ...]:
    """The participants of a cell. ``kjenner`` says whether a name is a party's («Evje og Hornnes»)."""
    navn = (les_deltaker(bit) for linje in _linjer(celle) for bit in _biter(linje, kjenner))
    return tuple(_uten_gjentakelser(en for en in navn if en.navn or en.antall or en.gruppe))[:FLEST]


def les_deltaker(tekst: str) -> Deltakernavn:
    """One participant with its marks: role, number, county, share, part of the municipality, a note."""
    tekst = rens(tekst).strip(" .,;:*†")
    if (antall := _ANDRE.fullmatch(tekst)) is not None:
        return Deltakernavn(tekst, "", antall=int(antall[1]))
    if (sted := _gruppen(tekst)) is not None:
        return Deltakernavn(tekst, "", gruppe=sted)
    lest = Deltakernavn(tekst, _PARENTES.sub(" ", tekst))
    for treff in _PARENTES.finditer(tekst):
        for merke in re.split(r"[;,]\s+", treff[1] or treff[2] or ""):
            lest = _merk(lest, rens(merke))
    return _rens_navnet(lest)


def rolle_av(tekst: str) -> str:
    """The role a text says, as the register's code; empty when it says none."""
    return next((kode for kode, moenster in ROLLER if moenster.search(tekst)), "")


def _linjer(celle: str) -> Iterator[str]:
    for linje in _HARDE.split(celle):
        if rent := rens(linje):
            yield _MED_FLERE.sub("", rent)


def _biter(linje: str, kjenner: Callable[[str], bool]) -> Iterator[str]:
    """The names of a line: split at commas, «og» and slashes, but a name that holds one of them stays whole."""
    skjult, parenteser = _skjul(linje)
    if _er_en(skjult, kjenner):
        yield linje
        return
    deler = _delt(skjult)
    i = 0
    while i < len(deler):
        slutt = _lengste_kjente(skjult, deler, i, kjenner)
        yield from _uten_skille(_vis(skjult[deler[i][0] : deler[slutt][1]], parenteser), kjenner)
        i = slutt + 1


def _er_en(tekst: str, kjenner: Callable[[str], bool]) -> bool:
    rent = rens(re.sub(r"\x00\d+\x00", " ", tekst))
    return kjenner(rent) or _ANDRE.fullmatch(rent) is not None


def _delt(skjult: str) -> list[tuple[int, int]]:
    """Where each piece begins and ends."""
    grenser, start = [], 0
    for skille in _MYKE.finditer(skjult):
        if not _i_et_tall(skjult, skille.start(), skille.end()):
            grenser.append((start, skille.start()))
            start = skille.end()
    grenser.append((start, len(skjult)))
    return [(fra, til) for fra, til in grenser if skjult[fra:til].strip()][:FLEST]


def _i_et_tall(tekst: str, fra: int, til: int) -> bool:
    """«33,3» and «1/3» are not split."""
    return fra > 0 and til < len(tekst) and tekst[fra - 1].isdigit() and tekst[til].isdigit() and til - fra == 1


def _lengste_kjente(tekst: str, deler: list[tuple[int, int]], i: int, kjenner: Callable[[str], bool]) -> int:
    """The last piece of the longest known name that begins at piece ``i``; ``i`` itself when none is known."""
    for slutt in range(min(i + _LENGSTE_SAMMENSATT, len(deler)) - 1, i, -1):
        stykke = tekst[deler[i][0] : deler[slutt][1]]
        if "\x00" not in stykke[:-4] and _er_en(stykke, kjenner):
            return slutt
    return i


def _uten_skille(tekst: str, kjenner: Callable[[str], bool]) -> Iterator[str]:
    """«Vågan Vestvågøy Flakstad», when every word is a party's name."""
    ordene = tekst.split()
    if len(ordene) > 1 and not kjenner(tekst) and "(" not in tekst and all(kjenner(ord_) for ord_ in ordene):
        yield from ordene
    else:
        yield tekst


def _skjul(linje: str) -> tuple[str, list[str]]:
    """The line with each parenthesis as a sign of its own, so that what is in it does not split the line."""
    parenteser: list[str] = []

    def gjem(treff: re.Match[str]) -> str:
        parenteser.append(treff[0])
        return f"\x00{len(parenteser) - 1}\x00"

    return _PARENTES.sub(gjem, linje.replace("\x00", "")), parenteser


def _vis(tekst: str, parenteser: list[str]) -> str:
    return re.sub(r"\x00(\d+)\x00", lambda treff: parenteser[int(treff[1])], tekst)


def _gruppen(tekst: str) -> str | None:
    """The place of «alle kommunene i Salten»; «*» for a whole region or county without a name."""
    if (treff := _ALLE.fullmatch(tekst)) is not None and tekst.casefold().split()[0] in _ALLEORD:
        return (treff["sted"] or "").strip(" .") or "*"
    if (treff := _ALLE_SAMMENSATT.fullmatch(tekst)) is not None:
        return treff["sted"]
    return None


_ALLEORD = frozenset({"alle", "samtlige", "samtlege", "heile", "hele"})


def _merk(lest: Deltakernavn, merke: str) -> Deltakernavn:
    """What a mark in a parenthesis says; what says nothing known is kept as a note."""
    if not merke:
        return lest
    if (usikkert := _USIKKERT.fullmatch(merke)) is not None:
        resten = usikkert["resten"] or ""
        return _merk(replace(lest, usikker=True), "" if resten.casefold() in JA - {"v"} else resten)
    if (fylke := _fylke(merke)) is not None:
        return replace(lest, fylke=fylke)
    if re.fullmatch(r"\d{4}", merke) and not 1900 <= int(merke) <= 2099:
        return replace(lest, nummer=merke)
    if (andel := _ANDEL.search(merke)) is not None:
        return replace(lest, andel=andel[1], rolle=lest.rolle or rolle_av(merke.replace(andel[0], "").strip()))
    if rolle := rolle_av(merke):
        return replace(lest, rolle=rolle)
    if _DEL_AV.search(merke):
        return replace(lest, del_av=merke[:80])
    return replace(lest, merknad=f"{lest.merknad}, {merke}".strip(", "))


def _fylke(tekst: str) -> str | None:
    noekkel = sorteringsnoekkel(re.sub(r"\s+(fylke|f\.)$", "", tekst, flags=re.IGNORECASE))
    return _FYLKER.get(noekkel) or _STROEKSNAVN.get(noekkel)


def _rens_navnet(lest: Deltakernavn) -> Deltakernavn:
    """The bare name: what stands before and after it moved to where it belongs."""
    if (orgnr := _ORGNR.search(lest.navn)) is not None:
        lest = replace(lest, orgnr=re.sub(r"\D", "", orgnr[1]), navn=lest.navn.replace(orgnr[0], " "))
    if (andel := _ANDEL.search(lest.navn)) is not None:
        lest = replace(lest, andel=lest.andel or andel[1], navn=lest.navn.replace(andel[0], " "))
    if (nummer := _NUMMER.search(lest.navn)) is not None:
        lest = replace(lest, nummer=nummer[1], navn=lest.navn.replace(nummer[0], " "))
    navn = rens(lest.navn).strip(" .,;:*–-")
    if navn.endswith("?") and navn.strip(" ?"):
        lest, navn = replace(lest, usikker=True), navn.rstrip(" ?")
    for moenster in (_FORAN, _BAK):
        if (treff := moenster.search(navn)) is not None and len(treff[0]) < len(navn):
            lest = replace(lest, rolle=lest.rolle or rolle_av(treff[1]))
            navn = rens(navn.replace(treff[0], " ")).strip(" .,;:*–-")
    if (sted := _I_FYLKET.match(navn)) is not None and (fylke := _fylke(sted["sted"])) is not None:
        return replace(lest, navn=sted["navn"], fylke=fylke)
    return replace(lest, navn=navn)


def _uten_gjentakelser(navn: Iterator[Deltakernavn]) -> Iterator[Deltakernavn]:
    sett: set[tuple[str, str, str, str]] = set()
    for en in navn:
        noekkel = (en.navn.casefold() or en.tekst.casefold(), en.nummer, en.fylke, en.del_av)
        if noekkel not in sett:
            sett.add(noekkel)
            yield en
