//! Finds the `+++` block at the top of a file and reads it, typed by kind.

use std::{collections::BTreeMap, ops::Range};

use jiff::civil::Date;

use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    model::{
        At, Criterion, CriterionWords, FeedOf, FrontMatter, GuideFacts, Kind, KindFacts, KindWords,
        Lang, NeutralFacts, Place, RankedItem, RankedWords, RankingFacts, ReleaseVersion, Seo,
        SourceId, Span, Tool, Topic, Weights,
    },
    parse::{
        config::{report_unknown_value, source_language},
        fields::{Block, Fields, Role, parse_block},
    },
};

/// Where the parts of a file are, as byte ranges of its text.
#[derive(Debug, PartialEq, Eq)]
pub struct Fences {
    /// From the opening `+++` to the end of the closing one.
    pub whole: Range<usize>,
    /// The TOML between them.
    pub toml: Range<usize>,
    /// Everything after.
    pub body: Range<usize>,
}

/// Finds the front matter of `text`, which may begin with a byte-order mark.
pub fn fences(source: SourceId, text: &str) -> Result<Fences, Box<Diagnostic>> {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let at = |range| Span::new(source, range);
    let first = line_at(text, start);
    match text[first.clone()].trim_end() {
        "+++" => {}
        "---" => return Err(Box::new(Diagnostic::new(Code::YamlFrontMatter, at(first)))),
        _ => {
            let leading = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
            let missing = Diagnostic::new(Code::NoFrontMatter, at(first));
            let begins = leading.starts_with("+++");
            return Err(Box::new(if begins { missing.hint("leading") } else { missing }));
        }
    }
    let toml_start = next_line(text, first.end);
    let mut line = line_at(text, toml_start);
    while text[line.clone()].trim_end() != "+++" {
        let next = next_line(text, line.end);
        if next >= text.len() {
            return Err(Box::new(Diagnostic::new(Code::UnclosedFrontMatter, at(first))));
        }
        line = line_at(text, next);
    }
    let body = next_line(text, line.end);
    let end = line.start + 3;
    Ok(Fences { whole: start..end, toml: toml_start..line.start, body: body..text.len() })
}

/// The line that begins at `start`, without its line break.
fn line_at(text: &str, start: usize) -> Range<usize> {
    let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    start..end
}

fn next_line(text: &str, line_end: usize) -> usize {
    (line_end + 1).min(text.len())
}

/// What reading a front matter gives.
pub struct Read {
    pub front: FrontMatter,
    pub source_language: Lang,
}

/// Reads the front matter of the page at `place`. `site_language` is the one in
/// which pages are written first unless they say otherwise.
pub fn read(
    source: SourceId,
    text: &str,
    fences: &Fences,
    place: &Place,
    site_language: Lang,
    diagnostics: &mut Diagnostics,
) -> Read {
    let toml = &text[fences.toml.clone()];
    let span = Span::new(source, fences.whole.clone());
    let mut block = Block {
        source,
        offset: fences.toml.start,
        role: Role::Source,
        damaged: Vec::new(),
        diagnostics,
    };
    let table = parse_block(toml, &mut block);
    let opening = Span::new(source, fences.whole.start..fences.whole.start + 3);
    let mut fields = Fields::new(&table, "", opening, &mut block);
    let source_language = source_language(&mut fields).unwrap_or(site_language);
    let is_source = source_language == place.lang;
    let source_file = source_file(place, source_language);
    if !is_source {
        fields.block.role = Role::Translation { source: &source_file };
    }
    let front = read_keys(&mut fields, place, span, is_source);
    fields.finish();
    Read { front, source_language }
}

/// The path of the page's file in its source language.
pub fn source_file(place: &Place, source_language: Lang) -> String {
    format!("content/{}.{}.md", place.name(), source_language.code())
}

fn read_keys(fields: &mut Fields, place: &Place, span: Span, is_source: bool) -> FrontMatter {
    let blank = || At { value: String::new(), span };
    let title = fields.required("title").unwrap_or_else(blank);
    let description = fields.required("description").unwrap_or_else(blank);
    let draft = fields.optional("draft").unwrap_or(false);
    let translation_notice = fields.optional("translation_notice").unwrap_or(true);
    let aliases = read_aliases(fields);
    let seo = read_seo(fields);
    let updated = fields.fact("updated");
    let has_feed = FeedOf::ALL.iter().any(|of| of.kind() == place.kind);
    let feed_id = if has_feed { fields.fact("feed_id") } else { None };
    let (words, facts) = read_kind(fields, place);
    check_date_order(fields, updated, published_of(&facts));
    let neutral = is_source.then_some(NeutralFacts { updated, feed_id, kind: facts });
    FrontMatter {
        span,
        title,
        description,
        draft,
        translation_notice,
        aliases,
        seo,
        words,
        neutral,
    }
}

