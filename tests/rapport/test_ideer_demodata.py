"""The ideas of the sources are all there, in order."""

from rapport.demodata import les


def test_the_two_lists_of_the_conference_hold_26_and_17_ideas_with_whom_they_were_wanted():
    (konferansen,) = [rad for rad in les("ideer") if rad["region"] == "gausdal-lillehammer-oeyer"]
    foerste, andre = konferansen["lister"]
    assert (len(foerste), len(andre)) == (26, 17)
    assert (foerste[0]["tittel"], foerste[-1]["tittel"]) == (
        "Plan – Areal og klima – Felles plankontor", "Svømmeopplæring"
    )  # fmt: skip
    assert (andre[0]["tittel"], andre[-1]["tittel"]) == (
        "Logoped – felles logoped mellom kommunene", "Kommune- og arealplaner"
    )  # fmt: skip
    assert [ide["oensket_med"] for ide in (*foerste, *andre) if "oensket_med" in ide] == [
        "Fylkesmannen", "Staten, Fylkesmannen", "Lillehammer, Øyer og Gausdal", "Lillehammer, Gausdal og Øyer",
        "Lillehammer, Gausdal og Øyer",
    ]  # fmt: skip


def test_every_candidate_of_sogn_is_judged_by_the_five_challenges():
    (sogn,) = [rad for rad in les("ideer") if rad["region"] == "sogn"]
    kandidater = [ide for ide in sogn["lister"][0] if not ide.get("eksempel")]
    assert len(kandidater) == 9
    assert all(len(ide["klarhet"]) == 5 for ide in kandidater)
