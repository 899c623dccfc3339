//! Stage two: documents joined into a site.

pub mod diagrams;
