//! Reads a diagram block: TOML in, a [`Diagram`] that holds together out.
//!
//! Reading goes on past a problem, with a stand-in, so that all of a block's
//! problems are reported at once; a block with any error gives no diagram.
//! What two languages must have in common is compared by `resolve`.

mod data;
mod decision;
mod graph;
mod places;
mod values;
mod words;
mod workflow;

use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    model::{At, Diagram, DiagramKind, SourceId},
    parse::{
        config::report_unknown_value,
        fields::{Block, Fields, Role, parse_block},
    },
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
        kind: read_kind(&kind.value, &mut fields)?,
        places: places::places(toml, table.get_ref(), fields.block),
    };
    fields.finish();
    Some(diagram)
}

/// The kind, when it is one: which keys belong here depends on it.
fn known_kind(fields: &mut Fields) -> Option<At<String>> {
    let kind = fields.required::<At<String>>("kind")?;
    if DiagramKind::NAMES.contains(&kind.value.as_str()) {
        return Some(kind);
    }
    report_unknown_value(fields, "kind", &kind, &DiagramKind::NAMES);
    None
}

fn read_kind(kind: &str, fields: &mut Fields) -> Option<DiagramKind> {
    Some(match kind {
        "signals" => DiagramKind::Signals(data::signals(fields)),
        "workflow" => DiagramKind::Workflow(workflow::workflow(fields)),
        "evidence" => DiagramKind::Evidence(data::evidence(fields)),
        "decision" => DiagramKind::Decision(decision::decision(fields)),
        "matrix" => DiagramKind::Matrix(data::matrix(fields)),
        "rollout" => DiagramKind::Rollout(data::rollout(fields)),
        "compare" => DiagramKind::Compare(data::compare(fields)),
        _ => return None,
    })
}

/// Reports every id that was used before. Each is reported once.
fn unique<'i>(ids: impl IntoIterator<Item = &'i At<String>>, block: &mut Block) {
    let mut seen: Vec<&At<String>> = Vec::new();
    for id in ids {
        match seen.iter().find(|first| first.value == id.value && !id.value.is_empty()) {
            Some(first) => block.report(
                Diagnostic::new(Code::DuplicateId, id.span).arg("id", &*id.value).also(first.span),
            ),
            None => seen.push(id),
        }
    }
}

/// The position of the id that `name` names among `ids`; its absence is reported,
/// unless an id stands twice: then one of the two is probably meant.
fn find(
    key: &'static str,
    name: &At<String>,
    ids: &[&At<String>],
    block: &mut Block,
) -> Option<usize> {
    let found = ids.iter().position(|id| id.value == name.value);
    let twice = |(nth, id): (usize, &&At<String>)| ids[..nth].iter().any(|i| i.value == id.value);
    if found.is_none() && !ids.iter().enumerate().any(twice) {
        let known: Vec<&str> = ids.iter().map(|id| id.value.as_str()).collect();
        block.report(
            Diagnostic::new(Code::LinkToNothing, name.span)
                .arg("found", &*name.value)
                .arg("key", key)
                .arg("known", known.join(", "))
                .suggest(&name.value, known),
        );
    }
    found
}

#[cfg(test)]
mod tests;
