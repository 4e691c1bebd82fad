//! A grid as bytes and back.
