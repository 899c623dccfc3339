//! Reads the `+++` block at the top of a file, typed by kind.

mod fences;
mod ranking;
mod references;

use jiff::civil::Date;
use memchr::memmem;
use toml::de::DeTable;

pub use fences::{Fences, fences};
use ranking::read_ranking;

use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    fields::{Block, Fields, Role, parse_block, report_unknown_value},
    model::{
        At, FrontMatter, GuideFacts, Kind, KindFacts, KindWords, Lang, NeutralFacts, PageKey,
        RankingFacts, ReleaseVersion, Seo, SourceId, Span, Tool, Topic, is_slug,
    },
    parse::config::source_language,
};

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
    place: &PageKey,
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

/// The language in which a file says that its page is written first: the page's other
/// file is read by it too. Most files do not have the key, which is seen at a glance.
pub fn declared_language(file: &[u8]) -> Option<Lang> {
    const KEY: &str = "source_language";
    let end = memmem::find(file.get(3..)?, b"\n+++").map(|at| at + 3)?;
    let at = memmem::find(&file[..end], KEY.as_bytes())?;
    let text = std::str::from_utf8(file).ok()?;
    let fences = fences(SourceId(0), text).ok().filter(|fences| fences.toml.contains(&at))?;
    let (table, errors) = DeTable::parse_recoverable(&text[fences.toml]);
    let value = table.get_ref().get(KEY)?;
    let place = value.span();
    let mut errors = errors.iter().filter_map(|error| error.span());
    // What is there may be only half of it.
    if errors.any(|error| error.start <= place.end && place.start <= error.end) {
        return None;
    }
    Lang::from_code(value.get_ref().as_str()?)
}

/// The path of the page's file in its source language.
pub fn source_file(place: &PageKey, source_language: Lang) -> String {
    format!("content/{}.{}.md", place.name(), source_language.code())
}

fn read_keys(fields: &mut Fields, place: &PageKey, span: Span, is_source: bool) -> FrontMatter {
    let blank = || At { value: String::new(), span };
    let title = fields.required("title").unwrap_or_else(blank);
    let description = fields.required("description").unwrap_or_else(blank);
    let draft = fields.optional("draft").unwrap_or(false);
    let translation_notice = fields.optional("translation_notice").unwrap_or(true);
    let aliases = read_aliases(fields);
    let seo = read_seo(fields);
    let updated = fields.fact("updated");
    let feed_id = if place.kind.info().feed.is_some() { read_feed_id(fields, place) } else { None };
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

/// The name by which feeds know the page: one that a file could have.
fn read_feed_id(fields: &mut Fields, place: &PageKey) -> Option<At<String>> {
    let id: At<String> = fields.fact("feed_id")?;
    if is_slug(&id.value) {
        return Some(id);
    }
    let bad = Diagnostic::new(Code::BadFeedId, id.span).arg("found", &*id.value);
    let folder = [place.kind.folder(), "/"].concat();
    let bare = id.value.strip_prefix(&folder).filter(|bare| is_slug(bare));
    fields.block.report(match bare {
        Some(bare) => bad.arg("bare", bare).hint("folder"),
        None => bad,
    });
    None
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

fn read_kind(fields: &mut Fields, place: &PageKey) -> (KindWords, KindFacts) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_have_a_v_and_may_have_a_name() {
        let read = |text| release_version(text).map(|v| v.number);
        assert_eq!(read("v2.7.0-audience-seo"), Some((2, 7, 0)));
        assert_eq!(read("v1.0.0"), Some((1, 0, 0)));
        assert_eq!(read("2.7.0"), None);
        assert_eq!(read("v2.7"), None);
    }

    #[test]
    fn the_source_language_is_seen_at_a_glance() {
        let declared = |key: &str, body: &str| {
            declared_language(format!("+++\ntitle = \"A\"\n{key}\n+++\n{body}").as_bytes())
        };
        assert_eq!(declared("source_language = \"ko\" # first", ""), Some(Lang::Ko));
        assert_eq!(declared("source_language='en'", ""), Some(Lang::En));
        assert_eq!(declared("# source_language = \"ko\"", ""), None);
        assert_eq!(
            declared("description = \"\"\"\n[x]\n\"\"\"\nsource_language = \"ko\"", ""),
            Some(Lang::Ko)
        );
        assert_eq!(declared("description = \"\"\"\nsource_language = 'ko'\n\"\"\"", ""), None);
        assert_eq!(declared("source_language = ko", ""), None);
        assert_eq!(declared("[seo]\nsource_language = \"ko\"", ""), None);
        assert_eq!(declared("", "source_language = \"ko\""), None);
    }

    #[test]
    fn a_key_without_a_value_is_one_problem() {
        let text = "+++\ntitle =\ndescription = \"\"\n+++\n";
        let mut diagnostics = Diagnostics::default();
        let place = PageKey { kind: Kind::Page, slug: "a".into(), lang: Lang::En };
        let Ok(fences) = fences(SourceId(0), text) else { panic!("it has fences") };
        read(SourceId(0), text, &fences, &place, Lang::En, &mut diagnostics);
        let codes: Vec<Code> = diagnostics.iter().map(|problem| problem.code).collect();
        assert_eq!(codes, [Code::InvalidToml, Code::BlankText]);
    }
}
