//! Reads a diagram block: TOML in, a checked [`Diagram`] out.
//!
//! Reading continues after a problem, with a stand-in, so that all problems of a block are
//! reported at once. A block with an error makes no diagram.

use super::{
    Diagram,
    kinds::{DiagramData, DiagramHead, KindName},
    rules::report_repeated_ids,
    structure::{ids, structure},
};
use crate::{
    diag::Diagnostics,
    schema::{TomlBlock, parse_block, plain_toml},
    span::{At, SourceId},
};

/// Reads the block `toml`, which begins at byte `offset` of its file. Returns `None` if it has
/// an error, which has been reported then.
pub fn read(
    source: SourceId,
    toml: &str,
    offset: usize,
    diagnostics: &mut Diagnostics,
) -> Option<Diagram> {
    let mut problems = Diagnostics::default();
    let diagram = read_block(toml, &mut TomlBlock::new(source, offset, &mut problems));
    let (errors, _) = problems.counts();
    diagnostics.append(problems);
    diagram.filter(|_| errors == 0)
}

fn read_block(toml: &str, block: &mut TomlBlock) -> Option<Diagram> {
    let toml = &*plain_toml(toml, block);
    let table = parse_block(toml, block);
    let table = table.get_ref();
    let start = block.span(0..toml.lines().next().map_or(0, str::len));
    // The allowed keys depend on the kind.
    let kind = KindName::default().declaration().check_key("kind", table, start, block)?;
    let kind = KindName::from_name(kind.as_str())?;
    let properties = &kind.declaration().properties;
    let checked = kind.declaration().check(table, start, block);
    // Drawings are small, so parts may be compared with all others.
    if block.is_too_long {
        return None;
    }
    let head: DiagramHead = checked.read();
    report_repeated_ids(&ids(&checked, properties), block);
    let data = DiagramData::read(head.kind, &checked, block);
    let texts = checked.words(properties);
    Some(Diagram {
        id: head.id,
        span: block.span(0..toml.trim_end().len()),
        title: head.title,
        caption: head.caption,
        alt: head.alt,
        text: texts.iter().map(|key| &*key.text).collect::<Vec<_>>().join("\n"),
        structure: structure(&checked, properties, |list, at| data.links(list, at)),
        links: data.destinations(),
        data,
        rare: rare_characters(toml, block),
    })
}

/// Returns the characters that fonts may lack (neither ASCII nor Hangul syllables), each with
/// its first place.
fn rare_characters(toml: &str, block: &TomlBlock) -> Vec<At<char>> {
    let is_rare = |c: char| !c.is_ascii() && !matches!(c, '가'..='힣');
    let mut rare: Vec<At<char>> = Vec::new();
    for (at, c) in toml.char_indices().filter(|(_, c)| is_rare(*c)) {
        rare.push(At { value: c, span: block.span(at..at + c.len_utf8()) });
    }
    rare.sort_by_key(|at| at.value);
    rare.dedup_by_key(|at| at.value);
    rare
}

#[cfg(test)]
mod tests;
