"""What can be wrong with a key or its input: a code with values, said as a sentence in both languages."""

from __future__ import annotations

from fractions import Fraction

from kostnad.domene.ledd import utfyll, velg

# Where in the input something is wrong; {nr} counts from one.
STEDER = {
    "oppdrag": ("oppdraget", "oppdraget"),
    "periode": ("perioden", "perioden"),
    "tilskudd": ("tilskudd {nr}", "tilskot {nr}"),
    "deltaker": ("deltaker {nr}", "deltakar {nr}"),
    "verdier": ("verdiene til deltaker {nr}", "verdiane til deltakar {nr}"),
    "steg": ("steget", "steget"),
    "trinn": ("trinn {nr}", "trinn {nr}"),
    "kriterium": ("kriterium {nr}", "kriterium {nr}"),
}

SETNINGER: dict[str, tuple[str, str]] = {
    # the file
    "filen_mangler": ("Fant ikke filen «{sti}».", "Fann ikkje fila «{sti}»."),
    "ikke_utf8": ("Innholdet er ikke tekst i UTF-8.", "Innhaldet er ikkje tekst i UTF-8."),
    "ikke_lesbar": (
        "Innholdet er verken gyldig JSON eller YAML: feil på linje {linje_tall}.",
        "Innhaldet er verken gyldig JSON eller YAML: feil på linje {linje_tall}.",
    ),
    "for_dypt": ("Innholdet har for mange nivåer.", "Innhaldet har for mange nivå."),
    "dobbelt_felt": ("Feltet «{felt}» står to ganger på samme sted.", "Feltet «{felt}» står to gonger på same stad."),
    "yaml_alias": ("Ankre og aliaser i YAML kan ikke brukes.", "Anker og alias i YAML kan ikkje brukast."),
    # the fields
    "ikke_objekt": ("{sted} må være et objekt med navngitte felt.", "{sted} må vere eit objekt med namngjevne felt."),
    "ikke_liste": ("«{felt}» i {sted} må være en liste.", "«{felt}» i {sted} må vere ei liste."),
    "ukjent_felt": (
        "Ukjent felt «{felt}» i {sted}. Feltene som kan brukes, er {kjente}.",
        "Ukjent felt «{felt}» i {sted}. Felta som kan brukast, er {kjente}.",
    ),
    "mangler_felt": ("Feltet «{felt}» mangler i {sted}.", "Feltet «{felt}» manglar i {sted}."),
    "flyttall": (
        '«{felt}» i {sted} er skrevet som flyttall ({verdi}). Skriv tallet som tekst, for eksempel "12.50".',
        '«{felt}» i {sted} er skrive som flyttal ({verdi}). Skriv talet som tekst, til dømes "12.50".',
    ),
    "ikke_tekst": (
        "«{felt}» i {sted} må være tekst i hermetegn og kan ikke være tom.",
        "«{felt}» i {sted} må vere tekst i hermeteikn og kan ikkje vere tom.",
    ),
    "ikke_beloep": (
        "«{felt}» i {sted} er ikke et beløp: «{verdi}». Skriv kroner med punktum og høyst to desimaler, "
        'for eksempel "1234.50".',
        "«{felt}» i {sted} er ikkje eit beløp: «{verdi}». Skriv kroner med punktum og høgst to desimalar, "
        'til dømes "1234.50".',
    ),
    "ikke_tall": (
        '«{felt}» i {sted} er ikke et tall: «{verdi}». Skriv tallet med punktum, for eksempel "12.5".',
        '«{felt}» i {sted} er ikkje eit tal: «{verdi}». Skriv talet med punktum, til dømes "12.5".',
    ),
    "ikke_dato": (
        "«{felt}» i {sted} er ikke en dato: «{verdi}». Skriv datoen som ÅÅÅÅ-MM-DD.",
        "«{felt}» i {sted} er ikkje ein dato: «{verdi}». Skriv datoen som ÅÅÅÅ-MM-DD.",
    ),
    "ukjent_valg": (
        "«{felt}» i {sted} kan ikke være «{verdi}». Det som kan brukes, er {kjente}.",
        "«{felt}» i {sted} kan ikkje vere «{verdi}». Det som kan brukast, er {kjente}.",
    ),
    # the assignment
    "ingen_deltakere": ("Det er ingen deltakere å fordele på.", "Det er ingen deltakarar å fordele på."),
    "ingen_steg": ("Nøkkelen har ingen steg.", "Nøkkelen har ingen steg."),
    "dobbel_deltaker": ("To deltakere har samme id «{id}».", "To deltakarar har same id «{id}»."),
    "reservert_id": ("En deltaker kan ikke ha id «alle».", "Ein deltakar kan ikkje ha id «alle»."),
    "reservert_kriterium": (
        "{navn} har en verdi med navnet «lik», som betyr likt på alle. Bruk et annet navn.",
        "{navn} har ein verdi med namnet «lik», som tyder likt på alle. Bruk eit anna namn.",
    ),
    "negativ_verdi": (
        "{navn} har en negativ verdi for {kriterium}: {verdi_tall}.",
        "{navn} har ein negativ verdi for {kriterium}: {verdi_tall}.",
    ),
    "periode_snudd": ("Perioden slutter før den begynner.", "Perioden sluttar før han byrjar."),
    "deltakelse_snudd": (
        "{navn} slutter før den begynner: «til» må være etter «fra».",
        "{navn} sluttar før han byrjar: «til» må vere etter «fra».",
    ),
    "deltakelse_uten_periode": (
        "{navn} har «fra» eller «til», men oppdraget har ingen periode å regne dager av.",
        "{navn} har «fra» eller «til», men oppdraget har ingen periode å rekne dagar av.",
    ),
    "negativt_tilskudd": (
        "Tilskuddet «{navn}» kan ikke være negativt: {beloep_oere}.",
        "Tilskotet «{navn}» kan ikkje vere negativt: {beloep_oere}.",
    ),
    "tilskudd_uten_beloep": (
        "Tilskudd kan bare trekkes fra når oppdraget har et beløp.",
        "Tilskot kan berre trekkjast frå når oppdraget har eit beløp.",
    ),
    "tilskudd_over_beloepet": (
        "Tilskuddene ({tilskudd_oere}) er større enn beløpet ({beloep_oere}). Det er ingenting igjen å fordele.",
        "Tilskota ({tilskudd_oere}) er større enn beløpet ({beloep_oere}). Det er ingenting att å fordele.",
    ),
    "ikke_hele_kroner": (
        "{beloep_oere} kan ikke deles i hele kroner. Velg avrunding til øre, eller rett beløpet.",
        "{beloep_oere} kan ikkje delast i heile kroner. Vel avrunding til øre, eller rett beløpet.",
    ),
    "rest_igjen": (
        "Etter siste steg er {rest_oere} ikke fordelt. Legg til et steg «fordel» som deler resten.",
        "Etter siste steget er {rest_oere} ikkje fordelt. Legg til eit steg «fordel» som deler resten.",
    ),
    # the steps
    "ukjent_steg": (
        "Steget «{verdi}» finnes ikke. Stegene er {kjente}.",
        "Steget «{verdi}» finst ikkje. Stega er {kjente}.",
    ),
    "negativt_beloep": (
        "«{felt}» kan ikke være negativt: {beloep_oere}.",
        "«{felt}» kan ikkje vere negativt: {beloep_oere}.",
    ),
    "ukjent_deltaker": ("Deltakeren «{id}» finnes ikke i oppdraget.", "Deltakaren «{id}» finst ikkje i oppdraget."),
    "tomt_utvalg": ("Ingen deltakere er med i steget.", "Ingen deltakarar er med i steget."),
    "dobbel_i_utvalg": ("Deltakeren «{id}» er nevnt to ganger.", "Deltakaren «{id}» er nemnd to gonger."),
    "begge_utvalg": (
        "Bruk enten «deltakere» eller «unntatt», ikke begge.",
        "Bruk anten «deltakere» eller «unntatt», ikkje begge.",
    ),
    "utvalg_med_navn": (
        "«deltakere» og «unntatt» kan bare brukes når «deltaker» er «alle».",
        "«deltakere» og «unntatt» kan berre brukast når «deltaker» er «alle».",
    ),
    "prosent_utenfor": (
        "Prosenten må være fra 0 til 100, ikke {prosent_tall}.",
        "Prosenten må vere frå 0 til 100, ikkje {prosent_tall}.",
    ),
    "steg_uten_beloep": (
        "Steget deler av et beløp, men oppdraget har ikke noe beløp. Det er satsene som setter summen.",
        "Steget deler av eit beløp, men oppdraget har ikkje noko beløp. Det er satsane som set summen.",
    ),
    "steg_etter_fordel": (
        "Det er ingenting igjen å fordele, for «fordel» har delt alt som var igjen.",
        "Det er ingenting att å fordele, for «fordel» har delt alt som var att.",
    ),
    "steg_etter_grense": ("«grense» må være det siste steget.", "«grense» må vere det siste steget."),
    "mangler_kriterium": (
        "{navn} mangler verdi for {kriterium}.",
        "{navn} manglar verdi for {kriterium}.",
    ),
    "kriterium_uten_sum": (
        "Summen av {kriterium} er null for deltakerne i steget, så det er ingenting å dele etter.",
        "Summen av {kriterium} er null for deltakarane i steget, så det er ingenting å dele etter.",
    ),
    "vekter_uten_sum": ("Vektene summerer til null.", "Vektene summerer til null."),
    "negativ_vekt": (
        "Vekten for {kriterium} kan ikke være negativ: {vekt_tall}.",
        "Vekta for {kriterium} kan ikkje vere negativ: {vekt_tall}.",
    ),
    "dobbelt_kriterium": ("Kriteriet {kriterium} er nevnt to ganger.", "Kriteriet {kriterium} er nemnt to gonger."),
    "tar_for_mye": (
        "Steget krever {tar_oere}, men det er bare {igjen_oere} igjen å fordele.",
        "Steget krev {tar_oere}, men det er berre {igjen_oere} att å fordele.",
    ),
    "trinn_tomt": ("Tabellen har ingen trinn.", "Tabellen har ingen trinn."),
    "trinn_rekkefoelge": (
        "Trinnene må stå i stigende rekkefølge: {til_tall} kommer etter {forrige_tall}.",
        "Trinna må stå i stigande rekkjefølgje: {til_tall} kjem etter {forrige_tall}.",
    ),
    "trinn_aapent": (
        "Bare det siste trinnet kan være uten øvre grense.",
        "Berre det siste trinnet kan vere utan øvre grense.",
    ),
    "trinn_for_hoey": (
        "{navn} har {verdi_tall} i {kriterium}, og det er over det øverste trinnet.",
        "{navn} har {verdi_tall} i {kriterium}, og det er over det øvste trinnet.",
    ),
    "grense_tom": ("Steget må ha gulv eller tak.", "Steget må ha golv eller tak."),
    "gulv_over_tak": (
        "Gulvet ({gulv_oere}) er høyere enn taket ({tak_oere}).",
        "Golvet ({gulv_oere}) er høgare enn taket ({tak_oere}).",
    ),
    "gulv_over_potten": (
        "Gulvet krever {gulv_oere} til sammen, men deltakerne skal bare dele {pott_oere}.",
        "Golvet krev {gulv_oere} til saman, men deltakarane skal berre dele {pott_oere}.",
    ),
    "tak_under_potten": (
        "Taket er for lavt: {pott_oere} skal dekkes, men det er bare plass til {tak_oere} under taket.",
        "Taket er for lågt: {pott_oere} skal dekkjast, men det er berre plass til {tak_oere} under taket.",
    ),
    "grense_foer_fordel": (
        "{rest_oere} er ikke fordelt ennå. «grense» må stå etter steget som deler resten.",
        "{rest_oere} er ikkje fordelt enno. «grense» må stå etter steget som deler resten.",
    ),
    "grense_negativ": (
        "Gulv og tak kan ikke brukes når beløpet som skal fordeles, er negativt.",
        "Golv og tak kan ikkje brukast når beløpet som skal fordelast, er negativt.",
    ),
}


