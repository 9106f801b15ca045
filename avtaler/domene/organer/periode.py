"""When a term turns: the day after a local election from which the newly elected sit."""

from datetime import date

#: The councils hold their constituting meeting by the end of October (koml. § 7-1(1)).
DAG, MAANED = 15, 10
VALGAAR, HVERT = 2023, 4


def neste_periodestart(dato: date) -> date:
    """15 October of the first local election year that comes after ``dato``: a day to start from, not a rule."""
    aar = dato.year + (VALGAAR - dato.year) % HVERT
    start = date(aar, MAANED, DAG)
    return start if start > dato else date(aar + HVERT, MAANED, DAG)


def siste_dag_uten_nyvalg(foerste_dag: date) -> date:
    """The day those who sit must be replaced by: the first turn of the year in the new term (koml. § 7-1(5))."""
    return date(foerste_dag.year + 1, 1, 1)
