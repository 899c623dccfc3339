//! Renames a page: its files, and every reference to it in the guide.

use std::{collections::BTreeMap, sync::Arc};

use percent_encoding::percent_decode_str;

use super::{FingerprintScope, PrepareOptions, content, prepare, settings, translations};
use crate::{
    diag::{Code, Diagnostic, Diagnostics, Level},
    ledger,
    model::{
        Alias, At, Document, Entry, Kind, KindFields, Lang, LedgerChange, Link, PageKey, PageRef,
        Section, Settings, SourcePath, Span, StoredText, Translation,
    },
    resolve::below_own_address,
    scaffold::Edits,
    source::{Source, Sources},
};

/// A page and its new name.
#[derive(Clone, Debug)]
pub struct Rename {
    pub kind: Kind,
    pub old: String,
    pub new: String,
}

/// A changed file, and its new path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileChange {
    pub from: SourcePath,
    pub to: SourcePath,
    pub bytes: Vec<u8>,
}

/// The reasons why a page cannot be renamed as a whole.
#[derive(Debug)]
pub enum RenameRefusal {
    /// The guide has no file of this page.
    Missing,
    /// There is a file at the new path of one of the page's files.
    Taken(SourcePath),
    /// The problems that renaming would cause, and the files as they would be then.
    Breaks(Diagnostics, Box<Sources>),
}

/// What renaming needs to know of the guide.
struct Renaming<'a> {
    rename: &'a Rename,
    settings: &'a Settings,
    documents: &'a [Arc<Document>],
    /// The page's files with their new paths.
    moved: &'a BTreeMap<SourcePath, SourcePath>,
}

/// Refuses if a page is no text: what it refers to is not known.
fn refuse_if_unreadable(sources: &Sources) -> Result<(), RenameRefusal> {
    let is_unreadable = |source: &Source| {
        source.path.as_str().ends_with(".md") && str::from_utf8(&source.bytes).is_err()
    };
    let pages = sources.below("content/").into_iter().filter(|(_, source)| is_unreadable(source));
    let mut diagnostics = Diagnostics::default();
    diagnostics.extend(pages.map(|(id, _)| Diagnostic::new(Code::NotUtf8, Span::new(id, 0..0))));
    match diagnostics.counts() {
        (0, _) => Ok(()),
        _ => Err(RenameRefusal::Breaks(diagnostics, Box::new(sources.clone()))),
    }
}

/// Returns the files that change, in the order of their paths. Nothing is written.
pub fn rename(sources: &Sources, rename: &Rename) -> Result<Vec<FileChange>, RenameRefusal> {
    let moved = moved_files(sources, rename)?;
    refuse_if_unreadable(sources)?;
    let settings = settings(sources, &PrepareOptions::default(), &mut Diagnostics::default());
    let documents = documents(sources, &settings);
    let renaming = Renaming { rename, settings: &settings, documents: &documents, moved: &moved };
    let mut texts: BTreeMap<SourcePath, Vec<u8>> = BTreeMap::new();
    for document in &documents {
        let file = sources.get(document.source);
        let text = file.text();
        let edits = renaming.document_edits(document, &text);
        if !edits.is_empty() {
            texts.insert(file.path.clone(), edits.apply().into_bytes());
        }
    }
    if let Some((path, text)) = renaming.settings_edits(sources) {
        texts.insert(path, text.into_bytes());
    }
    let renamed = with_changes(sources, &moved, &texts);
    let mut changes: Vec<FileChange> = changes(sources, &moved, texts);
    refuse_if_broken(sources, &renamed)?;
    ledger_changes(sources, &renamed, rename, &mut changes);
    Ok(changes)
}

