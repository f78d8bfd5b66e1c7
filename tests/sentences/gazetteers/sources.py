"""Small sources of every kind, of an invented corner of Peru's tables: written by hand, with the real layout."""

import gzip
import zipfile
from pathlib import Path


def geoname(number: object, name: str, **fields: object) -> str:
    """One line of a dump; `fields` replaces defaults by name."""
    told: dict[str, object] = {
        "ascii": name, "alternates": "", "lat": -14.1, "lon": -73.2, "class": "P", "code": "PPL", "country": "PE",
        "cc2": "", "admin1": "03", "admin2": "", "admin3": "", "admin4": "", "population": 310, "elevation": "",
        "dem": 2900, "timezone": "America/Lima", "modified": "2022-11-02",
    } | fields  # fmt: skip
    return "\t".join(str(cell) for cell in (number, name, *told.values()))


DUMP = "\n".join(
    [
        geoname(9000001, "Vilcaray", alternates="Huilcaray,VLC,Вилькарай"),
        geoname(9000002, "Provincia de Ñorpampa", ascii="Provincia de Norpampa", **{"class": "A", "code": "ADM2"}),
        geoname(9000003, "Pampacruz", lat=-14.6, lon=-73.9, population=41_000),
        geoname(9000004, "Río Turpo", **{"class": "H", "code": "STM"}),
        geoname(9000005, "Aeródromo Turpo", **{"class": "S", "code": "AIRP"}),
        geoname(9000006, "Vieja Turpo", **{"code": "PPLQ"}),
        geoname(3947421, "Apurímac", lat=-14.0, lon=-73.0, population=405_759, **{"class": "A", "code": "ADM1"}),
        geoname(3932488, "Republic of Peru", admin1="00", **{"class": "A", "code": "PCLI"}),
    ]
)
AREA_CODES = "PE.03\tApurímac\tApurimac\t3947421\nPE.77\tQolla Suyu\tQolla Suyu\t9000100\n"
PCODES = """ADM0_PCODE,ADM1_ES,ADM1_PCODE,ADM2_ES,ADM2_EN,ADM2_PCODE,lat,lon
#country+code,#adm1+name,#adm1+code,#adm2+name,#adm2+name+en,#adm2+code,#geo+lat,#geo+lon
PE,Apurímac,PE03,Ñorpampa,Norpampa,PE0399,-14.2,-73.1
PE,Apurímac,PE03,"Turpo, Alto",,PE0398,,
"""


def write(folder: Path, name: str, text: str | bytes) -> Path:
    """A source as a file; `.gz` and `.zip` are packed as published."""
    data = text if isinstance(text, bytes) else text.encode()
    path = folder / name
    if name.endswith(".zip"):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("readme.txt", "about the table")
            archive.writestr(f"{path.stem}.txt", data)
    else:
        path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return path
