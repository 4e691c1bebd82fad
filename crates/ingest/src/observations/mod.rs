//! Measurements, projects and indicators: what their rows must say, and where they belong.
//!
//! | module | what |
//! | --- | --- |
//! | [`row`] | rules that a row obeys by itself |
//! | [`belong`] | what a row speaks of exists, and from it comes its oblast |

pub mod belong;
pub mod row;

pub use belong::settle;
