//! Words in two languages: message catalogs (Project Fluent), the particle that
//! a Korean sentence needs after a word it does not know, and dates.
//!
//! Catalogs are read here and nowhere else; which sentences exist is decided by
//! the `.ftl` files.

mod catalog;
mod check;
mod particle;

pub use catalog::{Catalogs, SourceText, Strings, bundle_of};
pub use particle::Particle;
