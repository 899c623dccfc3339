//! Checks the references in the strings of catalogs. For a missing one, Fluent would write
//! `{$nope}` into the page.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::{
    ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement},
    unicode::unescape_unicode_to_string,
};

use super::SourceText;
use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    fluent::{PARTICLE, Particle},
    lang::{Lang, PerLang},
    span::Span,
    unicode::code_point,
};

/// A string or a term, and everything that it refers to.
struct Definition<'t> {
    file: SourceText<'t>,
    name: Name<'t>,
    references: Vec<MessageReference<'t>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Name<'t> {
    String(&'t str),
    Term(&'t str),
}

#[derive(Clone, Copy, Debug)]
enum MessageReference<'t> {
    To(Name<'t>),
    Variable(&'t str),
    Function(&'t str),
    /// A particle whose pair is invalid: the pair as written, or the function's name.
    Particle(&'t str),
    /// A text with a control character, written as `\u0000`.
    Control(&'t str, char),
}

impl<'t> Name<'t> {
    fn text(self) -> &'t str {
        match self {
            Name::String(name) | Name::Term(name) => name,
        }
    }
}

/// Reports invalid references in `files`. The first file of each language is the built-in one:
/// it shows which variables the program gives to a string.
pub fn check(files: &PerLang<Vec<SourceText>>, diagnostics: &mut Diagnostics) {
    let all =
        PerLang::from_fn(|lang| files.get(lang).iter().flat_map(definitions).collect::<Vec<_>>());
    let mut given: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for lang in Lang::ALL {
        let built_in = files.get(lang).first().map(|file| file.id);
        for definition in all.get(lang).iter().filter(|d| Some(d.file.id) == built_in) {
            given.entry(definition.name.text()).or_default().extend(variables(definition));
        }
    }
    for lang in Lang::ALL {
        // If a name is defined twice, the last definition counts.
        let definitions: BTreeMap<Name, &Definition> =
            all.get(lang).iter().map(|definition| (definition.name, definition)).collect();
        for definition in definitions.values() {
            for reference in &definition.references {
                let problem = problem(definition, *reference, &definitions, &given);
                diagnostics.extend(problem);
            }
        }
        diagnostics.extend(cycles(&definitions));
    }
}

fn variables<'t>(definition: &Definition<'t>) -> impl Iterator<Item = &'t str> {
    definition.references.iter().filter_map(|reference| match reference {
        MessageReference::Variable(name) => Some(*name),
        MessageReference::To(_)
        | MessageReference::Function(_)
        | MessageReference::Particle(_)
        | MessageReference::Control(..) => None,
    })
}

fn problem(
    definition: &Definition,
    reference: MessageReference,
    known: &BTreeMap<Name, &Definition>,
    given: &BTreeMap<&str, BTreeSet<&str>>,
) -> Option<Diagnostic> {
    let at = |code, text: &str| {
        Diagnostic::new(code, place(definition.file, text)).arg("key", definition.name.text())
    };
    let missing = |text: &str, kind: &str| {
        at(Code::CatalogReference, text).arg("found", text).arg("kind", kind)
    };
    match reference {
        MessageReference::To(name) if known.contains_key(&name) => None,
        MessageReference::To(name) => {
            let alike = known.keys().filter(|other| same_kind(**other, name));
            let kind = if same_kind(name, Name::Term("")) { "term" } else { "string" };
            Some(missing(name.text(), kind).suggest(name.text(), alike.map(|name| name.text())))
        }
        MessageReference::Variable(name) => {
            // The arguments of a term or of a site's own string are known only to the site's
            // templates.
            let Name::String(key) = definition.name else { return None };
            let given = given.get(key).filter(|given| !given.contains(name))?;
            let listed = given.iter().map(|name| ["$", name].concat()).collect::<Vec<_>>();
            let missing = missing(name, "variable").arg("known", listed.join(", "));
            Some(match given.is_empty() {
                true => missing.hint("nothing-given"),
                false => missing.hint("given").suggest(name, given.iter().copied()),
            })
        }
        MessageReference::Function(name) => Some(missing(name, "function").hint("function")),
        MessageReference::Particle(pair) => {
            Some(at(Code::CatalogParticle, pair).arg("found", pair))
        }
        MessageReference::Control(text, c) => {
            Some(at(Code::HiddenCharacter, text).arg("found", code_point(c)))
        }
    }
}

const fn same_kind(one: Name, other: Name) -> bool {
    matches!((one, other), (Name::String(_), Name::String(_)) | (Name::Term(_), Name::Term(_)))
}

/// Reports the strings that refer to themselves, directly or through others: each string of a
/// group in which every string can be reached from every other.
fn cycles(definitions: &BTreeMap<Name, &Definition>) -> Vec<Diagnostic> {
    let names: Vec<Name> = definitions.keys().copied().collect();
    let position = |name| names.binary_search(name).ok();
    let references: Vec<Vec<usize>> = definitions
        .values()
        .map(|definition| {
            let to = definition.references.iter().filter_map(|reference| match reference {
                MessageReference::To(name) => position(name),
                _ => None,
            });
            to.collect()
        })
        .collect();
    let groups = groups(&references);
    let mut sizes = vec![0_usize; names.len()];
    groups.iter().for_each(|group| sizes[*group] += 1);
    let is_cyclic = |at: &usize| sizes[groups[*at]] > 1 || references[*at].contains(at);
    let report = |at: usize| {
        let definition = definitions[&names[at]];
        let key = definition.name.text();
        Diagnostic::new(Code::CatalogCycle, place(definition.file, key)).arg("key", key)
    };
    (0..names.len()).filter(is_cyclic).map(report).collect()
}

/// Returns the number of each node's group. The nodes of a group can reach each other
/// (Kosaraju's algorithm). `edges` lists the targets of each node.
fn groups(edges: &[Vec<usize>]) -> Vec<usize> {
    let mut backwards = vec![Vec::new(); edges.len()];
    for (from, all) in edges.iter().enumerate() {
        all.iter().for_each(|to| backwards[*to].push(from));
    }
    let mut is_seen = vec![false; edges.len()];
    let mut left = Vec::new();
    for start in 0..edges.len() {
        visit(start, edges, &mut is_seen, |node| left.push(node));
    }
    let mut is_seen = vec![false; edges.len()];
    let mut groups = vec![0; edges.len()];
    for start in left.into_iter().rev() {
        visit(start, &backwards, &mut is_seen, |node| groups[node] = start);
    }
    groups
}

/// Visits the unseen nodes that can be reached from `start`. `leave` is called for each node
/// after all nodes that were reached from it.
fn visit(start: usize, edges: &[Vec<usize>], is_seen: &mut [bool], mut leave: impl FnMut(usize)) {
    if std::mem::replace(&mut is_seen[start], true) {
        return;
    }
    // Nodes, each with the number of edges that were followed.
    let mut open = vec![(start, 0)];
    while let Some((node, followed)) = open.last_mut() {
        match edges[*node].get(*followed) {
            Some(to) => {
                *followed += 1;
                if !std::mem::replace(&mut is_seen[*to], true) {
                    open.push((*to, 0));
                }
            }
            None => {
                leave(*node);
                open.pop();
            }
        }
    }
}

/// Returns the place of `part`, which borrows from the text of the file.
pub fn place(file: SourceText, part: &str) -> Span {
    let start = (part.as_ptr() as usize).saturating_sub(file.text.as_ptr() as usize);
    Span::new(file.id, start..start + part.len())
}

fn definitions<'t>(file: &SourceText<'t>) -> Vec<Definition<'t>> {
    let resource = fluent_syntax::parser::parse(file.text).unwrap_or_else(|(ok, _)| ok);
    let mut all = Vec::new();
    for entry in &resource.body {
        let (name, value, attributes) = match entry {
            Entry::Message(message) => {
                (Name::String(message.id.name), message.value.as_ref(), &message.attributes)
            }
            Entry::Term(term) => (Name::Term(term.id.name), Some(&term.value), &term.attributes),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
            Entry::Junk { .. } => continue,
        };
        let mut references = Vec::new();
        let patterns = value.into_iter().chain(attributes.iter().map(|a| &a.value));
        patterns.for_each(|pattern| in_pattern(pattern, &mut references));
        all.push(Definition { file: *file, name, references });
    }
    all
}

fn in_pattern<'t>(pattern: &Pattern<&'t str>, references: &mut Vec<MessageReference<'t>>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, references);
        }
    }
}

