//! Terrikon store.
