"""Which tiles are asked for: where hotspots are, the more of them the likelier, zooms 6 to 12."""

import math
import random

ZOOMS = range(6, 13)
COUNT = 400
WORLD = 2 * math.pi * 6_378_137


def tile_of(x, y, zoom):
    """The tile that holds a position in metres of EPSG:3857."""
    side = WORLD / 2**zoom
    return zoom, int((x + WORLD / 2) // side), int((WORLD / 2 - y) // side)


def addresses(positions, seed=6):
    """400 different tiles (zoom, x, y) in random order, the same in every run; as many of each zoom as it has, at most a seventh."""
    chance = random.Random(seed)
    chosen = []
    for zoom in ZOOMS:
        # What the lower zooms, with their few tiles, leave over goes to the higher ones.
        wanted = (COUNT - len(chosen)) // (ZOOMS[-1] - zoom + 1)
        tiles = dict.fromkeys(tile_of(*chance.choice(positions), zoom) for _ in range(50 * wanted))
        chosen += list(tiles)[:wanted]
    if len(chosen) < COUNT:
        raise SystemExit(f"only {len(chosen)} tiles hold anything: more hotspots are needed")
    chance.shuffle(chosen)
    return chosen
