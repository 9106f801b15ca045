"""Which legal form a text means: a code, a name, a paragraph of the law of today or of 1992."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kommuner.domene.navn import sorteringsnoekkel

#: What people write, by the codes of the rules. All that fit count, unless an earlier one takes the text for itself.
_MOENSTRE: tuple[tuple[str, str], ...] = (
    ("P27_1992", r"§+ ?27\b|\bkoml\.? ?§? ?27\b|\b27-(1|samarbeid|styre)\b|paragraf ?27\b|^27$"),
    ("P28_1992", r"§+ ?28(-1)? ?-?[a-z]?\b|\b28-?1 ?[a-z]?\b|paragraf ?28|^28$|^28[a-z]$"),
    ("VERT_NEMND", r"§* ?20-3\b|\bnemnd\b"),
    ("VERT_ADM", r"§* ?20-2\b|administrativt? vert"),
    ("IPR", r"\bipr\b|\bikp\b|interkommunalt politisk|politisk r[å}]d|\bkap(ittel|\.)? ?18\b|§ ?18-\d"),
    ("KO", r"\bko\b|oppg[å}a]ve?fellesskap|\bkap(ittel|\.)? ?19\b|§ ?19-\d"),
    ("IKS", r"\biks\b|interkommunalt selskap|iks-loven"),
    ("AS", r"\b(as|asa)\b|\ba/s\b|aksjeselskap"),
    ("SA", r"\b(sa|bl|ba)\b|samvirke(foretak|f[øo|]retak)?\b|samvirkelag"),
    ("STIFTELSE", r"\bsti\b|stiftelse|stifting"),
    ("FORENING", r"\bforening\b|\bforeining\b|\blag\b|medlemsorganisasjon"),
    ("SAMKOMMUNE_1992", r"samkommune"),
    ("PLAN", r"plansamarbeid|\bplan- og bygning\w*|§ ?9-\d"),
    ("AVTALE", r"\b(samarbeids)?avtaler?\b|nettverk|uformel|kj[øo|]p av|kontrakt|intensjon|\bprosjekt|\bingen\b"),
)  # fmt: skip
_KOMPILERT = tuple((kode, re.compile(moenster)) for kode, moenster in _MOENSTRE)
_VERTSKOMMUNE = re.compile(r"\bvert(s?komm?\w*)?\b|\bkap(ittel|\.)? ?20\b")
#: «Avtale om vertskommune § 28-1b» is told by its paragraph; these words only say something where nothing else does.
_SVAKE = frozenset({"AVTALE", "FORENING"})
_I_NAVNET: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("IKS", re.compile(r"\bIKS\b|\binterkommunalt selskap\b", re.IGNORECASE)),
    ("IPR", re.compile(r"\bIPR\b|\bIKP\b|\binterkommunalt politisk råd\b", re.IGNORECASE)),
    ("KO", re.compile(r"\bKO\b|(?i:\bkommunalt oppg[åa]v?e?fellesskap\b|\boppgåvefellesskap\b)")),
    ("AS", re.compile(r"\bASA?\b|\bA/S\b|(?i:\baksjeselskap\b)")),
    ("SA", re.compile(r"\bSA\b|(?i:\bsamvirkef[oø]retak\b)")),
    ("STIFTELSE", re.compile(r"\bSTI\b|(?i:\bstiftelsen?\b|\bstiftinga?\b)")),
    ("SAMKOMMUNE_1992", re.compile(r"samkommune", re.IGNORECASE)),
)


@dataclass(frozen=True)
class Lestform:
    """The forms a text can mean; one when it is sure. ``forslag`` is the likeliest of several, or empty."""

    koder: tuple[str, ...] = ()
    forslag: str = ""

    @property
    def kode(self) -> str:
        """The form, when there is only one it can be."""
        return self.koder[0] if len(self.koder) == 1 else ""


def les_form(tekst: str, navn: Mapping[str, str]) -> Lestform:
    """The form that ``tekst`` means. ``navn`` gives the codes by every name the rules have for them."""
    noekkel = _noekkel(tekst)
    if kode := next((kode for ett, kode in navn.items() if _noekkel(ett) == noekkel), ""):
        return _entydig(kode, noekkel)
    koder = [kode for kode, moenster in _KOMPILERT if moenster.search(noekkel)]
    sterke = [kode for kode in koder if kode not in _SVAKE]
    koder = sterke or koder
    if not koder and _VERTSKOMMUNE.search(noekkel):
        return Lestform(("VERT_ADM", "VERT_NEMND", "P28_1992"), "VERT_ADM")
    return Lestform(tuple(koder))


def _entydig(kode: str, noekkel: str) -> Lestform:
    """«Vertskommune» is the short name of one of the two, but people say it of both."""
    if kode == "VERT_ADM" and noekkel in ("vertskommune", "vert"):
        return Lestform(("VERT_ADM", "VERT_NEMND", "P28_1992"), "VERT_ADM")
    return Lestform((kode,))


def form_i_navnet(navn: str) -> str:
    """The form that the name of a company or cooperation must show by law, or empty."""
    return next((kode for kode, moenster in _I_NAVNET if moenster.search(navn)), "")


def _noekkel(tekst: str) -> str:
    return " ".join(sorteringsnoekkel(tekst).replace("\u00a0", " ").split()).strip(" .")
