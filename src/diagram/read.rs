//! Reads a diagram block: TOML in, a checked [`Diagram`] out.
//!
//! Reading continues past a problem, with a stand-in, so that all of a block's problems are
//! reported at once; a block with any error makes no diagram.

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

/// Reads the block `toml`, which begins at byte `offset` of its file. `None`
/// when it has an error, which has then been reported.
pub fn read(
    source: SourceId,
    toml: &str,
    offset: usize,
    diagnostics: &mut Diagnostics,
) -> Option<Diagram> {
    let mut found = Diagnostics::default();
    let diagram = read_block(toml, &mut TomlBlock::new(source, offset, &mut found));
    let (errors, _) = found.counts();
    diagnostics.append(found);
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
    // Drawings are small, and what joins their parts compares each with each.
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

/// Returns the characters that fonts may lack, neither ASCII nor a Hangul syllable, and
/// where each is written first.
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
