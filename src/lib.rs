//! giljabi (길잡이, "guide") builds a bilingual Korean/English decision guide from
//! Markdown with TOML front matter.
//!
//! **Every output is a pure function of the resolved site.** Data flows one way:
//!
//! ```text
//! disk ─load→ Sources ─parse→ Documents ─resolve→ Site ─render(route)→ bytes ─→ disk | HTTP
//! ```
//! [`load`] reads files into [`source::Sources`]. [`parse`] turns each file into a
//! [`model::Document`]. [`resolve`] joins the documents into a [`model::Site`] in which every
//! link has a target. [`mod@theme`] prepares what pages share: templates, styles, scripts and
//! icons. [`search`] makes the files of the search index. [`render`] makes the bytes of one
//! [`model::Route`] whenever asked. [`mod@write`] puts all of them on the disk, or none;
//! [`serve`] sends the one that a browser asks for, and runs the stages again after every edit.
//! [`pipeline`] is the only place that knows the order of the stages. A [`ledger`] beside each
//! translated page records which text of the source it follows, so that `resolve` can tell what
//! has changed since. Problems of the content are collected as [`diag::Diagnostics`] and shown
//! by [`report`] at the very end.

// Bad input is reported and never panics; tests may panic.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::todo,
        clippy::unimplemented,
        clippy::dbg_macro
    )
)]
#![deny(unsafe_code)]

// The lowest layer: data and words.
pub mod cache;
pub mod colour;
pub mod css;
pub mod diag;
pub mod diagram;
pub mod error;
pub mod fluent;
pub mod fonts;
pub mod highlight;
pub mod i18n;
pub mod lang;
pub mod ledger;
pub mod literal;
pub mod markdown;
pub mod markup;
pub mod math;
pub mod model;
pub mod nesting;
pub mod palette;
pub mod quotation;
pub mod schema;
pub mod source;
pub mod span;
pub mod typesetting;
pub mod unicode;
pub mod vocabulary;
pub mod xml_prolog;
// The stages, none of which uses another.
pub mod parse;
pub mod render;
pub mod resolve;
pub mod search;
pub mod theme;
// The pipeline, which uses all stages.
pub mod pipeline;
// Texts that editors go on from.
pub mod scaffold;
// The edges: everything that touches a disk or a terminal.
pub mod cli;
pub mod load;
pub mod report;
pub mod serve;
pub mod write;
