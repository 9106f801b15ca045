"""Norwegian alphabetical order as plain text that sorts by code point.

The order is … z æ ø å, ``aa`` counts as å, ä as æ and ö as ø, and the letters of the Sámi languages and other
accents follow their base letter. The key is the same on every server, since no collation takes part in it.
The database computes it as ``translate(replace(lower(x), 'aa', 'å'), FRA, TIL)`` in a column with collation "C".
"""

# The three ASCII signs after z stand for æ, ø and å.
_SIST = {"æä": "{", "øöő": "|", "å": "}"}
_GRUNN = {
    "áàâãāăą": "a",
    "çčćċ": "c",
    "đðď": "d",
    "éèêëēėęě": "e",
    "ǧğģǥ": "g",
    "ȟħ": "h",
    "íìîïīı": "i",
    "ǩķ": "k",
    "łļĺ": "l",
    "ŋñńňņ": "n",
    "óòôõō": "o",
    "řŕ": "r",
    "šśşș": "s",
    "ŧťţț": "t",
    "úùûüūůű": "u",
    "ŵ": "w",
    "ýÿ": "y",
    "žźżʒǯ": "z",
}


def _tabell() -> dict[str, str]:
    """Each letter outside a–z to its place, in both cases: lower() knows only ASCII on some servers."""
    smaa = {tegn: plass for gruppe, plass in (_GRUNN | _SIST).items() for tegn in gruppe}
    store = {tegn.upper(): plass for tegn, plass in smaa.items()}
    # The capital of dotless ı is the plain ASCII I, which lower() has already seen to.
    return smaa | {tegn: plass for tegn, plass in store.items() if len(tegn) == 1 and not tegn.isascii()}


_TABELL = _tabell()
FRA = "".join(_TABELL)
TIL = "".join(_TABELL.values())
_OVERSETTELSE = str.maketrans(FRA, TIL)


def sorteringsnoekkel(navn: str) -> str:
    """The key that puts ``navn`` in its Norwegian place when keys are compared by code point."""
    return navn.lower().replace("aa", "å").translate(_OVERSETTELSE)