/// Returns the page's files with their new paths: both languages, ledgers, and files beside the
/// page with the same name.
fn moved_files(
    sources: &Sources,
    rename: &Rename,
) -> Result<BTreeMap<SourcePath, SourcePath>, RenameRefusal> {
    let path_of = |slug: &str| format!("content/{}/{slug}", rename.kind.folder());
    let (old, new) = (path_of(&rename.old), path_of(&rename.new));
    let files = sources.below(&old);
    // Those of `v1.1` begin with `v1.` too.
    let pages = files.iter().filter_map(|(_, source)| page_of(source.path.as_str()));
    let others: Vec<&str> = pages.filter(|page| *page != old).collect();
    let mut moved = BTreeMap::new();
    for (_, source) in &files {
        let path = source.path.as_str();
        let belongs_to =
            |page: &str| path.strip_prefix(page).is_some_and(|rest| rest.starts_with(['.', '/']));
        if belongs_to(&old) && !others.iter().any(|other| belongs_to(other)) {
            let to = SourcePath::new(&[new.as_str(), &path[old.len()..]].concat());
            if sources.find(to.as_str()).is_some() {
                return Err(RenameRefusal::Taken(to));
            }
            moved.insert(source.path.clone(), to);
        }
    }
    let is_page = |path: &SourcePath| page_of(path.as_str()) == Some(&*old);
    if moved.keys().any(is_page) { Ok(moved) } else { Err(RenameRefusal::Missing) }
}

/// Returns the path of a page's file without its language: `content/guides/begin`.
fn page_of(path: &str) -> Option<&str> {
    let bare = path.strip_suffix(".md")?;
    Some(
        Lang::ALL
            .iter()
            .find_map(|lang| bare.strip_suffix(&[".", lang.code()].concat()))
            .unwrap_or(bare),
    )
}

/// Returns the documents of all pages, drafts included.
fn documents(sources: &Sources, settings: &Settings) -> Vec<Arc<Document>> {
    let mut diagnostics = Diagnostics::default();
    let rules = content::ContentRules::new(settings, FingerprintScope::Recorded);
    let mut cache = content::ContentCache::default();
    content::read(sources, &rules, &mut cache, &mut diagnostics).documents
}

