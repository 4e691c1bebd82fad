//! Terrikon http.
