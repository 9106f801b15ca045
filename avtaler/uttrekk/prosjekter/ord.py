"""The words for steps, hindrances and answers, in the reader's language."""

from django.utils.translation import gettext as _

from avtaler.domene.prosjekter.gang import Hinder


def stegnavn(nummer: int) -> str:
    """The six steps as 9-K named them."""
    return {
        1: _("Forprosjekt"),
        2: _("Politisk behandling"),
        3: _("Hovedutredning"),
        4: _("Ny politisk behandling"),
        5: _("Iverksetting"),
        6: _("Avslutning"),
    }[nummer]


def stegforklaring(nummer: int) -> str:
    """What happens in the step, in one sentence."""
    return {
        1: _("En faglig arbeidsgruppe utreder i grove trekk. Styringsgruppa godkjenner."),
        2: _("Hvert kommunestyre avgjør om kommunen blir med videre."),
        3: _("En faglig arbeidsgruppe utreder grundig. Steget kan frafalle."),
        4: _("Hvert kommunestyre tar stilling til hovedutredningen."),
        5: _("Prosjektet settes ut i livet. Steget kan frafalle."),
        6: _("Arbeidet føres videre i en egen ordning eller i kommunene, eller det avsluttes."),
    }[nummer]


def hindersetning(hinder: Hinder) -> str:
    """Why it cannot be done now, and what to do about it."""
    return {
        Hinder.AVSLUTTET: _("Prosjektet er avsluttet."),
        Hinder.STANSET: _("Prosjektet er stanset. Ta det opp igjen først."),
        Hinder.ET_STEG_PAAGAAR: _("Et annet steg pågår. Et prosjekt er aldri i to steg på en gang."),
        Hinder.ET_STEG_STAAR_IGJEN: _("Et tidligere steg står igjen."),
        Hinder.ER_BEGYNT: _("Steget er allerede begynt."),
        Hinder.ER_IKKE_BEGYNT: _("Steget er ikke begynt."),
        Hinder.ER_BAK_OSS: _("Steget er allerede ferdig eller frafalt."),
        Hinder.KAN_IKKE_FRAFALLE: _("Bare hovedutredningen og iverksettingen kan frafalle."),
        Hinder.ET_SENERE_STEG_ER_BEGYNT: _("Et senere steg er begynt."),
        Hinder.INGEN_DELTAKERE: _("Ingen kommuner deltar i prosjektet. Legg til deltakere først."),
        Hinder.MODENHET_UBESVART: _("Svar på modenhetsprøven før saken går til kommunestyrene."),
        Hinder.MODENHET_UBEKREFTET: _("Modenhetsprøven har svar som er «nei». Bekreft at saken likevel skal fram."),
        Hinder.RAAD_MANGLER: _("Ikke alle kommunestyrene har svart."),
        Hinder.RAAD_HAR_SVART: _("Noen av kommunestyrene har svart. Svarene må tas tilbake først."),
        Hinder.INGEN_SOM_GODKJENTE: _("Skriv hvem som godkjente forprosjektet, for eksempel styringsgruppa."),
        Hinder.FOER_FORRIGE: _("Datoen er før noe som allerede har skjedd i prosjektet."),
        Hinder.ORDNINGEN_ER_I_BRUK: _("Prosjektet er blitt til en ordning som ikke lenger er et utkast."),
        Hinder.UTEN_VEI_VIDERE: _("Velg hva prosjektet føres videre i, eller skriv hvorfor det avsluttes."),
    }[hinder]
