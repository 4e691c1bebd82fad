"""CSV as spreadsheets take it: Python's reader, and LibreOffice, which shows what a user would see."""

import csv
import subprocess

import pytest

TEMIRTAU = "Теміртау: металлургия комбинатының ауасы"


def rows(file, encoding="utf-8"):
    with open(file, encoding=encoding, newline="") as lines:
        return list(csv.DictReader(lines))


def opened(file, folder):
    """The table as LibreOffice opens it by itself, saved again: what is a formula there comes back as its result."""

    def convert(file, form, *options):
        # A profile of its own: a LibreOffice that runs already would take the file, and nothing would come of it.
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--norestore", *options, "--convert-to", form, "--outdir", str(folder), str(file)]
        done = subprocess.run(command, text=True, capture_output=True, timeout=180)
        assert done.returncode == 0, done.stderr
        return folder / f"{file.stem}.{form.split(':')[0]}"

    # Both ways: comma, quote, UTF-8, from the first line. Cells come back as they are shown, not as formulas.
    return rows(convert(convert(file, "ods", "--infilter=CSV:44,34,76,1"), "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"))


def test_mark_at_the_beginning_only_on_request(download):
    plain, marked = download("hotspots", "csv").read_bytes(), download("hotspots", "csv", bom="true").read_bytes()
    assert marked == b"\xef\xbb\xbf" + plain


@pytest.mark.parametrize("collection", ["hotspots", "settlements", "rivers"])
def test_no_cell_begins_a_formula(download, collection):
    for row in rows(download(collection, "csv", bom="true"), "utf-8-sig"):
        for column, cell in row.items():
            if cell and cell[0] in "=+-@\t\r":
                float(cell)  # Only a number may begin so.
            assert column and cell is not None, "as many cells as columns"


def test_sources_and_licences_are_in_every_row(download):
    for row in rows(download("hotspots", "csv")):
        assert row["sources"] and row["licences"] and row["release"].startswith("r")


def test_libreoffice_shows_what_the_file_says(download, features, tmp_path):
    told = {id: feature["properties"] for id, feature in features("hotspots", lang="kk").items()}
    seen = {row["id"]: row for row in opened(download("hotspots", "csv", bom="true", lang="kk"), tmp_path)}
    assert set(seen) == set(told)
    assert seen["kz-temirtau-air"]["name"] == TEMIRTAU
    for id, row in seen.items():
        assert row["name"] == told[id]["name"]
        assert [float(row["lon"]), float(row["lat"])] == pytest.approx(told[id]["position"], abs=1e-9)
        assert int(row["position_accuracy_m"]) == told[id]["position_accuracy_m"]
