//! The two languages of a page side by side, section by section.

use fluent_bundle::FluentArgs;
use serde::Serialize;

use super::{PreviewFrame, board, frame, say};
use crate::{
    diag::sentence,
    ledger::{ChangeKind, TextChange},
    model::{Document, Lang, Route, SectionKind, SectionState},
    pipeline::{self, RenderedBody, ReviewedSection, SectionText, review},
    serve::{
        app::App,
        changes::SectionVersion,
        live_site::{LiveSite, Snapshot},
    },
};

#[derive(Serialize)]
pub struct PairView {
    frame: PreviewFrame,
    name: String,
    state: &'static str,
    label: String,
    source: VersionColumn,
    translation: VersionColumn,
    groups: Vec<RowGroup>,
    /// The command that records all sections that can be recorded now.
    command: Option<String>,
    copy: String,
    edit: String,
    change: String,
    missing: String,
}

/// Consecutive rows.
#[derive(Serialize)]
struct RowGroup {
    /// The label of folded rows, in which nothing differs; `None` for rows that are shown.
    folded: Option<String>,
    rows: Vec<SectionRow>,
}

/// One version of the page.
#[derive(Serialize)]
struct VersionColumn {
    lang: &'static str,
    name: &'static str,
    /// The role of the version: source or translation.
    role: String,
    href: Option<String>,
    edit: Option<String>,
}

/// A section in both versions.
#[derive(Serialize)]
struct SectionRow {
    id: String,
    /// The name of a section without a heading.
    name: Option<String>,
    state: &'static str,
    label: String,
    source: SectionCell,
    translation: SectionCell,
    /// The changes of the source since the translation was recorded.
    change: Vec<ChangePart>,
    command: Option<String>,
}

/// HTML of the page, or plain text.
#[derive(Default, Serialize)]
struct SectionCell {
    html: Option<String>,
    text: Option<String>,
}

#[derive(Serialize)]
struct ChangePart {
    kind: &'static str,
    text: String,
}

impl PairView {
    /// Returns one section for each row, for comparing versions of this page.
    pub fn sections(&self) -> Vec<SectionVersion> {
        let section = |row: &SectionRow| {
            // A struct of texts can always be written as JSON.
            let content = serde_json::to_vec(row).unwrap_or_default();
            SectionVersion::new(["row-", &row.id].concat(), &content)
        };
        self.groups.iter().flat_map(|group| &group.rows).map(section).collect()
    }
}

/// Returns the view of the page with the name `name`, which is the same in every language:
/// `guides/customer-service`.
pub fn view(app: &App, live: &LiveSite, name: &str) -> Option<PairView> {
    let mut all = live.translations().into_iter();
    let (snapshot, translation) = all.find(|(_, t)| t.place.name() == name)?;
    let sides = PairBodies {
        app,
        name,
        source: body(snapshot, translation.source.as_deref()),
        translation: body(snapshot, translation.document.as_deref()),
    };
    let rows = review(translation, &snapshot.sources);
    let title = translation.source.as_deref().or(translation.document.as_deref());
    let title = title.map_or("", |document| &document.front.title.value);
    let own = translation.place.lang;
    Some(PairView {
        frame: frame(app, live, title.to_owned()),
        name: name.to_owned(),
        state: translation.state.name(),
        label: board::label(app, translation.state),
        source: column(app, snapshot, translation.source.as_deref(), own.other(), "source"),
        translation: column(app, snapshot, translation.document.as_deref(), own, "translation"),
        groups: groups(app, rows.iter().map(|reviewed| sides.row(reviewed))),
        command: pipeline::command(translation),
        copy: say(app, "cli-serve-copy"),
        edit: say(app, "cli-serve-edit"),
        change: say(app, "cli-serve-change"),
        missing: say(app, "cli-serve-missing"),
    })
}

/// Groups the rows: those in which nothing differs are folded, unless that is so for all.
fn groups(app: &App, rows: impl Iterator<Item = SectionRow>) -> Vec<RowGroup> {
    let rows: Vec<SectionRow> = rows.collect();
    let is_same = |row: &SectionRow| row.state == SectionState::Current.name();
    if rows.iter().all(is_same) {
        return vec![RowGroup { folded: None, rows }];
    }
    let mut groups: Vec<RowGroup> = Vec::new();
    for row in rows {
        match groups.last_mut() {
            Some(last) if is_same(&last.rows[0]) == is_same(&row) => last.rows.push(row),
            _ => groups.push(RowGroup { folded: None, rows: vec![row] }),
        }
    }
    for group in groups.iter_mut().filter(|group| is_same(&group.rows[0])) {
        let mut args = FluentArgs::new();
        args.set("count", group.rows.len());
        group.folded = Some(sentence(app.lang, "cli-serve-folded", &args));
    }
    groups
}

