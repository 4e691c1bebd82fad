//! Terrikon ingest.
