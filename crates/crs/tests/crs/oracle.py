"""Positions in every CRS that is offered, by pyproj: what the tests compare with.

    pip install pyproj==3.7.2 && python3 oracle.py > oracle.tsv

pyproj 3.7.2 brings PROJ 9.5.1. Numbers are in the order that the CRS defines (always_xy is off).
"""

from pyproj import Transformer

PLACES = {
    "temirtau": (72.9667, 50.0667),
    "glubokoe": (82.32, 50.15),
    "koshkar-ata": (51.2, 43.65),
    "bishkek": (74.6, 42.87),
    "osh": (72.8, 40.52),
    "uralsk": (51.37, 51.23),
}
CODES = [4326, 3857, 4284, *range(28408, 28416), *range(32638, 32646)]

for code in CODES:
    there = Transformer.from_crs("OGC:CRS84", f"EPSG:{code}")
    back = Transformer.from_crs(f"EPSG:{code}", "OGC:CRS84")
    for name, place in PLACES.items():
        first, second = there.transform(*place)
        lon, lat = back.transform(first, second)
        print(code, name, *place, f"{first:.9f}", f"{second:.9f}", f"{lon:.11f}", f"{lat:.11f}", sep="\t")
