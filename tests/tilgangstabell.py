"""Who may do what, address by address. A new address belongs in TABELL before anything else.

The ten readers are those of ``tests/verden.py``. Addresses that name an agreement are tried twice: with a published
agreement, which the table is about, and with a draft, which is nobody's but its coordinators' (UTKAST).
"""

from dataclasses import dataclass, replace

ROLLER = (
    "besøkende",
    "politiker",
    "politiker annen kommune",
    "sekretær",
    "sekretær region",
    "innsyn",
    "rapportør",
    "koordinator",
    "koordinator annen region",
    "administrator",
)
ALLE = frozenset(ROLLER)
INNLOGGET = ALLE - {"besøkende"}
ANDRE = frozenset({"besøkende", "politiker annen kommune", "koordinator annen region"})
#: People with a role in the municipality or its region: they see its money and its reports.
EGNE = ALLE - ANDRE
REDIGERER = frozenset({"koordinator", "administrator"})
KOORDINATORER = REDIGERER | {"koordinator annen region"}
BESTILLER = frozenset({"sekretær", "sekretær region"}) | REDIGERER

#: What a form may answer when it comes empty, or when there is nothing left to do.
SKJEMASVAR = frozenset({302, 400, 409, 422})


@dataclass(frozen=True)
class Regel:
    """Who gets the page, who may send to it (None: the address takes no POST), and what they are answered."""

    ser: frozenset[str]
    sender: frozenset[str] | None = None
    aapen: bool = False
    """Visitors are judged as everybody else; otherwise they are sent to log in."""
    get: frozenset[int] = frozenset({200})
    post: frozenset[int] = SKJEMASVAR

    def ventet(self, rolle: str, metode: str) -> frozenset[int]:
        """The statuses that ``rolle`` may get."""
        if rolle == "besøkende" and not self.aapen:
            return frozenset({302})
        if metode.startswith("GET"):
            return self.get if rolle in self.ser else frozenset({404})
        if self.sender is None:
            return frozenset({405})
        if rolle not in self.sender:
            return frozenset({404})
        return self.post


OFFENTLIG = Regel(ALLE, aapen=True)
OEKONOMI = Regel(EGNE)
RAPPORT = Regel(EGNE)
RAPPORTLISTE = Regel(EGNE, BESTILLER)
REGION = Regel(ALLE, BESTILLER - {"sekretær"}, aapen=True)
SKRIVE = Regel(REDIGERER, REDIGERER)
#: Reports home: the municipality's own, but not those who only oversee it, and the coordinator.
TALER_FOR = EGNE - {"innsyn", "rapportør", "sekretær region"}
MELDER = Regel(TALER_FOR, TALER_FOR)
REGISTRERE = Regel(KOORDINATORER, KOORDINATORER)
BARE_POST = frozenset({405})
HANDLING = Regel(ALLE, ALLE, aapen=True, get=BARE_POST)
SVARE = Regel(REDIGERER | {"politiker", "sekretær"}, REDIGERER | {"politiker", "sekretær"})
INNSPILL = Regel(ALLE, ALLE, aapen=True)
FORESLAA = Regel(SVARE.ser | {"koordinator annen region"}, SVARE.ser | {"koordinator annen region"})
VEDTA = Regel(ALLE, REDIGERER, get=BARE_POST)
#: A municipality judges through its politicians and its secretary.
VURDERE = Regel(frozenset({"politiker", "sekretær"}) | REDIGERER, frozenset({"politiker", "sekretær"}) | REDIGERER)

# allauth's pages answer 200 also to a form with errors, and lead a reader who is logged in away from the login page.
KONTO = Regel(INNLOGGET)
KONTOSKJEMA = Regel(INNLOGGET, INNLOGGET, post=frozenset({200, 302}))
INNGANG = Regel(ALLE, ALLE, aapen=True, get=frozenset({200, 302}), post=frozenset({200, 302}))
# Second factor: what is not switched on is not there (404), and what is needs a fresh password (302).
TOFAKTORSKJEMA = Regel(INNLOGGET, INNLOGGET, get=frozenset({200, 302, 404}), post=frozenset({200, 302, 404, 405}))
INNGANGSSIDE = Regel(ALLE, aapen=True, get=frozenset({200, 302}))

