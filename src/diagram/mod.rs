//! Diagrams: a block of TOML in, a `<figure>` or a standalone SVG out, no script.
//!
//! Each kind is in one file (or folder) of `kinds`: its data, how it is read, laid out and put
//! into words, and what two languages must have in common. Everything in a [`Diagram`] has been
//! checked: links are positions in a list rather than names, so no later stage can find one
//! that leads nowhere.

mod block;
mod choice;
mod differences;
mod figure;
mod graph;
mod in_markdown;
mod kind;
mod kinds;
mod layout;
mod map;
mod outline;
mod read;
mod rules;
mod structure;
mod structure_stamp;
mod svg;

pub use block::Diagram;
pub use choice::{Actor, CompareStyle, Icon, Signal, StepType, Tone};
pub use differences::report_differences;
pub use figure::{
    FigureInput, FlatStyle, Surround, figure, flat, messages, standalone, walk, words,
};
pub use in_markdown::{in_markdown, link_address, plain, write_table};
pub use kind::{Arrangement, DiagramKind};
pub use kinds::{DiagramData, KindName, decision, matrix};
pub use map::{MapDrawing, RankedPoint, draw_map};
pub use outline::tone_name;
pub use read::read;
pub use svg::{DrawingNames, Flat, standalone_style};

#[cfg(test)]
mod tests;
