#!/usr/bin/env python3
"""Writes the small GeoTIFFs that the tests read, with GDAL.

    pip install rasterio numpy
    python make.py

All are 37 columns by 21 rows from 60°E, 45°N in steps of 0.25 by 0.125 degrees, unless their name says otherwise. The value of row r,
column c, from 0, is (31 r + 7 c) mod 97; where (r + c) mod 13 is 0 there is no data.
"""

from pathlib import Path

import numpy as np
import rasterio
from rasterio.transform import Affine

HERE = Path(__file__).parent
WEST, NORTH, STEP_X, STEP_Y = 60.0, 45.0, 0.25, 0.125
NORTH_UP = Affine(STEP_X, 0, WEST, 0, -STEP_Y, NORTH)
ROW, COLUMN = np.mgrid[0:21, 0:37]
TILES = {"tiled": True, "blockxsize": 16, "blockysize": 16}


def write(name, dtype="float32", nodata=-9999.0, crs="EPSG:4326", transform=NORTH_UP, bands=1, low=None, tags=None, **options):
    values = ((31 * ROW + 7 * COLUMN) % 97).astype("float64")
    values[(ROW + COLUMN) % 13 == 0] = np.nan if nodata is None else nodata
    if low is not None:
        values[3, 5] = low
    profile = dict(driver="GTiff", width=37, height=21, count=bands, dtype=dtype, crs=crs, transform=transform, nodata=nodata)
    with rasterio.open(HERE / f"{name}.tif", "w", **profile, **options) as raster:
        for band in range(1, bands + 1):
            raster.write(values.astype(dtype), band)
        if tags:
            raster.scales, raster.offsets = tags


write("strips-none", blockysize=4)
write("strips-deflate-float-predictor", compress="deflate", predictor=3, blockysize=5)
write("strips-lzw-f64", dtype="float64", compress="lzw", nodata=-1.7976931348623157e308)
write("strips-lzw-predictor-i16", dtype="int16", compress="lzw", predictor=2)
write("tiles-none-nan", nodata=None, **TILES)
write("tiles-deflate-predictor-u16", dtype="uint16", nodata=65535, compress="deflate", predictor=2, **TILES)
write("tiles-deflate-float-predictor", compress="deflate", predictor=3, **TILES)
write("tiles-lzw-i32", dtype="int32", nodata=-2147483648, compress="lzw", predictor=2, **TILES)
write("tiles-lzw-u32", dtype="uint32", nodata=4294967295, compress="lzw", **TILES)
write("strips-u8", dtype="uint8", nodata=255, compress="deflate")
write("big-tiff-big-endian", BIGTIFF="YES", ENDIANNESS="BIG", compress="deflate", **TILES)
write("lowest-float", nodata=float(np.finfo("float32").min), compress="deflate")
with rasterio.Env(GTIFF_POINT_GEO_IGNORE=False):
    write("points")
    with rasterio.open(HERE / "points.tif", "r+") as raster:
        raster.update_tags(AREA_OR_POINT="Point")
# What has to be refused.
write("bad-mercator", crs="EPSG:3857")
write("bad-pulkovo", crs="EPSG:4284")
write("bad-turned", transform=NORTH_UP * Affine.rotation(10))
write("bad-negative", low=-5.0)
write("bad-undeclared", nodata=-9999.0)
with rasterio.open(HERE / "bad-undeclared.tif", "r+") as raster:
    raster.nodata = -1.0
write("bad-bands", bands=2)
write("bad-scale", tags=((0.1,), (0.0,)))
write("bad-zstd", compress="zstd")
