//! Filters in CQL2: both encodings read alike, what they admit of the small release, and what is refused.
//!
//! | module | what |
//! | --- | --- |
//! | `pairs` | the same filter in text and JSON, by the classes of the standard |
//! | `answers` | what filters admit |
//! | `refused` | what is no filter, and what would cost too much |

mod answers;
mod pairs;
mod refused;
