//! Fills columns of one table from another by key: names in four languages, populations.

use crate::{
    fault::Fault,
    read::{PointColumns, Row, Table, read},
    recipe::JoinRecipe,
};
use std::{collections::BTreeMap, path::Path};

/// Applies one join to a table.
///
/// # Errors
/// Where the other file can't be read or lacks its key column.
pub fn join(table: &mut Table, recipe: &JoinRecipe, folder: &Path) -> Result<(), Fault> {
    let other = read(folder, &recipe.file, None, &PointColumns::default())?;
    if other.rows.iter().all(|row| row.get(&recipe.key).is_none()) {
        return Err(Fault::of_file(
            "missing-column",
            &recipe.file,
            "the key column of a join is empty or missing",
        )
        .value("key", &recipe.key));
    }
    let by_key: BTreeMap<String, &Row> =
        other.rows.iter().filter_map(|row| Some((key(row.get(&recipe.key)?), row))).collect();
    for row in &mut table.rows {
        let Some(theirs) = row.get(&recipe.on).and_then(|value| by_key.get(&key(value))) else { continue };
        let mut filled = false;
        for (ours, column) in &recipe.fill {
            if let (None, Some(value)) = (row.get(ours), theirs.get(column)) {
                row.values.insert(ours.clone(), value.to_owned());
                filled = true;
            }
        }
        for (ours, column) in &recipe.replace {
            if let Some(value) = theirs.get(column) {
                row.values.insert(ours.clone(), value.to_owned());
            }
        }
        if filled {
            row.values.extend(recipe.mark.clone());
        }
    }
    Ok(())
}

/// GeoJSON writes whole numbers as `143127.0` as often as `143127`.
fn key(value: &str) -> String {
    value.strip_suffix(".0").unwrap_or(value).to_owned()
}
