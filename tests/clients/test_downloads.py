"""Every format of a download, read by geopandas and pyogrio: all have the rows, values and shapes that the API tells in GeoJSON."""

import json
import math

import geopandas
import pandas
import pyogrio
import pytest
import shapely

FORMATS = ["csv", "geojsonl", "gpkg", "fgb", "parquet"]
COLLECTIONS = ["hotspots", "oblasts", "rivers", "settlements"]
# Texts, words and figures that every format has under the same name, where the collection has them.
COLUMNS = ["name", "kind", "status", "trust", "country", "oblast", "note", "position_accuracy_m", "population", "release"]


def table(file):
    """The file as geopandas has it, by id."""
    match file.suffix:
        case ".parquet":
            read = geopandas.read_parquet(file)
        case ".csv":
            cells = pandas.read_csv(file, keep_default_na=False, na_values=[""])
            read = geopandas.GeoDataFrame(cells, geometry=shapely.from_wkt(cells["wkt"]), crs="OGC:CRS84")
        case _:
            read = pyogrio.read_dataframe(file)
    assert read["id"].is_unique
    return read.set_index("id")


def same(told, read):
    if told is None or told == "":
        return read is None or read == "" or (isinstance(read, float) and math.isnan(read)) or read is pandas.NA
    return told == read


@pytest.mark.parametrize("f", FORMATS)
@pytest.mark.parametrize("collection", COLLECTIONS)
def test_rows_values_and_shapes(download, features, collection, f):
    told, read = features(collection), table(download(collection, f))
    assert set(read.index) == set(told)
    assert read.crs == "EPSG:4326" or read.crs == "OGC:CRS84"
    for id, feature in told.items():
        properties, row = feature["properties"], read.loc[id]
        for column in COLUMNS:
            if column in properties:
                assert same(properties[column], row[column]), f"{id}: {column} is {row[column]!r}, not {properties[column]!r}"
        # Where a ring begins and which way it goes round is the format's own affair.
        shapes = shapely.normalize([shapely.geometry.shape(feature["geometry"]), row.geometry])
        assert shapely.equals_exact(*shapes, tolerance=1e-12), id


@pytest.mark.parametrize("f", FORMATS)
def test_letters_of_four_languages(download, f):
    names = {lang: table(download("hotspots", f, lang=lang)).loc["kz-temirtau-air", "name"] for lang in ("en", "ru", "kk", "ky")}
    assert names["en"].startswith("Temirtau") and names["ru"].startswith("Темиртау") and names["kk"].startswith("Теміртау")
    assert "абасы" in names["ky"]


@pytest.mark.parametrize("f", FORMATS)
def test_filter_and_limit_hold_for_files(download, features, f):
    before = features("hotspots", oblast="KZ-35", date="2021-06-30")
    assert set(table(download("hotspots", f, oblast="KZ-35", date="2021-06-30")).index) == set(before)
    assert len(table(download("hotspots", f, limit=7))) == 7


@pytest.mark.parametrize("f", FORMATS)
def test_nothing_found_is_an_empty_table(download, f):
    file = download("hotspots", f, bbox="-10,-10,-9,-9")
    if f == "geojsonl":
        assert file.read_bytes() == b"", "lines need no head"
    else:
        assert len(table(file)) == 0


def test_lines_are_whole_features(download, features):
    lines = download("hotspots", "geojsonl").read_text(encoding="utf-8").splitlines()
    assert {feature["id"]: feature["properties"] for feature in map(json.loads, lines)} == {
        id: feature["properties"] for id, feature in features("hotspots").items()
    }


def cell(value):
    """A value as text, alike from every format: lists as CSV joins them, numbers as numbers, nothing as nothing."""
    if isinstance(value, str) and value.startswith("["):
        value = json.loads(value)
    if isinstance(value, list | tuple) or hasattr(value, "tolist") and not isinstance(value, float):
        value = list(value) if not hasattr(value, "tolist") else value.tolist()
        if isinstance(value, list):
            return "; ".join(map(str, value))
    if value is None or value is pandas.NaT or value is pandas.NA or value == "" or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, float):
        return f"{value:.12g}"
    return str(value)[:10] if hasattr(value, "isoformat") else str(value)


@pytest.mark.parametrize("f", ["gpkg", "fgb", "parquet"])
@pytest.mark.parametrize("collection", COLLECTIONS)
def test_same_columns_and_cells_as_csv(download, collection, f):
    plain, other = table(download(collection, "csv")), table(download(collection, f))
    columns = [column for column in plain.columns if column not in ("wkt", "geometry")]
    assert sorted(columns) == sorted(column for column in other.columns if column not in ("geometry", "bbox", "fid", "wkt"))
    for column in columns:
        ours, theirs = plain[column].map(cell), other.loc[plain.index, column].map(cell)
        # The apostrophe before what would begin a formula is the spreadsheet's only.
        ours = ours.str.replace(r"^'(?=[=+\-@])", "", regex=True)
        different = ours[ours != theirs]
        assert different.empty, f"{column}: {different.iloc[0]!r} is {theirs[different.index[0]]!r} in {f}"