fn in_expression<'t>(expression: &Expression<&'t str>, references: &mut Vec<MessageReference<'t>>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, references),
        Expression::Select { selector, variants } => {
            in_inline(selector, references);
            variants.iter().for_each(|variant| in_pattern(&variant.value, references));
        }
    }
}

fn in_inline<'t>(inline: &InlineExpression<&'t str>, references: &mut Vec<MessageReference<'t>>) {
    match inline {
        InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::StringLiteral { value } => {
            let text = unescape_unicode_to_string(value);
            let control = text.chars().find(|c| c.is_control());
            references.extend(control.map(|c| MessageReference::Control(value, c)));
        }
        InlineExpression::VariableReference { id } => {
            references.push(MessageReference::Variable(id.name))
        }
        InlineExpression::MessageReference { id, .. } => {
            references.push(MessageReference::To(Name::String(id.name)));
        }
        InlineExpression::TermReference { id, arguments, .. } => {
            references.push(MessageReference::To(Name::Term(id.name)));
            arguments.iter().for_each(|arguments| in_arguments(arguments, references));
        }
        InlineExpression::FunctionReference { id, arguments } => {
            if id.name == PARTICLE {
                references.extend(bad_pair(id.name, arguments).map(MessageReference::Particle));
            } else {
                references.push(MessageReference::Function(id.name));
            }
            in_arguments(arguments, references);
        }
        InlineExpression::Placeable { expression } => in_expression(expression, references),
    }
}

