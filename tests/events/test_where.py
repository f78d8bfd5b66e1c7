import pytest

from events.story import ANDAHUAYLAS, APURIMAC, AREQUIPA, LIMA, PERU, link, said
from quipu.events.where import Level, distance_km, where_of
from quipu.model import ClaimPlace

LEVELS = [
    ("country", PERU, Level.COUNTRY),
    ("region by its word", APURIMAC, Level.REGION),
    ("a name that town and region share", AREQUIPA, Level.REGION),
    ("district", ClaimPlace("Mesa County", country="US", admin1="Colorado"), Level.DISTRICT),
    ("town", ANDAHUAYLAS, Level.TOWN),
    ("town that the gazetteer does not have", ClaimPlace("Pichanaki"), Level.TOWN),
    ("street", ClaimPlace("Abancay Avenue"), Level.VENUE),
    ("a town named so", ClaimPlace("Puente Piedra", geonameid=3932145, country="PE", admin1="Lima"), Level.TOWN),
]


@pytest.mark.parametrize(("place", "level"), [row[1:] for row in LEVELS], ids=[row[0] for row in LEVELS])
def test_where_knows_the_level(place: ClaimPlace, level: Level) -> None:
    where = where_of(place)
    assert where is not None
    assert where.level is level


def test_where_of_nothing() -> None:
    assert where_of(None) is None
    assert where_of(ClaimPlace("")) is None


def test_distance_is_great_circle() -> None:
    lima, arequipa, hamlet = where_of(LIMA), where_of(AREQUIPA), where_of(ClaimPlace("Pichanaki"))
    assert lima is not None
    assert arequipa is not None
    assert hamlet is not None
    assert distance_km(lima, arequipa) == pytest.approx(765, abs=10)
    assert distance_km(lima, hamlet) is None


def test_accents_and_what_follows_a_comma_do_not_matter() -> None:
    left, right = where_of(ClaimPlace("Junín, Peru")), where_of(ClaimPlace("JUNIN"))
    assert left == right


def test_an_event_is_named_by_its_town_not_its_street() -> None:
    street = ClaimPlace("Abancay Avenue")
    told = [
        said("a", "injury", "2023-01-28", LIMA, at=0, injured=7),
        said("a", "killing", "2023-01-28", street, at=80, killed=1),
    ]
    (event,) = link(told)
    assert event.place == LIMA