/// Old addresses, which hold for every language and so name none.
fn read_aliases(fields: &mut Fields) -> Vec<At<String>> {
    let written = fields.optional::<Vec<At<String>>>("aliases").unwrap_or_default();
    let (pasted, aliases): (Vec<_>, Vec<_>) = written.into_iter().partition(|alias| {
        let first = alias.value.split_once('/').map(|(first, _)| first);
        first.is_some_and(|first| Lang::from_code(first).is_some())
    });
    for alias in pasted {
        let bare = alias.value.split_once('/').map_or("", |(_, rest)| rest).to_owned();
        let bad = Diagnostic::new(Code::BadAlias, alias.span).arg("found", alias.value);
        fields.block.report(bad.arg("bare", bare).hint("language"));
    }
    aliases
}

fn published_of(facts: &KindFacts) -> Option<Date> {
    match facts {
        KindFacts::Guide(GuideFacts { published, .. }) => *published,
        KindFacts::Checklist { published, .. } => *published,
        KindFacts::Ranking(RankingFacts { published, .. }) => *published,
        KindFacts::Home | KindFacts::Profile { .. } => None,
        KindFacts::Changelog { .. } | KindFacts::Page { .. } => None,
    }
}

fn check_date_order(fields: &mut Fields, updated: Option<Date>, published: Option<Date>) {
    if updated.zip(published).is_some_and(|(updated, published)| updated < published) {
        let (updated, published) = (fields.span_of("updated"), fields.span_of("published"));
        fields.block.report(Diagnostic::new(Code::DateOrder, updated).also(published));
    }
}

fn read_seo(fields: &mut Fields) -> Seo {
    let read = fields.table("seo", |fields| Seo {
        title: fields.optional("title"),
        description: fields.optional("description"),
        noindex: fields.optional("noindex").unwrap_or(false),
    });
    read.unwrap_or_default()
}

fn read_kind(fields: &mut Fields, place: &Place) -> (KindWords, KindFacts) {
    match place.kind {
        Kind::Home => (KindWords::Home, KindFacts::Home),
        Kind::Page => (KindWords::Page, KindFacts::Page { tool: read_tool(fields) }),
        Kind::Guide => read_guide(fields),
        Kind::Checklist => read_checklist(fields),
        Kind::Profile => read_profile(fields),
        Kind::Ranking => read_ranking(fields),
        Kind::Changelog => read_release(fields),
    }
}

fn read_guide(fields: &mut Fields) -> (KindWords, KindFacts) {
    let words = KindWords::Guide {
        reviewer: fields.optional("reviewer"),
        evidence: fields.optional("evidence").unwrap_or_default(),
    };
    let facts = GuideFacts {
        published: fields.required_fact("published"),
        topic: read_topic(fields),
        audience: fields.fact("audience").unwrap_or_default(),
        related: fields.fact("related").unwrap_or_default(),
    };
    (words, KindFacts::Guide(facts))
}

fn read_topic(fields: &mut Fields) -> Topic {
    let Some(written) = fields.fact::<At<String>>("topic") else { return Topic::UseCase };
    let topic = Topic::ALL.into_iter().find(|topic| topic.name() == written.value);
    topic.unwrap_or_else(|| {
        let known = Topic::ALL.map(Topic::name);
        report_unknown_value(fields, "topic", &written, &known);
        Topic::UseCase
    })
}

fn read_tool(fields: &mut Fields) -> Option<Tool> {
    let written = fields.fact::<At<String>>("tool")?;
    let tool = Tool::ALL.into_iter().find(|tool| tool.name() == written.value);
    if tool.is_none() {
        report_unknown_value(fields, "tool", &written, &Tool::ALL.map(Tool::name));
    }
    tool
}

fn read_checklist(fields: &mut Fields) -> (KindWords, KindFacts) {
    let words = KindWords::Checklist { reviewer: fields.optional("reviewer") };
    let facts = KindFacts::Checklist {
        published: fields.fact("published"),
        audience: fields.fact("audience").unwrap_or_default(),
        related: fields.fact("related").unwrap_or_default(),
    };
    (words, facts)
}

fn read_profile(fields: &mut Fields) -> (KindWords, KindFacts) {
    let facts = KindFacts::Profile {
        order: fields.fact("order").unwrap_or(i64::MAX),
        path: fields.fact("path").unwrap_or_default(),
    };
    (KindWords::Profile { team: fields.optional("team") }, facts)
}

fn read_release(fields: &mut Fields) -> (KindWords, KindFacts) {
    let highlights = fields.optional("highlights").unwrap_or_default();
    let version = fields.required_fact::<At<String>>("version");
    let version = version.and_then(|written| {
        let version = release_version(&written.value);
        if version.is_none() {
            let bad = Diagnostic::new(Code::BadVersion, written.span);
            fields.block.report(bad.arg("found", written.value));
        }
        version
    });
    let unknown = || ReleaseVersion { tag: String::new(), number: (0, 0, 0) };
    let facts = KindFacts::Changelog {
        version: version.unwrap_or_else(unknown),
        released: fields.required_fact("released"),
    };
    (KindWords::Changelog { highlights }, facts)
}

/// Reads `v2.7.0` or `v2.7.0-audience-seo`: a semantic version (semver.org)
/// whose pre-release part is used as a name.
fn release_version(written: &str) -> Option<ReleaseVersion> {
    let version = semver::Version::parse(written.strip_prefix('v')?).ok()?;
    let number = (version.major, version.minor, version.patch);
    Some(ReleaseVersion { tag: written.to_owned(), number })
}

