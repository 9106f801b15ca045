"""What kind of party a unit is, where the register makes it certain."""

from .enhet import Registerenhet

#: The institutional sector of the state (SSB Klass 39).
STATEN = "6100"
#: Organisation forms that say it by themselves. ANNA, ORGL and SÆR are many things.
AV_FORM = {"KOMM": "kommune", "FYLK": "fylkeskommune", "IKS": "iks", "STAT": "stat"}
PRIVATE = frozenset({"AS", "ASA", "ENK", "ANS", "DA", "NUF", "SA", "BA", "FLI", "STI", "SPA", "BBL", "KS", "PK"})


def parttype_for(enhet: Registerenhet) -> str | None:
    """The type (``Parttype``), or None where a person must say: an ORGL may be the state's or a municipality's."""
    if enhet.form in AV_FORM:
        return AV_FORM[enhet.form]
    if enhet.form in PRIVATE:
        return "privat"
    return "stat" if enhet.form == "ORGL" and enhet.sektor == STATEN else None
