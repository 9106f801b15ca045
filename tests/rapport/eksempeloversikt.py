"""Two invented overviews that look like real ones: Sogndal in nynorsk and Kåfjord in bokmål.

Long names, empty fields, Sámi letters, øre that do not divide, and every kind of content that the report must show.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kommuner.domene.skriving import vis_beloep, vis_prosent, vis_tall
from rapport.domene.innhold import (
    Avtaleark,
    Betaling,
    Deltaker,
    Deltakersum,
    Funn,
    Kommunefakta,
    Kommuneoversikt,
    Naboreform,
    Prinsipper,
    Representant,
    Sak,
)

DATO = date(2026, 6, 1)
AAR = 2026

SOGN = {
    "4640": ("Sogndal", 12552),
    "4638": ("Høyanger", 3883),
    "4639": ("Vik", 2532),
    "4641": ("Aurland", 1866),
    "4642": ("Lærdal", 2223),
    "4643": ("Årdal", 5178),
    "4644": ("Luster", 5478),
}
NORD_TROMS = {
    "5540": ("Kåfjord", 1939),
    "5536": ("Lyngen", 2700),
    "5542": ("Skjervøy", 2760),
    "5544": ("Nordreisa", 4700),
    "5546": ("Kvænangen", 1120),
    "5538": ("Storfjord – Omasvuotna – Omasvuono", 1850),
}

FORMER = {
    "IPR": ("interkommunalt politisk råd", "interkommunalt politisk råd", "IPR", "kommuneloven kapittel 18", True),
    "KO": ("kommunalt oppgavefellesskap", "kommunalt oppgåvefellesskap", "KO", "kommuneloven kapittel 19", True),
    "IKS": ("interkommunalt selskap", "interkommunalt selskap", "IKS", "IKS-loven", True),
    "AS": ("aksjeselskap", "aksjeselskap", "AS", "aksjeloven", True),
    "SA": ("samvirkeforetak", "samvirkeføretak", "SA", "samvirkelova", True),
    "VERT_ADM": (
        "administrativt vertskommunesamarbeid",
        "administrativt vertskommunesamarbeid",
        "Vertskommune",
        "kommuneloven § 20-2",
        False,
    ),
    "AVTALE": (
        "avtale eller nettverk uten eget organ",
        "avtale eller nettverk utan eige organ",
        "Avtale",
        "kommuneloven § 17-1",
        False,
    ),
}

UTTREDEN = {
    "nb": "Ett års varsel, om ikke annet er avtalt (kommuneloven § 20-8).",
    "nn": "Eitt års varsel, om ikkje anna er avtalt (kommuneloven § 20-8).",
}
ANSVAR = {
    "nb": "Deltakerne svarer ubegrenset for sin del av forpliktelsene.",
    "nn": "Deltakarane svarer uavgrensa for sin del av skyldnadene.",
}
ROLLER = {
    "nb": {"deltaker": "deltaker", "vertskommune": "vertskommune", "samarbeidskommune": "samarbeidskommune"},
    "nn": {"deltaker": "deltakar", "vertskommune": "vertskommune", "samarbeidskommune": "samarbeidskommune"},
}


@dataclass(frozen=True, kw_only=True)
class Utkast:
    """The little that differs from one agreement to the next."""

    navn: str
    form: str
    oppgaver: tuple[str, ...]
    formaal: tuple[str, ...]
    deltakere: tuple[str, ...] = ()
    vert: str = ""
    kroner: Fraction | int | None = None
    andel_lik: int = 50
    vaart: str = ""
    maalform: str = ""
    representanter: tuple[tuple[str, str, str], ...] = ()
    mangler: int = 0
    klasse: str = "tjenesteyting"
    fra: date | None = date(2020, 1, 1)
    orgnr: str = ""


def sogndal() -> Kommuneoversikt:
    """Sogndal in nynorsk: principles adopted, one purpose missing, two rounds before the council."""
    return _oversikt(
        maalform="nn",
        parter=SOGN,
        oss="4640",
        fakta=Kommunefakta(
            nummer="4640",
            navn="Sogndal",
            navn_parallelle="",
            nummer_naa="4640",
            fylke="Vestland",
            orgnr="922121893",
            folketall=12552,
            folketall_dato=date(2026, 1, 1),
            folketall_kilde="Statistisk sentralbyrå, tabell 07459",
        ),
        utkast=SOGN_AVTALER,
        saker=SOGN_SAKER,
        regioner=("Sogn",),
        forgjengere=tuple(
            Naboreform(nummer=nummer, navn=navn, dato=date(2020, 1, 1))
            for nummer, navn in (("1418", "Balestrand"), ("1419", "Leikanger"), ("1420", "Sogndal"))
        ),
        prinsipper=Prinsipper(
            tekst=PRINSIPPER_NN,
            maalform="nn",
            fra_aar=2023,
            til_aar=2027,
            vedtatt=date(2024, 9, 26),
            er_eksempel=True,
        ),
    )


def kaafjord() -> Kommuneoversikt:
    """Kåfjord in bokmål: no principles, no money in some, nothing before the council, Sámi names."""
    return _oversikt(
        maalform="nb",
        parter=NORD_TROMS,
        oss="5540",
        fakta=Kommunefakta(
            nummer="5540",
            navn="Kåfjord",
            navn_parallelle="Gáivuotna – Kaivuono",
            nummer_naa="5540",
            fylke="Troms – Romsa – Tromssa",
            orgnr="940363586",
            folketall=1939,
            folketall_dato=date(2026, 1, 1),
            folketall_kilde="Statistisk sentralbyrå, tabell 07459",
        ),
        utkast=NORD_TROMS_AVTALER,
        saker=(),
        regioner=("Nord-Troms",),
        forgjengere=(),
        prinsipper=None,
    )


def _oversikt(*, maalform, parter, oss, fakta, utkast, saker, regioner, forgjengere, prinsipper) -> Kommuneoversikt:
    return Kommuneoversikt(
        dato=DATO,
        maalform=maalform,
        kommune=fakta,
        forgjengere=forgjengere,
        etterfoelgere=(),
        regioner=regioner,
        avtaler=tuple(_ark(nr, u, maalform=maalform, parter=parter, oss=oss) for nr, u in enumerate(utkast, start=1)),
        saker=saker,
        prinsipper=prinsipper,
        ser_oekonomi=True,
        regelverk="2026-07-02-0123456789ab",
    )


def _ark(nr: int, utkast: Utkast, *, maalform: str, parter: dict, oss: str) -> Avtaleark:
    navn_nb, navn_nn, kort, hjemmel, eier = FORMER[utkast.form]
    med = utkast.deltakere or tuple(parter)
    rolle = _rolle(utkast, oss)
    return Avtaleark(
        id=nr,
        navn=utkast.navn,
        maalform=utkast.maalform or maalform,
        form=utkast.form,
        form_navn=navn_nn if maalform == "nn" else navn_nb,
        form_kort=kort,
        form_hjemmel=hjemmel,
        eierinteresse=eier,
        klasse=utkast.klasse,
        klasse_navn={"tjenesteyting": "tenesteyting" if maalform == "nn" else "tjenesteyting"}.get(
            utkast.klasse, "regional utvikling"
        ),
        oppgaver=utkast.oppgaver,
        formaal=utkast.formaal,
        kommunens_formaal=utkast.vaart,
        kommunens_formaal_maalform=maalform if utkast.vaart else "",
        orgnr=utkast.orgnr,
        eget_rettssubjekt={"IPR": False, "KO": True, "IKS": True, "AS": True, "SA": True}.get(utkast.form),
        fra=utkast.fra,
        til=None,
        vaar_rolle=ROLLER[maalform][rolle],
        eierandel=Fraction(1, len(med)) if eier else None,
        ansvarsandel=Fraction(1, len(med)) if eier and utkast.form not in ("AS", "SA") else None,
        deltakere=tuple(_deltaker(nummer, utkast, parter, oss, maalform, len(med), eier) for nummer in med),
        vertskommune=parter[utkast.vert][0] if utkast.vert else "",
        oppsigelse="" if eier else UTTREDEN[maalform],
        ansvar=ANSVAR[maalform] if eier else "",
        representanter=tuple(
            Representant(organ=organ, navn=navn, rolle=verv, er_eksempel=True)
            for organ, navn, verv in utkast.representanter
        ),
        betaling=_betaling(nr, utkast, med, parter, oss, maalform) if utkast.kroner is not None else None,
        funn=FUNN[maalform][: utkast.mangler],
        er_eksempel=True,
        eksempel_merknad="Beløp og vilkår er funne på." if maalform == "nn" else "Beløp og vilkår er oppdiktet.",
    )


def _rolle(utkast: Utkast, nummer: str) -> str:
    if not utkast.vert:
        return "deltaker"
    return "vertskommune" if utkast.vert == nummer else "samarbeidskommune"


def _deltaker(nummer, utkast, parter, oss, maalform, antall, eier) -> Deltaker:
    rolle = _rolle(utkast, nummer)
    return Deltaker(
        nummer=nummer,
        navn=parter[nummer][0],
        type="kommune",
        rolle=rolle,
        rolle_navn=ROLLER[maalform][rolle],
        eierandel=Fraction(1, antall) if eier else None,
        ansvarsandel=Fraction(1, antall) if eier else None,
        medlemmer=2 if utkast.form in ("IPR", "KO", "IKS") else None,
        er_oss=nummer == oss,
    )


def _betaling(nr, utkast, med, parter, oss, maalform) -> Betaling:
    """A split part equal and part by population; `kroner` that are whole are split in whole kroner, others in øre."""
    oere = int(utkast.kroner * 100)
    enhet = 100 if oere % 100 == 0 else 1
    folk = {nummer: parter[nummer][1] for nummer in med}
    vekter = {
        nummer: Fraction(utkast.andel_lik, 100 * len(med))
        + Fraction(100 - utkast.andel_lik, 100) * Fraction(folk[nummer], sum(folk.values()))
        for nummer in med
    }
    deler = {nummer: int(vekt * oere / enhet) * enhet for nummer, vekt in vekter.items()}
    for nummer in list(deler)[: (oere - sum(deler.values())) // enhet]:
        deler[nummer] += enhet
    andel = vekter[oss]
    return Betaling(
        fordeling_id=100 + nr,
        aar=AAR,
        beloep_oere=deler[oss],
        til_fordeling_oere=oere,
        folketall=folk[oss],
        andel=andel,
        utledning=_utledning(maalform, oere, andel, deler[oss], folk[oss], sum(folk.values()), utkast.andel_lik),
        deltakere=tuple(
            Deltakersum(nummer=n, navn=parter[n][0], beloep_oere=deler[n], folketall=folk[n], er_oss=n == oss)
            for n in med
        ),
        sha256="ab" * 32,
        er_eksempel=True,
    )


def _utledning(maalform, oere, andel, vaar, folk, alle, lik) -> tuple[str, ...]:
    if maalform == "nn":
        return (
            f"{vis_beloep(oere)} skal delast i {AAR}: {lik} % likt og {100 - lik} % etter folketal.",
            f"Kommunen har {vis_tall(folk)} av {vis_tall(alle)} innbyggjarar ({vis_prosent(Fraction(folk, alle))}).",
            f"Samla del {vis_prosent(andel)} gir {vis_beloep(vaar)}, runda av etter største rest.",
        )
    return (
        f"{vis_beloep(oere)} skal deles i {AAR}: {lik} % likt og {100 - lik} % etter folketall.",
        f"Kommunen har {vis_tall(folk)} av {vis_tall(alle)} innbyggere ({vis_prosent(Fraction(folk, alle))}).",
        f"Samlet andel {vis_prosent(andel)} gir {vis_beloep(vaar)}, avrundet etter største rest.",
    )


FUNN = {
    "nn": (
        Funn(
            kode="vert.h",
            resultat="mangler",
            tittel="Korleis deltakarane kan tre ut",
            hjemmel="kommuneloven § 20-4 tredje ledd bokstav g",
            begrunnelse="Avtalen seier ikkje korleis ein deltakar kan tre ut av samarbeidet.",
        ),
        Funn(
            kode="vert.melding",
            resultat="mangler",
            tittel="Melding til statsforvaltaren",
            hjemmel="kommuneloven § 20-4 femte ledd",
            begrunnelse="Det er ikkje registrert at vertskommunen har orientert statsforvaltaren om opprettinga.",
        ),
        Funn(
            kode="vert.deleg",
            resultat="maa_vurderes",
            tittel="Instruks om delegering",
            hjemmel="kommuneloven § 20-2 andre ledd",
            begrunnelse="Nokon må sjå etter at kommunestyret har gitt kommunedirektøren instruks om å delegere.",
        ),
    ),
    "nb": (
        Funn(
            kode="vert.h",
            resultat="mangler",
            tittel="Hvordan deltakerne kan tre ut",
            hjemmel="kommuneloven § 20-4 tredje ledd bokstav g",
            begrunnelse="Avtalen sier ikke hvordan en deltaker kan tre ut av samarbeidet.",
        ),
        Funn(
            kode="vert.melding",
            resultat="mangler",
            tittel="Melding til statsforvalteren",
            hjemmel="kommuneloven § 20-4 femte ledd",
            begrunnelse="Det er ikke registrert at vertskommunen har orientert statsforvalteren om opprettelsen.",
        ),
    ),
}

SOGN_SAKER = (
    Sak(
        runde_id=1,
        avtale_id=8,
        avtale_navn="Felles barnevernsteneste for Sogndal, Luster, Lærdal og Aurland",
        tittel="Ny samarbeidsavtale om felles barnevernsteneste",
        slag="endre",
        tilraadd_dato=date(2026, 4, 17),
        vindu_fra=date(2026, 5, 1),
        vindu_til=date(2026, 6, 30),
        status="paa_saklista",
        status_navn="på saklista",
        behandlet=1,
        antall=4,
        er_forfalt=False,
        er_eksempel=True,
    ),
    Sak(
        runde_id=2,
        avtale_id=2,
        avtale_navn="Sogn kommunalt oppgåvefellesskap",
        tittel="Handlingsplan 2026–2029",
        slag="handlingsplan",
        tilraadd_dato=date(2026, 2, 6),
        vindu_fra=date(2026, 2, 15),
        vindu_til=date(2026, 5, 15),
        status="mottatt",
        status_navn="motteken",
        behandlet=5,
        antall=7,
        er_forfalt=True,
        er_eksempel=True,
    ),
)

PRINSIPPER_NN = """Sogndal kommune skal vere ein aktiv og tydeleg eigar. Kommunestyret fastset mål for kvart \
samarbeid, og den som representerer kommunen i eit eigarorgan, følgjer dei måla.

