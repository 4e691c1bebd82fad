"""Opens the API in QGIS as its user would and prints what there is, as JSON: `layers.py ADDRESS WEST SOUTH EAST NORTH [FILE]...`."""

import json
import sys

from qgis.core import QgsFeatureRequest, QgsRectangle, QgsVectorLayer, QgsVectorTileLayer
from session import session


def ids(features):
    return sorted(feature["id"] for feature in features)


def collection(address, box):
    layer = QgsVectorLayer(f"url='{address}/api' typename='hotspots' pageSize='20'", "hotspots", "OAPIF")
    told = {"valid": layer.isValid(), "count": layer.featureCount(), "crs": layer.crs().authid(), "ids": ids(layer.getFeatures())}
    # A new one: the first has all its features, and nothing more to ask for.
    view = QgsVectorLayer(f"url='{address}/api' typename='hotspots' restrictToRequestBBOX='1'", "view", "OAPIF")
    told["in_box"] = ids(view.getFeatures(QgsFeatureRequest(QgsRectangle(*box))))
    told["filter_taken"] = layer.setSubsetString("\"kind\" = 'tailings'")
    told["filtered_count"], told["filtered"] = layer.featureCount(), ids(layer.getFeatures())
    (temirtau,) = layer.dataProvider().getFeatures(QgsFeatureRequest().setFilterExpression("\"id\" = 'kz-temirtau-air'")) if layer.setSubsetString("") else ()
    told["temirtau"] = {"name": temirtau["name"], "x": temirtau.geometry().asPoint().x(), "y": temirtau.geometry().asPoint().y()}
    return told


def tiles(address):
    layer = QgsVectorTileLayer(f"type=xyz&url={address}/tiles/hotspots,rivers/{{z}}/{{x}}/{{y}}&zmin=0&zmax=14", "tiles")
    return {"valid": layer.isValid(), "least": layer.sourceMinZoom(), "most": layer.sourceMaxZoom()}


def file(path):
    layer = QgsVectorLayer(path, "file", "ogr")
    return {"valid": layer.isValid(), "crs": layer.crs().authid(), "ids": ids(layer.getFeatures()) if layer.isValid() else []}


def main():
    address, *box_and_files = sys.argv[1:]
    box = [float(edge) for edge in box_and_files[:4]]
    with session():
        told = {"collection": collection(address, box), "tiles": tiles(address)}
        told["files"] = {path: file(path) for path in box_and_files[4:]}
        print(json.dumps(told))


main()
