"""Organisation numbers: nine digits, the last of which checks the others (Brønnøysund's modulus 11)."""

VEKTER = (3, 2, 7, 6, 5, 4, 3, 2)


def er_gyldig_orgnr(orgnr: str) -> bool:
    """Whether the digits are an organisation number that can exist."""
    if len(orgnr) != 9 or not (orgnr.isascii() and orgnr.isdigit()):
        return False
    rest = sum(vekt * int(siffer) for vekt, siffer in zip(VEKTER, orgnr[:8], strict=True)) % 11
    kontroll = 0 if rest == 0 else 11 - rest
    return kontroll == int(orgnr[8])


def rens_orgnr(tekst: str) -> str:
    """The number without the spaces and full stops people group it with, and without «NO» and «MVA» around it."""
    tegn = "".join(tekst.replace(".", "").split()).upper()
    return tegn.removeprefix("NO").removesuffix("MVA")
