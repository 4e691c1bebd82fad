"""QGIS without a window: what its Python console has. Run by the Python that QGIS is built for."""

import contextlib

from qgis.core import QgsApplication


@contextlib.contextmanager
def session():
    """QGIS until the block ends. Layers must be gone by then: it takes their providers away."""
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    try:
        yield application
    finally:
        application.exitQgis()