impl Renaming<'_> {
    fn document_edits<'t>(&self, document: &Document, text: &'t str) -> Edits<'t> {
        let mut edits = Edits::new(text);
        for link in &document.links {
            self.link_edit(document, link, text, &mut edits);
        }
        let fields = &document.front.fields;
        let references = [
            (fields.audience().iter().collect(), Kind::Profile),
            (fields.related().iter().collect(), Kind::Guide),
            (Vec::from_iter(fields.next()), Kind::Guide),
            (fields.path(), Kind::Guide),
        ];
        for (references, preferred) in references {
            let named = references.into_iter().filter(|it| self.is_named_by(it, preferred));
            named.for_each(|reference| self.replace_slug(reference, text, &mut edits));
        }
        let Rename { kind, old, .. } = self.rename;
        if let (KindFields::Ranking(ranking), Kind::Profile) = (fields, kind) {
            let weights = ranking.weights.iter().filter(|entry| entry.id.value == *old);
            weights.for_each(|entry| self.replace_slug(&entry.id, text, &mut edits));
        }
        let is_page = document.place.kind == *kind && *document.place.slug == **old;
        if is_page && document.is_original() {
            self.keep_addresses(document, text, &mut edits);
        }
        edits
    }

    /// Adds an alias for the old address, in place of one that is the new address, and a feed id
    /// with the old name.
    fn keep_addresses(&self, document: &Document, text: &str, edits: &mut Edits) {
        let Rename { kind, old: slug, new } = self.rename;
        let folder = kind.folder();
        let old = format!("\"{folder}/{slug}\"");
        let is_new = |alias: &&Alias| alias.value == format!("{folder}/{new}");
        let returned = document.front.aliases.iter().find(is_new);
        let front = document.front.span.range();
        let start = text[front.clone()].find('\n').map_or(front.end, |at| front.start + at + 1);
        let toml = &text[start..front.end];
        let is_key = |line: &str| line.split('=').next().is_some_and(|key| key.trim() == "aliases");
        let listed = toml.lines().find(|line| is_key(line)).and_then(|line| toml.find(line));
        let first = listed.and_then(|at| Some(start + at + toml[at..].find('[')? + 1));
        match (returned, first) {
            (Some(alias), _) => edits.replace(alias.span.range(), &old),
            (None, Some(first)) => edits.insert(first, &[&old, ", "].concat()),
            (None, None) => edits.insert(start, &format!("aliases = [{old}]\n")),
        }
        if self.settings.has_feed(*kind) && document.front.fields.feed_id().is_none() {
            edits.insert(start, &format!("feed_id = \"{slug}\"\n"));
        }
    }

    /// Returns whether a reference means the page. A slug without a folder means a page of the
    /// preferred kind, if there is one.
    fn is_named_by(&self, reference: &At<PageRef>, preferred: Kind) -> bool {
        let Rename { kind, old, .. } = self.rename;
        if reference.value.slug != *old {
            return false;
        }
        let is_there = |kind: Kind| {
            self.documents.iter().any(|it| it.place.kind == kind && *it.place.slug == **old)
        };
        match &reference.value.folder {
            Some(folder) => folder == kind.folder(),
            None => *kind == preferred || !is_there(preferred),
        }
    }

    /// Replaces the old slug in `written`.
    fn replace_slug<T>(&self, written: &At<T>, text: &str, edits: &mut Edits) {
        let Rename { old, new, .. } = self.rename;
        let range = written.span.range();
        if let Some(at) = text[range.clone()].rfind(old) {
            edits.replace(range.start + at..range.start + at + old.len(), new);
        }
    }

    fn link_edit(&self, document: &Document, link: &Link, text: &str, edits: &mut Edits) {
        let Some(new) = self.new_destination(&document.place, &link.dest) else { return };
        let range = link.span.range();
        if let Some(at) = text[range.clone()].find(&*link.dest) {
            let start = range.start + at;
            return edits.replace(start..start + link.dest.len(), &new);
        }
        // For a link by reference, the destination stands in the definition.
        let definition = ["]: ", &link.dest].concat();
        for (at, _) in text.match_indices(&definition) {
            let start = at + "]: ".len();
            edits.replace(start..start + link.dest.len(), &new);
        }
    }

    /// Returns the new destination of a link to the page; `None` for other links.
    fn new_destination(&self, place: &PageKey, dest: &str) -> Option<String> {
        let Rename { kind, old, new } = self.rename;
        let path = dest.split(['?', '#']).next().unwrap_or_default();
        let suffix = &dest[path.len()..];
        let decoded = percent_decode_str(path).decode_utf8_lossy();
        let folder = kind.folder();
        let below = self.below_site(&decoded);
        for lang in Lang::ALL {
            let address = |slug: &str| format!("/{}/{folder}/{slug}/", lang.code());
            if below == Some(&*address(old)) {
                let head = decoded.strip_suffix(&address(old))?;
                return Some([head, &address(new), suffix].concat());
            }
        }
        let file = SourcePath::new(&place.file()).join(&decoded)?;
        let rest = file.as_str().strip_prefix(&format!("content/{folder}/{old}"))?;
        let head = decoded.strip_suffix(&[old, rest].concat())?;
        // Links name no language, or that of the version.
        let is_moved = rest == ".md" || self.moved.contains_key(&file);
        is_moved.then(|| [head, new, rest, suffix].concat())
    }

    /// Returns the part of an address of this site that stands below the site's own.
    fn below_site<'d>(&self, dest: &'d str) -> Option<&'d str> {
        let own = &self.settings.base_url;
        if dest.starts_with('/') && !dest.starts_with("//") {
            return Some(dest.strip_prefix(&*own.base_path).unwrap_or(dest));
        }
        let all = [Some(own), self.settings.first_base_url.as_ref()];
        all.into_iter().flatten().find_map(|own| below_own_address(dest, own))
    }

    fn settings_edits(&self, sources: &Sources) -> Option<(SourcePath, String)> {
        let id = sources.find(super::SETTINGS_FILE)?;
        let text = sources.get(id).text().into_owned();
        let mut edits = Edits::new(&text);
        let Settings { navigation, tools, footer, .. } = self.settings;
        let references = navigation.iter().chain(tools).chain(footer);
        for reference in references.filter(|it| self.is_named_by(it, Kind::Page)) {
            self.replace_slug(reference, &text, &mut edits);
        }
        (!edits.is_empty()).then(|| (sources.get(id).path.clone(), edits.apply()))
    }
}

fn changes(
    sources: &Sources,
    moved: &BTreeMap<SourcePath, SourcePath>,
    mut texts: BTreeMap<SourcePath, Vec<u8>>,
) -> Vec<FileChange> {
    for path in moved.keys() {
        let bytes = || sources.find(path.as_str()).map(|id| sources.get(id).bytes.to_vec());
        texts.entry(path.clone()).or_insert_with(|| bytes().unwrap_or_default());
    }
    let change = |(from, bytes): (SourcePath, Vec<u8>)| FileChange {
        to: moved.get(&from).unwrap_or(&from).clone(),
        from,
        bytes,
    };
    texts.into_iter().map(change).collect()
}