fn read_ranking(fields: &mut Fields) -> (KindWords, KindFacts) {
    let mut facts = RankingFacts { published: fields.fact("published"), ..Default::default() };
    let criteria = fields.each("criteria", |id, fields| {
        facts.criteria.push(Criterion { id: id.clone() });
        let label = fields.required("label").unwrap_or_default();
        CriterionWords { id, label, note: fields.optional("note") }
    });
    let items = fields.each("items", |id, fields| {
        let guide = fields.fact("guide");
        let scores = read_scores(fields, "scores", 1, 5);
        facts.items.push(RankedItem { id: id.clone(), guide, scores });
        let label = fields.required("label").unwrap_or_default();
        RankedWords { id, label, reason: fields.optional("reason") }
    });
    facts.weights = read_weights(fields);
    (KindWords::Ranking { criteria, items }, KindFacts::Ranking(facts))
}

fn read_weights(fields: &mut Fields) -> Vec<Weights> {
    if fields.fact::<Present>("weights").is_none() {
        return Vec::new();
    }
    let profiles = fields.map::<Scores>("weights").unwrap_or_default();
    let weigh = |(profile, scores): (At<String>, Scores)| Weights {
        profile,
        by_criterion: within(fields, scores, 0, 5),
    };
    profiles.into_iter().map(weigh).collect()
}

fn read_scores(
    fields: &mut Fields,
    key: &'static str,
    least: i64,
    most: i64,
) -> BTreeMap<String, u8> {
    let scores = fields.required_fact::<Scores>(key);
    scores.map(|scores| within(fields, scores, least, most)).unwrap_or_default()
}

/// Numbers by criterion, not yet checked.
struct Scores(Vec<(At<String>, i64)>);

/// Any value: only that it is there matters.
struct Present;

impl super::fields::FromToml for Present {
    fn from_toml(
        _: &str,
        _: &serde_spanned::Spanned<toml::de::DeValue>,
        _: &mut Block,
    ) -> Option<Self> {
        Some(Present)
    }

    fn example(key: &str) -> String {
        format!("[{key}]")
    }
}

impl super::fields::FromToml for Scores {
    fn from_toml(
        key: &str,
        value: &serde_spanned::Spanned<toml::de::DeValue>,
        block: &mut Block,
    ) -> Option<Self> {
        super::fields::named_values(key, value, block).map(Scores)
    }

    fn example(key: &str) -> String {
        format!("{key} = {{ criterion = 3 }}")
    }
}

/// The numbers that lie between `least` and `most`; the others are reported.
fn within(fields: &mut Fields, scores: Scores, least: i64, most: i64) -> BTreeMap<String, u8> {
    let mut fit = BTreeMap::new();
    for (id, number) in scores.0 {
        if (least..=most).contains(&number) {
            fit.insert(id.value, number as u8);
            continue;
        }
        fit.insert(id.value.clone(), number.clamp(least, most) as u8);
        fields.block.report(
            Diagnostic::new(Code::OutOfRange, id.span)
                .arg("key", id.value)
                .arg("least", least.to_string())
                .arg("most", most.to_string())
                .arg("found", number.to_string()),
        );
    }
    fit
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Result<(String, String), Code> {
        let parts = fences(SourceId(0), text).map_err(|problem| problem.code)?;
        Ok((text[parts.toml].to_owned(), text[parts.body].to_owned()))
    }

    #[test]
    fn fences_are_found_with_any_line_ending_and_a_bom() {
        let both = |toml: &str, body: &str| Ok((toml.to_owned(), body.to_owned()));
        assert_eq!(found("+++\na = 1\n+++\nbody"), both("a = 1\n", "body"));
        assert_eq!(found("\u{feff}+++\r\na = 1\r\n+++\r\nbody"), both("a = 1\r\n", "body"));
        assert_eq!(found("+++\n+++"), both("", ""));
        assert_eq!(found("+++ \t\na = 1\n+++  \n\nx"), both("a = 1\n", "\nx"));
    }

    #[test]
    fn other_openings_are_told_apart() {
        assert_eq!(found("---\ntitle: x\n---\n"), Err(Code::YamlFrontMatter));
        assert_eq!(found("# Title\n"), Err(Code::NoFrontMatter));
        assert_eq!(found(""), Err(Code::NoFrontMatter));
        assert_eq!(found("+++\na = 1\n"), Err(Code::UnclosedFrontMatter));
        assert_eq!(found("+++"), Err(Code::UnclosedFrontMatter));
    }

    #[test]
    fn versions_have_a_v_and_may_have_a_name() {
        let read = |text| release_version(text).map(|v| v.number);
        assert_eq!(read("v2.7.0-audience-seo"), Some((2, 7, 0)));
        assert_eq!(read("v1.0.0"), Some((1, 0, 0)));
        assert_eq!(read("2.7.0"), None);
        assert_eq!(read("v2.7"), None);
    }
}
