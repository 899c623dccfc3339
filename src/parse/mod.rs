//! Stage one: one file in, typed data and problems out.
//!
//! Every function here is pure and reads one file only. None fails: each recovers as far as
//! it can and reports what it skipped, so that an editor sees all problems at once. Checks
//! that need a second file are done by `resolve`.

mod active_file;
mod asset;
mod body;
mod document;
mod formats;
mod front_matter;
mod place;
mod quantities;
mod raw_html;
mod sections;
mod settings;
mod svg;
mod untranslated;
mod unwritten;
mod wording;

pub use document::{Parsed, content_file, marked_lines, text};
pub use front_matter::{declared_language, front_matter};
pub use sections::{code_lines, fingerprint};
pub use settings::{SETTINGS, settings};
pub use wording::AvoidedWords;