fn in_arguments<'t>(
    arguments: &CallArguments<&'t str>,
    references: &mut Vec<MessageReference<'t>>,
) {
    arguments.positional.iter().for_each(|argument| in_inline(argument, references));
    arguments.named.iter().for_each(|argument| in_inline(&argument.value, references));
}

/// Returns the call in place of a valid pair of particles after a word.
fn bad_pair<'t>(function: &'t str, arguments: &CallArguments<&'t str>) -> Option<&'t str> {
    match &arguments.positional[..] {
        [_, InlineExpression::StringLiteral { value }] => {
            Particle::from_pair(value).is_none().then_some(*value)
        }
        _ => Some(function),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::SourceId;

    const BUILT_IN: &str = "contents = Contents\nread = { $minutes } minutes\n";

    fn problems(own: &str) -> Vec<(Code, String)> {
        let catalog = |own| {
            let file = |id, text| SourceText { id: SourceId(id), text };
            vec![file(0, BUILT_IN), file(1, own)]
        };
        let mut diagnostics = Diagnostics::default();
        check(&PerLang { en: catalog(""), ko: catalog(own) }, &mut diagnostics);
        let at = |d: &Diagnostic| own[d.span.start as usize..d.span.end as usize].to_owned();
        diagnostics.iter().map(|d| (d.code, at(d))).collect()
    }

    #[test]
    fn invalid_references_are_reported_at_their_places() {
        let reference = |text: &str| (Code::CatalogReference, text.to_owned());
        assert_eq!(problems("contents = { $nope }"), [reference("nope")]);
        assert_eq!(problems("contents = { NOPE(1) }"), [reference("NOPE")]);
        assert_eq!(
            problems("contents = { other } { -brand }"),
            [reference("other"), reference("brand")]
        );
        assert_eq!(
            problems("read = { $m ->\n    [one] { $minutes }\n   *[other] { gone }\n }"),
            [reference("m"), reference("gone")]
        );
        assert_eq!(
            problems(
                "-brand = { $case }\ncontents = { -brand(case: \"x\") } { read }\nown = { $any }"
            ),
            []
        );
    }

    #[test]
    fn particles_have_a_word_and_a_pair() {
        let particle = |text: &str| (Code::CatalogParticle, text.to_owned());
        assert_eq!(problems("read = { $minutes }{ JOSA($minutes, \"을/를\") }"), []);
        assert_eq!(problems("read = { JOSA($minutes, \"은/을\") }"), [particle("은/을")]);
        assert_eq!(problems("contents = { JOSA(\"x\") }"), [particle("JOSA")]);
    }

    #[test]
    fn control_characters_are_reported() {
        let hidden = |text: &str| (Code::HiddenCharacter, text.to_owned());
        let written = "contents = a{ \"\\u0000\" }b{ \"\\u00A0\" }";
        assert_eq!(problems(written), [hidden("\\u0000")]);
    }

    #[test]
    fn strings_made_from_themselves_are_reported() {
        let cycle = |text: &str| (Code::CatalogCycle, text.to_owned());
        assert_eq!(problems("contents = { contents }"), [cycle("contents")]);
        assert_eq!(
            problems("a = { b }\nb = { -c }\n-c = { a }\nd = { a }"),
            [cycle("a"), cycle("b"), cycle("c")]
        );
    }
}