Kommunen vel samarbeidsform etter føremålet. Oppgåver som krev offentleg myndigheit, blir liggjande i eit \
vertskommunesamarbeid; felles drift skal helst organiserast som kommunalt oppgåvefellesskap.

Ordføraren representerer kommunen i representantskap og generalforsamlingar når ikkje kommunestyret har valt nokon \
annan. Representantane melder attende til formannskapet etter kvart møte.

Alle samarbeid blir evaluerte minst éin gong i kvar valperiode. Evalueringa skal seie om samarbeidet framleis er \
den beste måten å løyse oppgåva på, og om kostnaden står i høve til nytten."""

_SOGN_FIRE = ("4640", "4641", "4642", "4644")

SOGN_AVTALER = (
    Utkast(
        navn="Sognarådet interkommunalt politisk råd",
        form="IPR",
        klasse="utvikling",
        oppgaver=("Regional utvikling", "Interessepolitikk"),
        formaal=(
            "Rådet skal fremje felles interesser for kommunane i Sogn overfor fylke og stat.",
            "Rådet skal vere ein møteplass der kommunane drøftar saker som gjeld heile regionen.",
        ),
        kroner=620_000,
        vaart="Sogndal vil at Sogn talar med éi røyst i saker om samferdsel, høgare utdanning og sjukehus.",
        representanter=(
            ("representantskap", "Ordføraren", "medlem"),
            ("representantskap", "Varaordføraren", "medlem"),
            ("representantskap", "Leiar i utval for plan og næring", "varamedlem"),
        ),
        fra=date(2023, 9, 1),
    ),
    Utkast(
        navn="Sogn kommunalt oppgåvefellesskap",
        form="KO",
        oppgaver=("IKT", "Personvern", "Innkjøp"),
        formaal=("Oppgåvefellesskapet løyser felles administrative oppgåver for deltakarkommunane.",),
        kroner=4_850_001,
        vaart="Sikre ei stabil og kostnadseffektiv drift av felles fagsystem.",
        representanter=(("representantskap", "Ordføraren", "nestleiar"),),
        orgnr="999999999",
        fra=date(2023, 9, 1),
    ),
    Utkast(
        navn="SIMAS IKS – Sogn interkommunale miljø- og avfallsselskap",
        form="IKS",
        oppgaver=("Renovasjon",),
        formaal=("Selskapet skal ta hand om avfall frå hushald og verksemder på ein miljøtrygg måte.",),
        kroner=2_310_500,
        andel_lik=0,
        vaart="Ei trygg og rimeleg renovasjon for innbyggjarane, med høg sorteringsgrad.",
        representanter=(("representantskap", "Gruppeleiar i kommunestyret", "medlem"),),
        orgnr="999999999",
        fra=date(1992, 6, 15),
    ),
    Utkast(
        navn="Krisesenteret for Sogn og Sunnfjord IKS",
        form="IKS",
        oppgaver=("Krisesenter",),
        formaal=("Selskapet skal gi eit heilskapleg tilbod til personar som er utsette for vald i nære relasjonar.",),
        kroner=3_125_000,
        andel_lik=20,
        vaart="",
        representanter=(),
        fra=date(2011, 1, 1),
    ),
    Utkast(
        navn="Sogn arkiv- og dokumentasjonsteneste KO",
        form="KO",
        oppgaver=("Arkiv",),
        formaal=("Fellesskapet tek vare på og gjer tilgjengeleg arkiva til deltakarane.",),
        deltakere=_SOGN_FIRE,
        kroner=Fraction(41_233_350, 100),
        vaart="Trygg og lovleg bevaring av kommunen sine arkiv.",
    ),
    Utkast(
        navn="Sognefjorden reiselivsselskap AS",
        form="AS",
        klasse="utvikling",
        oppgaver=("Reiseliv",),
        formaal=("Selskapet marknadsfører Sognefjorden som reisemål heile året.",),
        vaart="Fleire heilårsarbeidsplassar i reiselivet.",
        representanter=(("generalforsamling", "Ordføraren", "medlem"),),
        fra=date(2009, 4, 2),
    ),
    Utkast(
        navn="Sogn innkjøpssamvirke SA",
        form="SA",
        oppgaver=("Innkjøp",),
        formaal=("Samvirket inngår rammeavtalar for medlemmene.",),
        kroner=180_000,
        andel_lik=100,
        vaart="Betre vilkår enn kommunen kan få åleine.",
    ),
    Utkast(
        navn="Felles barnevernsteneste for Sogndal, Luster, Lærdal og Aurland",
        form="VERT_ADM",
        oppgaver=("Barnevern",),
        formaal=("Tenesta utfører alle oppgåver etter barnevernslova som ikkje ligg til eit statleg organ.",),
        deltakere=_SOGN_FIRE,
        vert="4640",
        kroner=28_450_000,
        andel_lik=10,
        mangler=3,
    ),
    Utkast(
        navn="Legevakt i Indre Sogn",
        form="VERT_ADM",
        oppgaver=("Legevakt",),
        formaal=("Samarbeidet gir innbyggjarane og dei som er på besøk, øyeblikkeleg hjelp heile døgnet.",),
        vert="4643",
        kroner=11_975_000,
        andel_lik=20,
        mangler=1,
    ),
    Utkast(
        navn="Pedagogisk-psykologisk teneste for Sogn",
        form="VERT_ADM",
        oppgaver=("Pedagogisk-psykologisk teneste",),
        formaal=("Tenesta hjelper kommunane med barn og unge som har særlege behov.",),
        vert="4640",
        kroner=9_640_000,
    ),
    Utkast(
        navn="Interkommunalt utval mot akutt forureining i Sogn",
        form="VERT_ADM",
        oppgaver=("Akutt forureining", "Beredskap"),
        formaal=("Utvalet held ved like beredskapen mot akutt forureining.",),
        vert="4640",
        kroner=355_000,
        mangler=2,
    ),
    Utkast(
        navn="Skatteoppkrevjarsamarbeid og rekneskapsstøtte for små kommunar i indre Sogn",
        form="AVTALE",
        oppgaver=("Rekneskap",),
        formaal=(),
        deltakere=("4640", "4641", "4642"),
        kroner=0,
        fra=None,
    ),
    Utkast(
        navn="Felles veterinærvakt",
        form="AVTALE",
        oppgaver=("Landbruk",),
        formaal=("Kommunane kjøper veterinærvakt saman.",),
        kroner=1_090_000,
        andel_lik=0,
    ),
    Utkast(
        navn="Nettverk for samfunnssikkerhet og beredskap",
        form="AVTALE",
        oppgaver=("Beredskap",),
        formaal=("Nettverket deler erfaringer og øver sammen én gang i året.",),
        maalform="nb",
        klasse="utvikling",
    ),
)

NORD_TROMS_AVTALER = (
    Utkast(
        navn="Nord-Troms interkommunalt politisk råd",
        form="IPR",
        klasse="utvikling",
        oppgaver=("Regional utvikling",),
        formaal=("Rådet skal ivareta felles interesser for kommunene i Nord-Troms og Gáivuotna–Omasvuotna-området.",),
        kroner=1_350_000,
        representanter=(
            ("representantskap", "Ordføreren", "medlem"),
            ("representantskap", "Varaordføreren", "varamedlem"),
        ),
        vaart="Sterkere felles stemme for næring, samferdsel og samiske interesser.",
    ),
    Utkast(
        navn="Avfallsservice Nord-Troms IKS",
        form="IKS",
        oppgaver=("Renovasjon",),
        formaal=("Selskapet samler inn og behandler husholdningsavfall.",),
        kroner=7_420_999,
        andel_lik=0,
        orgnr="999999999",
        representanter=(("representantskap", "Ordføreren", "medlem"),),
    ),
    Utkast(
        navn="Nord-Troms museum SA – Davvi-Romssa musea",
        form="SA",
        oppgaver=("Museum",),
        formaal=(
            "Museet forvalter arven etter samer, kvener og nordmenn: Čáhppes, Đearpmis, Ŋoaivi, Šiŋŋá, Ŧ og Žjuvvi.",
        ),
        kroner=2_040_000,
    ),
    Utkast(
        navn="Halti næringshage AS",
        form="AS",
        klasse="utvikling",
        oppgaver=("Næringsutvikling",),
        formaal=("Selskapet gir råd til bedrifter i regionen.",),
    ),
    Utkast(
        navn="Studiesenter for Nord-Troms KO",
        form="KO",
        oppgaver=("Voksenopplæring",),
        formaal=("Fellesskapet legger til rette for desentralisert utdanning.",),
        kroner=980_000,
        andel_lik=100,
        vaart="Flere innbyggere med fagbrev og høyere utdanning.",
    ),
    Utkast(
        navn="Interkommunalt samarbeid om pedagogisk-psykologisk tjeneste og veiledning i barnehage og skole",
        form="VERT_ADM",
        oppgaver=("Pedagogisk-psykologisk tjeneste",),
        formaal=("Tjenesten gir sakkyndig vurdering og veiledning.",),
        vert="5544",
        kroner=6_300_000,
        mangler=2,
    ),
    Utkast(
        navn="Felles legevaktsentral",
        form="VERT_ADM",
        oppgaver=("Legevakt",),
        formaal=("Legevaktsentralen svarer innbyggerne hele døgnet, også på nordsamisk.",),
        vert="5540",
        kroner=4_111_111,
        andel_lik=25,
    ),
    Utkast(
        navn="Gjennomgående planveileder i Nord-Troms",
        form="AVTALE",
        oppgaver=("Planlegging",),
        formaal=("Kommunene deler en planveileder.",),
        deltakere=("5540", "5538", "5536"),
        kroner=870_000,
        andel_lik=100,
    ),
)
