//! Terrikon tiles.
