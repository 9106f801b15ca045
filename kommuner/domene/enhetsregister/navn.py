"""The register's names: mostly in capitals, and with «KOMMUNE» after the municipality's own name."""

import re

#: Written in capitals, and small words within a name.
FORKORTELSER = frozenset(
    {
        "AS",
        "ASA",
        "IKS",
        "KF",
        "FKF",
        "SA",
        "BA",
        "DA",
        "ANS",
        "NUF",
        "IPR",
        "KO",
        "IKT",
        "IT",
        "NAV",
        "KS",
        "HF",
        "RHF",
    }
)
SMAAORD = frozenset({"og", "i", "på", "for", "av", "til", "ved", "frå", "fra", "med", "under", "mellom", "m/"})
_ORD = re.compile(r"[^\s\-/]+")
_TEGN = re.compile(r"[\W_]+")


def samme_navn(vaart: str, registerets: str) -> bool:
    """Whether the names are one: case, punctuation and a last «kommune» (also «herad») set aside."""
    return _kjerne(vaart) == _kjerne(registerets)


def penskrevet(navn: str) -> str:
    """A name in capitals as a person would write it, «SOGN OG SUNNFJORD IKS» → «Sogn og Sunnfjord IKS».

    A proposal to look at: what the capitals stood for is lost. A name that has small letters is left as it is.
    """
    if navn != navn.upper():
        return navn
    pent = _ORD.sub(lambda treff: _pent_ord(treff[0]), navn)
    return pent[:1].upper() + pent[1:]


def _pent_ord(ord_: str) -> str:
    if ord_ in FORKORTELSER:
        return ord_
    return ord_.lower() if ord_.lower() in SMAAORD else ord_[:1] + ord_[1:].lower()


def _kjerne(navn: str) -> str:
    ord_ = _TEGN.sub(" ", navn.casefold()).split()
    return " ".join(ord_[:-1] if len(ord_) > 1 and ord_[-1] in ("kommune", "herad") else ord_)
