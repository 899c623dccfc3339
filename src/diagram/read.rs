//! Reads a diagram block: TOML in, a [`Diagram`] that holds together out.
//!
//! Reading goes on past a problem, with a stand-in, so that all of a block's
//! problems are reported at once; a block with any error gives no diagram.
//! What two languages must have in common is compared by `resolve`.

use super::{Diagram, DiagramData, places, values};
use crate::{
    diag::Diagnostics,
    fields::{Block, Fields, Role, parse_block, report_unknown_value},
    span::{At, SourceId},
};

/// Reads the block `toml`, which begins at byte `offset` of its file. `None`
/// when it has an error, which has then been reported.
pub fn read(
    source: SourceId,
    toml: &str,
    offset: usize,
    diagnostics: &mut Diagnostics,
) -> Option<Diagram> {
    let mut found = Diagnostics::default();
    let role = Role::Source;
    let mut block = Block { source, offset, role, damaged: Vec::new(), diagnostics: &mut found };
    let diagram = read_block(toml, &mut block);
    let (errors, _) = found.counts();
    diagnostics.append(found);
    diagram.filter(|_| errors == 0)
}

fn read_block(toml: &str, block: &mut Block) -> Option<Diagram> {
    let table = parse_block(toml, block);
    let span = block.span(0..toml.trim_end().len());
    let start = block.span(0..toml.lines().next().map_or(0, str::len));
    let mut fields = Fields::new(&table, "", start, block);
    let Some(kind) = known_kind(&mut fields) else {
        fields.abandon();
        return None;
    };
    let diagram = Diagram {
        id: values::id(&mut fields),
        span,
        title: values::words(&mut fields, "title"),
        caption: values::words(&mut fields, "caption"),
        alt: values::optional_words(&mut fields, "alt"),
        data: DiagramData::read(&kind.value, &mut fields)?,
        places: places::places(toml, table.get_ref(), fields.block),
    };
    fields.finish();
    Some(diagram)
}

/// The kind, when it is one: which keys belong here depends on it.
fn known_kind(fields: &mut Fields) -> Option<At<String>> {
    let kind = fields.required::<At<String>>("kind")?;
    if DiagramData::NAMES.contains(&kind.value.as_str()) {
        return Some(kind);
    }
    report_unknown_value(fields, "kind", &kind, DiagramData::NAMES);
    None
}

#[cfg(test)]
mod tests;