class Noekkelfeil(Exception):
    """A key or an input that cannot be used: `kode`, exact `verdier` as text and, when one is at fault, the step."""

    def __init__(self, kode: str, *, sted: tuple[str, int] | None = None, **verdier: int | str | Fraction) -> None:
        self.kode = kode
        self.sted = sted
        self.verdier = {navn: str(verdi) for navn, verdi in verdier.items()}
        self.steg_nr: int | None = None
        self.steg_navn: str | None = None
        super().__init__(kode)

    def i_steg(self, nr: int, navn: str | None) -> Noekkelfeil:
        """Return the same error with the step's number (from one) and name; a step already named stays."""
        if self.steg_nr is None:
            self.steg_nr, self.steg_navn = nr, navn
        return self

    def setning(self, maalform: str) -> str:
        """Return the error as a sentence in «nb» or «nn»: «Steg 2 (fordel): Vektene summerer til null.»"""
        verdier = dict(self.verdier)
        if self.sted is not None:
            verdier["sted"] = velg(STEDER[self.sted[0]], maalform).format(nr=self.sted[1])
        return self._stegtekst() + utfyll(velg(SETNINGER[self.kode], maalform), verdier, maalform)

    def _stegtekst(self) -> str:
        if self.steg_nr is None:
            return ""
        return f"Steg {self.steg_nr} ({self.steg_navn}): " if self.steg_navn else f"Steg {self.steg_nr}: "

    def __str__(self) -> str:
        return self.setning("nb")