TABELL: dict[str, Regel] = {
    # samarbeid
    "start": OFFENTLIG,
    "hjelp": OFFENTLIG,
    "tilgjengelighet": OFFENTLIG,
    "spraak": HANDLING,
    "healthz": OFFENTLIG,
    "readyz": OFFENTLIG,
    # konto
    "konto": KONTO,
    "account_login": INNGANG,
    "account_logout": INNGANG,
    "account_inactive": INNGANGSSIDE,
    "account_reauthenticate": KONTOSKJEMA,
    "account_change_password": KONTOSKJEMA,
    "account_reset_password": INNGANG,
    "account_reset_password_done": INNGANGSSIDE,
    "account_reset_password_from_key": INNGANG,
    "account_reset_password_from_key_done": INNGANGSSIDE,
    "mfa_index": KONTO,
    "mfa_authenticate": INNGANG,
    "mfa_reauthenticate": TOFAKTORSKJEMA,
    "mfa_activate_totp": TOFAKTORSKJEMA,
    "mfa_deactivate_totp": TOFAKTORSKJEMA,
    "mfa_view_recovery_codes": TOFAKTORSKJEMA,
    "mfa_generate_recovery_codes": TOFAKTORSKJEMA,
    "mfa_download_recovery_codes": TOFAKTORSKJEMA,
    # avtaler
    "avtaler:register": OFFENTLIG,
    "avtaler:ny": REGISTRERE,
    "avtaler:register_xlsx": OFFENTLIG,
    "avtaler:register_csv": OFFENTLIG,
    "avtaler:importer": REGISTRERE,
    "avtaler:importmal": Regel(KOORDINATORER),
    "avtaler:innlesing": Regel(REDIGERER),
    "avtaler:innlesing_oppsett": SKRIVE,
    "avtaler:svar_innlesing": VEDTA,
    "avtaler:lagre_innlesing": VEDTA,
    "avtaler:forkast_innlesing": VEDTA,
    "avtaler:avtale": OFFENTLIG,
    "avtaler:endre": SKRIVE,
    "avtaler:avslutt": SKRIVE,
    "avtaler:slett": SKRIVE,
    "avtaler:omdann": SKRIVE,
    "avtaler:omdanning_i_kraft": SKRIVE,
    "avtaler:gjennomgaa": Regel(REDIGERER),
    "avtaler:sammenheng": SKRIVE,
    "avtaler:deltakere": OFFENTLIG,
    "avtaler:ny_deltaker": SKRIVE,
    "avtaler:endre_deltaker": SKRIVE,
    "avtaler:avslutt_deltaker": SKRIVE,
    "avtaler:tre_ut": SKRIVE,
    "avtaler:angre_oppsigelse": SKRIVE,
    "avtaler:ny_deloppgave": SKRIVE,
    "avtaler:endre_deloppgave": SKRIVE,
    "avtaler:ny_deloppgavedeltaker": SKRIVE,
    "avtaler:endre_deloppgavedeltaker": SKRIVE,
    "avtaler:steder": OFFENTLIG,
    "avtaler:nytt_sted": SKRIVE,
    "avtaler:endre_sted": SKRIVE,
    "avtaler:bekreft": VEDTA,
    # One who belongs to a single region comes straight to it.
    "avtaler:regionene": INNGANGSSIDE,
    "avtaler:regionen": OFFENTLIG,
    "avtaler:strategier": OFFENTLIG,
    "avtaler:strategi": OFFENTLIG,
    "avtaler:hva_gjoer_vi": OFFENTLIG,
    "avtaler:ny_strategi": SKRIVE,
    "avtaler:endre_strategi": SKRIVE,
    "avtaler:slett_strategi": SKRIVE,
    "avtaler:nytt_punkt": SKRIVE,
    "avtaler:endre_punkt": SKRIVE,
    "avtaler:flytt_punkt": VEDTA,
    "avtaler:slett_punkt": SKRIVE,
    "avtaler:tiltak": OFFENTLIG,
    "avtaler:nytt_tiltak": SKRIVE,
    "avtaler:endre_tiltak": SKRIVE,
    "avtaler:slett_tiltak": SKRIVE,
    "avtaler:frontsaker": OFFENTLIG,
    "avtaler:ny_frontsak": SKRIVE,
    "avtaler:endre_frontsak": SKRIVE,
    "avtaler:slett_frontsak": SKRIVE,
    "avtaler:handlingsplan": OFFENTLIG,
    "avtaler:ny_handlingsplan": SKRIVE,
    "avtaler:endre_handlingsplan": SKRIVE,
    "avtaler:slett_handlingsplan": SKRIVE,
    "avtaler:send_handlingsplan": SKRIVE,
    "avtaler:prosjekter": OFFENTLIG,
    "avtaler:prosjektfil": OFFENTLIG,
    "avtaler:nytt_prosjekt": REGISTRERE,
    "avtaler:prosjekt": OFFENTLIG,
    "avtaler:endre_prosjekt": SKRIVE,
    "avtaler:stans_prosjekt": SKRIVE,
    "avtaler:slett_prosjekt": SKRIVE,
    "avtaler:prosjektsteg": SKRIVE,
    "avtaler:stegvedtak": SKRIVE,
    "avtaler:ny_prosjektdeltaker": SKRIVE,
    "avtaler:endre_prosjektdeltaker": SKRIVE,
    "avtaler:slett_prosjektdeltaker": SKRIVE,
    "avtaler:modenhet": SKRIVE,
    "avtaler:avslutt_prosjekt": SKRIVE,
    "avtaler:matrise": OFFENTLIG,
    "avtaler:matrisefil": OFFENTLIG,
    "avtaler:oppgaver": OFFENTLIG,
    "avtaler:lovkrav": OFFENTLIG,
    "avtaler:dokumenter": OFFENTLIG,
    "avtaler:nytt_dokument": SKRIVE,
    "avtaler:bibliotek": OFFENTLIG,
    "avtaler:dokument": OFFENTLIG,
    "avtaler:dokumentfil": OFFENTLIG,
    "avtaler:endre_dokument": SKRIVE,
    "avtaler:slett_dokument": SKRIVE,
    "avtaler:versjoner": OFFENTLIG,
    "avtaler:versjon": OFFENTLIG,
    "avtaler:sammenlign": OFFENTLIG,
    "avtaler:ny_versjon": Regel(ALLE, REDIGERER, get=BARE_POST),
    "avtaler:endre_versjon": SKRIVE,
    "avtaler:sett_i_kraft": SKRIVE,
    "avtaler:slett_versjon": SKRIVE,
    "avtaler:vedtak": OFFENTLIG,
    "avtaler:ny_runde": SKRIVE,
    "avtaler:meld_statsforvalter": SKRIVE,
    "avtaler:runder": OFFENTLIG,
    "avtaler:organer": OFFENTLIG,
    "avtaler:nytt_organ": SKRIVE,
    "avtaler:ny_periode": SKRIVE,
    "avtaler:regionorganer": OFFENTLIG,
    "avtaler:nytt_regionorgan": SKRIVE,
    "avtaler:ny_periode_region": SKRIVE,
    "avtaler:organ": OFFENTLIG,
    "avtaler:endre_organ": SKRIVE,
    "avtaler:slett_organ": SKRIVE,
    "avtaler:nytt_setetall": SKRIVE,
    "avtaler:endre_setetall": SKRIVE,
    "avtaler:slett_setetall": SKRIVE,
    "avtaler:nytt_verv": SKRIVE,
    "avtaler:endre_verv": SKRIVE,
    "avtaler:slett_verv": SKRIVE,
    # Pages that name people are for those who are logged in; a municipality's secretary writes for its own.
    "avtaler:verv": KONTO,
    "avtaler:seter": Regel(EGNE),
    "avtaler:fyll_sete": Regel(BESTILLER, BESTILLER),
    "avtaler:ny_styring": Regel(BESTILLER, BESTILLER),
    "avtaler:endre_styring": Regel(BESTILLER, BESTILLER),
    "avtaler:slett_styring": Regel(BESTILLER, BESTILLER),
    "avtaler:ny_folkevalgt": Regel(BESTILLER, BESTILLER),
    "avtaler:endre_folkevalgt": Regel(BESTILLER, BESTILLER),
    "avtaler:slett_folkevalgt": Regel(BESTILLER, BESTILLER),
    "avtaler:regiontall": OFFENTLIG,
    "avtaler:nytt_regiontall": SKRIVE,
    "avtaler:endre_regiontall": SKRIVE,
    "avtaler:slett_regiontall": SKRIVE,
    "avtaler:moeter": OFFENTLIG,
    "avtaler:nytt_moete": REGISTRERE,
    "avtaler:moeteserie": REGISTRERE,
    "avtaler:moete": OFFENTLIG,
    "avtaler:endre_moete": SKRIVE,
    "avtaler:slett_moete": SKRIVE,
    "avtaler:ny_moetesak": SKRIVE,
    "avtaler:endre_moetesak": SKRIVE,
    "avtaler:slett_moetesak": SKRIVE,
    "avtaler:meld_tilbake": MELDER,
    "avtaler:slett_tilbakemelding": MELDER,
    "avtaler:tilbakemeldinger": Regel(EGNE),
    "avtaler:vedtakslogg": OFFENTLIG,
    "avtaler:vedtaksfil": OFFENTLIG,
    "avtaler:initiativer": OFFENTLIG,
    "avtaler:nytt_initiativ": REGISTRERE,
    "avtaler:initiativ": OFFENTLIG,
    "avtaler:endre_initiativ": SKRIVE,
    "avtaler:svar_initiativ": SKRIVE,
    "avtaler:slett_initiativ": SKRIVE,
    "avtaler:kunngjoeringer": OFFENTLIG,
    "avtaler:ny_kunngjoering": REGISTRERE,
    "avtaler:kunngjoering": OFFENTLIG,
    "avtaler:endre_kunngjoering": SKRIVE,
    "avtaler:slett_kunngjoering": SKRIVE,
    "avtaler:runde": OFFENTLIG,
    "avtaler:laas_runde": SKRIVE,
    "avtaler:minn": VEDTA,
    "avtaler:foelge": VEDTA,
    "avtaler:forbehandling": SKRIVE,
    "avtaler:nytt_innspill": SKRIVE,
    "avtaler:svar_innspill": SKRIVE,
    "avtaler:endre_runde": SKRIVE,
    "avtaler:trekk_runde": SKRIVE,
    "avtaler:registrer_vedtak": SKRIVE,
    "avtaler:historikk": Regel(REDIGERER | {"innsyn"}),
    "avtaler:endringslogg": Regel(KOORDINATORER | {"innsyn"}),
    "avtaler:reformer": Regel(KOORDINATORER),
    "avtaler:reform": REGISTRERE,
    # ideer
    "avtaler:ideer": OFFENTLIG,
    "avtaler:ny_ide": FORESLAA,
    "avtaler:like_ideer": REGISTRERE,
    "avtaler:ide": OFFENTLIG,
    "avtaler:endre_ide": SKRIVE,
    "avtaler:slett_ide": SKRIVE,
    "avtaler:svar_interesse": SVARE,
    "avtaler:vurder_ide": SKRIVE,
    "avtaler:si_nei_til_ide": SKRIVE,
    "avtaler:ta_opp_ide": VEDTA,
    "avtaler:skill_ut_ide": VEDTA,
    "avtaler:ide_blir_avtale": SKRIVE,
    "avtaler:ide_blir_prosjekt": SKRIVE,
    "avtaler:ide_blir_utvidelse": SKRIVE,
    "avtaler:innspill_til_ide": INNSPILL,
    "avtaler:innspill_til_runde": INNSPILL,
    "avtaler:innspillkoe": Regel(KOORDINATORER),
    "avtaler:innbyggerinnspill": SKRIVE,
    "avtaler:aarshjul": OFFENTLIG,
    "avtaler:aarshjul_ics": OFFENTLIG,
    # The secret in the address is what opens it.
    "avtaler:kalender": OFFENTLIG,
    "avtaler:kalendere": Regel(INNLOGGET, INNLOGGET),
    "avtaler:trekk_kalender": Regel(ALLE, frozenset({"politiker"}), get=BARE_POST),
    "avtaler:sammendrag": Regel(INNLOGGET, INNLOGGET),
    "avtaler:ny_hjulhendelse": SKRIVE,
    "avtaler:endre_hjulhendelse": SKRIVE,
    "avtaler:slett_hjulhendelse": SKRIVE,
    "avtaler:paavirke": OFFENTLIG,
    "avtaler:rydding": Regel(KOORDINATORER),
    "avtaler:ryddefunn": SKRIVE,
    # avtaler: prosjektøkonomi og særtrekk
    "avtaler:finansiering": OEKONOMI,
    "avtaler:kostnadsramme": SKRIVE,
    "avtaler:ny_finansiering": SKRIVE,
    "avtaler:endre_finansiering": SKRIVE,
    "avtaler:slett_finansiering": SKRIVE,
    "avtaler:prosjektgevinster": OFFENTLIG,
    "avtaler:ny_prosjektgevinst": SKRIVE,
    "avtaler:ny_avtalegevinst": SKRIVE,
    "avtaler:endre_gevinst": SKRIVE,
    "avtaler:slett_gevinst": SKRIVE,
    "avtaler:regiongevinster": OFFENTLIG,
    "avtaler:saertrekk": OFFENTLIG,
    "avtaler:endre_saertrekk": SKRIVE,
    "avtaler:systemer": OFFENTLIG,
    "avtaler:styring": OFFENTLIG,
    "avtaler:temaer": OFFENTLIG,
    "avtaler:utvikling": OFFENTLIG,
    "avtaler:nytt_system": SKRIVE,
    "avtaler:endre_system": SKRIVE,
    "avtaler:slett_system": SKRIVE,
    # vurdering: gule lapper, vurderinger, konferanser, diskusjonsdokumenter
    "avtaler:lapperunder": OFFENTLIG,
    "avtaler:ny_lapperunde": REGISTRERE,
    "avtaler:lapperunde": OFFENTLIG,
    "avtaler:endre_lapperunde": SKRIVE,
    "avtaler:slett_lapperunde": SKRIVE,
    # The answer is the page with the link, shown once.
    "avtaler:ny_lappelenke": Regel(ALLE, REDIGERER, get=BARE_POST, post=frozenset({200})),
    "avtaler:heng_opp_lapper": VEDTA,
    "avtaler:skriv_i_lapperunde": Regel(EGNE, EGNE),
    "avtaler:grupper_lapper": SKRIVE,
    "avtaler:svar_paa_lappegruppe": SKRIVE,
    "avtaler:slett_lappegruppe": SKRIVE,
    "avtaler:lapp": Regel(ALLE, ALLE, aapen=True),
    "avtaler:vurderinger": OFFENTLIG,
    "avtaler:ny_vurdering": VURDERE,
    "avtaler:evaluert": VEDTA,
    "avtaler:endre_vurdering": VURDERE,
    "avtaler:slett_vurdering": VURDERE,
    "avtaler:regionens_vurderinger": OFFENTLIG,
    "avtaler:vurderinger_csv": OFFENTLIG,
    "avtaler:konferanser": OFFENTLIG,
    "avtaler:ny_konferanse": REGISTRERE,
    "avtaler:konferanse": OFFENTLIG,
    "avtaler:endre_konferanse": SKRIVE,
    "avtaler:slett_konferanse": SKRIVE,
    "avtaler:lag_saksliste": VEDTA,
    "avtaler:ny_sak": SKRIVE,
    "avtaler:endre_sak": SKRIVE,
    "avtaler:flytt_sak": VEDTA,
    "avtaler:diskusjoner": OFFENTLIG,
    "avtaler:ny_diskusjon": REGISTRERE,
    "avtaler:diskusjon": OFFENTLIG,
    "avtaler:endre_diskusjon": SKRIVE,
    "avtaler:slett_diskusjon": SKRIVE,
    "avtaler:alternativkostnader": SKRIVE,
    "avtaler:nytt_alternativ": SKRIVE,
    "avtaler:endre_alternativ": SKRIVE,
    "avtaler:slett_alternativ": SKRIVE,
    "avtaler:sammenlign_mot": VEDTA,
    # kostnad
    "kostnad:avtale": OEKONOMI,
    "kostnad:tilskudd": Regel(INNLOGGET),
    "kostnad:tilskuddsfil": Regel(INNLOGGET),
    "kostnad:ny_noekkel": SKRIVE,
    "kostnad:nytt_budsjett": SKRIVE,
    "kostnad:budsjett": SKRIVE,
    "kostnad:forslag": OEKONOMI,
    "kostnad:vedta": VEDTA,
    "kostnad:fordeling": OEKONOMI,
    "kostnad:fordeling_data": OEKONOMI,
    # rapport
    "rapport:kommuner": OFFENTLIG,
    "rapport:kommune": OFFENTLIG,
    # What is sent is answers to a quiz; nothing is stored.
    "rapport:ny_folkevalgt": Regel(ALLE, ALLE, aapen=True, post=frozenset({200})),
    "rapport:kommunedata": OFFENTLIG,
    "rapport:betaler": OEKONOMI,
    "rapport:eierskapsmeldinger": RAPPORTLISTE,
    "rapport:eierskapsmelding": RAPPORT,
    "rapport:pdf": RAPPORT,
    "rapport:html": RAPPORT,
    "rapport:bestilling": RAPPORT,
    "rapport:proev_igjen": Regel(ALLE, BESTILLER, get=BARE_POST),
    "rapport:region": REGION,
}


def utkast(regel: Regel) -> Regel:
    """The same address for a draft: only its coordinators know that it is there."""
    ser = regel.ser if regel.get == BARE_POST else REDIGERER
    return replace(regel, ser=ser, sender=None if regel.sender is None else REDIGERER)