fn column(
    app: &App,
    snapshot: &Snapshot,
    document: Option<&Document>,
    lang: Lang,
    role: &str,
) -> VersionColumn {
    let base_url = &snapshot.prepared.site.settings.base_url;
    let edit = |document: &Document| {
        let file = app.root.join(snapshot.sources.get(document.source).path.as_str());
        app.editor.link(&file, 1, 1)
    };
    VersionColumn {
        lang: lang.code(),
        name: lang.own_name(),
        role: say(app, &["cli-serve-", role].concat()),
        href: document.map(|document| base_url.href(&document.place.url())),
        edit: document.map(edit),
    }
}

struct PairBodies<'a> {
    app: &'a App,
    name: &'a str,
    source: Option<RenderedBody>,
    translation: Option<RenderedBody>,
}

impl PairBodies<'_> {
    fn row(&self, reviewed: &ReviewedSection) -> SectionRow {
        let state = reviewed.pair.state;
        let command = || ["giljabi accept ", self.name, " ", reviewed.id].concat();
        SectionRow {
            id: reviewed.id.to_owned(),
            name: part_name(reviewed.id).map(|key| say(self.app, key)),
            state: state.name(),
            label: say(self.app, section_key(state)),
            source: cell(self.source.as_ref(), reviewed.source.as_ref()),
            translation: cell(self.translation.as_ref(), reviewed.translation.as_ref()),
            change: parts(&reviewed.change),
            command: pipeline::can_be_recorded(reviewed.pair).then(command),
        }
    }
}

/// Returns the changes for display: without white space around the whole, and without marks
/// below the space at the end of an addition or removal.
fn parts(change: &[TextChange]) -> Vec<ChangePart> {
    let mut parts = Vec::new();
    for (at, part) in change.iter().enumerate() {
        let kind = match part.kind {
            ChangeKind::Same => "same",
            ChangeKind::Removed => "removed",
            ChangeKind::Added => "added",
        };
        let text = if at == 0 { part.text.trim_start() } else { &part.text };
        let marked = text.trim_end();
        let space = if at + 1 == change.len() { "" } else { &text[marked.len()..] };
        let all =
            [(kind, marked), ("same", space)].into_iter().filter(|(_, text)| !text.is_empty());
        parts.extend(all.map(|(kind, text)| ChangePart { kind, text: text.to_owned() }));
    }
    parts
}

/// Returns the key of the name of a section without a heading.
fn part_name(id: &str) -> Option<&'static str> {
    let key = match id {
        "front.title" => "cli-serve-part-title",
        "front.description" => "cli-serve-part-description",
        "front.reviewer" => "cli-serve-part-reviewer",
        "front.evidence" => "cli-serve-part-evidence",
        "front.highlights" => "cli-serve-part-highlights",
        "front.lead" => "cli-serve-part-lead",
        _ => return None,
    };
    Some(key)
}

/// Returns the body of one version; `None` if there is no such page. Its ids begin with the
/// code of the language, so that both versions can be on one page.
fn body(snapshot: &Snapshot, document: Option<&Document>) -> Option<RenderedBody> {
    let place = &document?.place;
    match snapshot.route(place.url().out_path().as_str())? {
        Route::Page(id) => snapshot.body(id, &[place.lang.code(), "-"].concat()),
        _ => None,
    }
}

/// Returns the HTML of a section, or its text if it is not a section of the body.
fn cell(body: Option<&RenderedBody>, side: Option<&SectionText>) -> SectionCell {
    let Some(side) = side else { return SectionCell::default() };
    let id = match side.section.kind {
        SectionKind::Lead => Some(""),
        SectionKind::Heading(_) => Some(&*side.section.id),
        SectionKind::FrontMatter | SectionKind::Task | SectionKind::Diagram => None,
    };
    let section = body.zip(id).and_then(|(body, id)| body.sections().find(|part| part.id == id));
    match section {
        Some(part) => SectionCell { html: Some(part.html.to_owned()), text: None },
        None => SectionCell { text: Some(side.text.to_string()), html: None },
    }
}

/// Returns the key of the words for a section's state.
const fn section_key(state: SectionState) -> &'static str {
    match state {
        SectionState::Current => "cli-section-current",
        SectionState::SourceChanged => "cli-section-changed",
        SectionState::NewInSource => "cli-section-new",
        SectionState::RemovedFromSource => "cli-section-removed",
        SectionState::Moved => "cli-section-moved",
        SectionState::TranslationEdited => "cli-section-edited",
        SectionState::NotRecorded => "cli-section-unrecorded",
    }
}
