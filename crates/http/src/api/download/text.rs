//! Formats that are text: their beginning, their features, their end.

use super::{content::Content, subject::Batch};
use terrikon_formats::{Column, FormatError, csv};

/// A format of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Text {
    /// One row a feature, for spreadsheets and tables.
    Csv {
        /// Whether a mark at the beginning says that it is UTF-8: some spreadsheets need it.
        bom: bool,
    },
    /// One GeoJSON feature a line: what `jq`, DuckDB and GDAL (GeoJSONSeq) read without holding all of it.
    Lines,
    /// One GeoJSON document of all features.
    Collection,
}

/// A text on its way.
#[derive(Debug)]
pub(super) struct Writing {
    text: Text,
    columns: Vec<Column>,
    spatial: bool,
    begun: bool,
    /// Whether a feature was written.
    follows: bool,
}

impl Writing {
    pub(super) fn new(text: Text, content: &Content) -> Self {
        let table = content.table();
        Self { text, columns: table.columns, spatial: table.spatial, begun: false, follows: false }
    }

    /// The next features, with the beginning before the first of all.
    pub(super) fn next(&mut self, content: &Content, batch: &Batch) -> Result<Vec<u8>, FormatError> {
        let mut out = Vec::new();
        let begins = !std::mem::replace(&mut self.begun, true);
        match self.text {
            Text::Csv { bom } => {
                if begins {
                    if bom {
                        out.extend_from_slice(csv::BYTE_ORDER_MARK.as_bytes());
                    }
                    csv::write_head(&self.columns, self.spatial, &mut out)?;
                }
                content.rows(batch, |rows| csv::write_rows(&self.columns, self.spatial, rows, &mut out))?;
            }
            Text::Lines => content.geojson(batch, &mut out, || "", "\n"),
            Text::Collection => {
                if begins {
                    out.extend_from_slice(b"{\"type\":\"FeatureCollection\",\"features\":[");
                }
                let follows = &mut self.follows;
                let comma = || if std::mem::replace(follows, true) { ",\n" } else { "\n" };
                content.geojson(batch, &mut out, comma, "");
            }
        }
        Ok(out)
    }

    /// What ends a text of which at least the beginning was written.
    pub(super) const fn end(&self) -> &'static [u8] {
        match self.text {
            Text::Collection => b"\n]}\n",
            Text::Csv { .. } | Text::Lines => b"",
        }
    }
}