/// Returns the guide with the changes applied.
fn with_changes(
    sources: &Sources,
    moved: &BTreeMap<SourcePath, SourcePath>,
    texts: &BTreeMap<SourcePath, Vec<u8>>,
) -> Sources {
    let mut all = Sources::default();
    for (_, source) in sources.iter() {
        let changed = texts.get(&source.path).filter(|_| !source.built_in);
        all.add(Source {
            path: moved.get(&source.path).unwrap_or(&source.path).clone(),
            bytes: changed.map_or_else(|| source.bytes.clone(), |bytes| bytes.clone().into()),
            built_in: source.built_in,
        });
    }
    all
}

/// Refuses a change that adds errors.
fn refuse_if_broken(before: &Sources, after: &Sources) -> Result<(), RenameRefusal> {
    let errors = |sources: &Sources| -> Vec<Diagnostic> {
        let (_, diagnostics) =
            prepare(sources, &PrepareOptions { drafts: true, ..PrepareOptions::default() });
        diagnostics.iter().filter(|it| it.level == Level::Error).cloned().collect()
    };
    let count = |all: &[Diagnostic], code: Code| all.iter().filter(|it| it.code == code).count();
    let (old, new) = (errors(before), errors(after));
    let worse = new.iter().filter(|it| count(&new, it.code) > count(&old, it.code));
    let mut problems = Diagnostics::default();
    worse.for_each(|diagnostic| problems.push(diagnostic.clone()));
    match problems.is_empty() {
        true => Ok(()),
        false => Err(RenameRefusal::Breaks(problems, Box::new(after.clone()))),
    }
}

/// Keeps records valid if only links to the page have changed in their sections.
fn ledger_changes(
    before: &Sources,
    after: &Sources,
    rename: &Rename,
    changes: &mut Vec<FileChange>,
) {
    let ((old, _), (new, _)) = (translations(before), translations(after));
    for translation in &old {
        let Some(ledger) = &translation.ledger else { continue };
        let mut place = translation.place.clone();
        if place.kind == rename.kind && *place.slug == *rename.old {
            place.slug = rename.new.as_str().into();
        }
        let Some(now) = new.iter().find(|other| other.place == place) else { continue };
        let mut ledger = (**ledger).clone();
        let records = kept_records(translation, now, after);
        if records.is_empty() {
            continue;
        }
        ledger.apply(records.into_iter().map(LedgerChange::Record));
        let path = |place: &PageKey| SourcePath::new(&place.file().replace(".md", ".ledger"));
        let (from, to) = (path(&translation.place), path(&place));
        changes.retain(|change| change.from != from);
        let bytes = ledger::write(&ledger, place.lang.other()).into_bytes();
        changes.push(FileChange { from, to, bytes });
    }
    changes.sort_by(|a, b| a.from.cmp(&b.from));
}

/// Returns the entries of sections that matched their records, with the new fingerprints and
/// texts.
fn kept_records(old: &Translation, new: &Translation, after: &Sources) -> Vec<Entry> {
    let texts = new.source.as_deref().map(|source| section_texts(source, after));
    let mut records = Vec::new();
    for (pair, now) in old.pairs.iter().zip(&new.pairs) {
        let Some(entry) = pair.entry.and_then(|at| old.ledger.as_ref()?.entries.get(at as usize))
        else {
            continue;
        };
        let fingerprint = |section: Option<&Section>| section.and_then(Section::fingerprint);
        let (source, translation) =
            (fingerprint(old.source_of(pair)), fingerprint(old.section_of(pair)));
        let mut entry = entry.clone();
        let was = entry.clone();
        if entry.source.is_some() && entry.source == source {
            entry.source = fingerprint(new.source_of(now));
            let text = texts.as_ref().zip(now.source).and_then(|(all, at)| all.get(at as usize));
            if let Some(text) = text.filter(|_| entry.source != was.source) {
                entry.text = StoredText::compress(text.trim());
            }
        }
        if entry.translation.is_some() && entry.translation == translation {
            entry.translation = fingerprint(new.section_of(now));
        }
        if entry != was {
            records.push(entry);
        }
    }
    records
}

fn section_texts(document: &Document, sources: &Sources) -> Vec<String> {
    let file = sources.get(document.source).text().into_owned();
    ledger::section_texts(document, &file).into_iter().map(|text| text.into_owned()).collect()
}
