"""GeoParquet in what reads Parquet: pyarrow, DuckDB, geopandas."""

import json

import duckdb
import geopandas
import pyarrow.parquet
import pytest
import shapely


@pytest.fixture(scope="module")
def file(download):
    return download("hotspots", "parquet")


def test_metadata_says_what_the_shapes_are(file, features):
    geo = json.loads(pyarrow.parquet.read_schema(file).metadata[b"geo"])
    assert geo["version"] == "1.1.0"
    column = geo["columns"][geo["primary_column"]]
    assert column["encoding"] == "WKB"
    shapes = [shapely.geometry.shape(feature["geometry"]) for feature in features("hotspots").values()]
    assert set(column["geometry_types"]) == {shape.geom_type for shape in shapes}
    assert column["bbox"] == pytest.approx(shapely.total_bounds(shapes), abs=1e-9)
    # Longitude and latitude in WGS 84 where the file does not say otherwise.
    assert column.get("crs") is None or column["crs"]["id"] in ({"authority": "OGC", "code": "CRS84"}, {"authority": "EPSG", "code": 4326})


def test_pyarrow_reads_types_and_rows(file, features):
    table = pyarrow.parquet.read_table(file)
    assert set(table["id"].to_pylist()) == set(features("hotspots"))
    assert pyarrow.types.is_integer(table.schema.field("position_accuracy_m").type)
    assert pyarrow.types.is_date(table.schema.field("valid_from").type)
    assert pyarrow.types.is_list(table.schema.field("pollutants").type) or pyarrow.types.is_string(table.schema.field("pollutants").type)


def test_duckdb_counts_by_kind(file, features):
    """Without its spatial extension, which is fetched from elsewhere: Parquet it reads by itself."""
    counted = dict(duckdb.sql(f"SELECT kind, count(*) FROM read_parquet('{file}') GROUP BY kind").fetchall())
    kinds = [feature["properties"]["kind"] for feature in features("hotspots").values()]
    assert counted == {kind: kinds.count(kind) for kind in set(kinds)}


def test_duckdb_finds_what_lies_in_a_box(file, features):
    query = f"SELECT id FROM read_parquet('{file}') WHERE lon BETWEEN 70 AND 76 AND lat BETWEEN 42 AND 50"
    wanted = {id for id, feature in features("hotspots").items() if 70 <= feature["properties"]["position"][0] <= 76 and 42 <= feature["properties"]["position"][1] <= 50}
    assert {id for (id,) in duckdb.sql(query).fetchall()} == wanted


def test_geopandas_reads_only_a_box(file, features):
    """The covering of the file says where each row lies, so that a part can be read."""
    box = (70, 42, 76, 50)
    read = geopandas.read_parquet(file, bbox=box)
    wanted = {id for id, feature in features("hotspots").items() if shapely.geometry.shape(feature["geometry"]).envelope.intersects(shapely.box(*box))}
    assert set(read["id"]) == wanted
