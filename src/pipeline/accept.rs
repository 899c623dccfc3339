//! Records sections of a translation as current, and refuses those that cannot be recorded
//! yet.
//!
//! A record states that this text of the translation follows that text of the source. It is
//! reliable only because recording is refused where the translation has not been edited since
//! the source changed, unless the editor gives a reason.
//!
//! A ledger has no dates. Where both sides differ from the record, the translation may have
//! been edited after the source, and follow it, or before. So such a section is recorded only
//! when it is named, and not along with all the others.

use rustc_hash::FxHashSet;

use super::review::{ReviewedSection, review};
use crate::{
    model::{Entry, LedgerChange, SectionPair, SectionState, StoredText, Translation},
    source::Sources,
};

/// The sections to record, and the reason for those that did not change.
#[derive(Clone, Copy, Debug)]
pub struct AcceptRequest<'a> {
    pub sections: Selection<'a>,
    /// The reason that the translation of a changed source may stay as it is.
    pub unchanged: Option<&'a str>,
}

#[derive(Clone, Copy, Debug)]
pub enum Selection<'a> {
    All,
    /// Sections by the id of either version.
    Only(&'a [String]),
}

/// The result of recording.
#[derive(Debug, Default)]
pub struct Accepted {
    pub changes: Vec<LedgerChange>,
    /// Ids of the sections that are recorded.
    pub recorded: Vec<String>,
    pub refused: Vec<(String, AcceptRefusal)>,
    /// Names that no section has.
    pub unknown: Vec<String>,
}

/// The reason that a section cannot be recorded without one given by the editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AcceptRefusal {
    /// The source changed, its translation did not.
    NotTouched,
    /// Both sides changed, and their order is not known.
    NotDated,
    /// The source has it, the translation does not.
    NotTranslated,
    /// The translation has it, the source does not.
    StillThere,
    /// It stands in another place than in the source.
    Displaced,
    /// It has the source's words, or its language.
    Untranslated,
    /// Only its place says that it follows that section of the source.
    Guessed,
}

impl AcceptRefusal {
    /// Returns whether one reason may be given for all such sections at once. Sections that
    /// are left out, kept or moved on purpose need a reason each.
    const fn allows_common_reason(self) -> bool {
        matches!(self, AcceptRefusal::NotTouched | AcceptRefusal::NotDated)
    }
}

/// Returns the command that records the missing sections of `translation`; none where
/// nothing can be recorded as it stands.
pub fn command(translation: &Translation) -> Option<String> {
    let open = translation.pairs.iter().filter(|pair| can_be_recorded(pair));
    let open: Vec<&SectionPair> = open.collect();
    let changed = open.iter().any(|pair| pair.state == SectionState::SourceChanged);
    let what = match (open.is_empty(), changed) {
        (true, _) => return None,
        (false, false) => "--all".to_owned(),
        (false, true) => {
            let ids: Vec<&str> = open.into_iter().map(|pair| translation.id_of(pair)).collect();
            ids.join(" ")
        }
    };
    Some(["giljabi accept ", &translation.place.name(), " ", &what].concat())
}

/// Returns whether somebody may record the section once both sides are in step, without
/// giving a reason. One that stands elsewhere needs no record once it is moved.
pub fn can_be_recorded(pair: &SectionPair) -> bool {
    let open = !matches!(pair.state, SectionState::Current | SectionState::Moved);
    open && pair.source.is_some() && pair.translation.is_some()
}

/// Decides which sections of `translation` to record.
pub fn accept(translation: &Translation, sources: &Sources, request: AcceptRequest) -> Accepted {
    let reviewed = review(translation, sources);
    let mut accepted = Accepted::default();
    let chosen = choose(&reviewed, request.sections, &mut accepted.unknown);
    let mut records = Vec::new();
    for (reviewed, chosen) in reviewed.iter().zip(chosen) {
        let decided = match chosen {
            Chosen::No => Ok(None),
            Chosen::ByName | Chosen::WithAll => decide(reviewed, chosen, request.unchanged),
        };
        match decided {
            Ok(Some(entry)) => {
                accepted.recorded.push(reviewed.id.to_owned());
                records.push((reviewed.entry, entry));
            }
            Ok(None) => records.extend(renamed(reviewed).map(|entry| (reviewed.entry, entry))),
            Err(refusal) => accepted.refused.push((reviewed.id.to_owned(), refusal)),
        }
    }
    accepted.changes = changes(translation, &reviewed, records, request.sections);
    accepted
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Chosen {
    No,
    ByName,
    WithAll,
}

fn choose(
    reviewed: &[ReviewedSection],
    request: Selection,
    unknown: &mut Vec<String>,
) -> Vec<Chosen> {
    let Selection::Only(names) = request else {
        return vec![Chosen::WithAll; reviewed.len()];
    };
    let mut chosen = vec![Chosen::No; reviewed.len()];
    for name in names {
        match find(reviewed, name) {
            Some(at) => chosen[at] = Chosen::ByName,
            None => unknown.push(name.clone()),
        }
    }
    chosen
}

/// Returns the section called `name` on either side; `title` is `front.title` where no
/// section has that id, and a diagram's own id names it too.
fn find(reviewed: &[ReviewedSection], name: &str) -> Option<usize> {
    let name = name.trim_start_matches('#');
    let called = |name: &str| {
        let ids = |reviewed: &ReviewedSection| {
            let sides = [&reviewed.source, &reviewed.translation];
            sides.into_iter().flatten().any(|side| *side.section.id == *name)
        };
        let source = |reviewed: &ReviewedSection| reviewed.id == name;
        reviewed.iter().position(source).or_else(|| reviewed.iter().position(ids))
    };
    let prefixed = |prefix: &str| called(&[prefix, name].concat());
    called(name).or_else(|| prefixed("front.")).or_else(|| prefixed("diagram-"))
}

/// Returns the entry that records a section, or the reason for refusing; `None` where it is
/// recorded already. `reason` lets a section pass that would be refused; the reason for a
/// section given by name is recorded whether or not it was needed.
fn decide(
    reviewed: &ReviewedSection,
    chosen: Chosen,
    reason: Option<&str>,
) -> Result<Option<Entry>, AcceptRefusal> {
    let is_paired = reviewed.source.is_some() && reviewed.translation.is_some();
    let named = chosen == Chosen::ByName;
    let note = reason.filter(|_| named);
    let refusal = match reviewed.pair.state {
        SectionState::Current if note.is_none() => return Ok(None),
        SectionState::NotRecorded | SectionState::TranslationEdited
            if reviewed.pair.untranslated =>
        {
            Some(AcceptRefusal::Untranslated)
        }
        SectionState::NotRecorded if reviewed.pair.guessed && !named => {
            Some(AcceptRefusal::Guessed)
        }
        SectionState::Current | SectionState::NotRecorded | SectionState::TranslationEdited => None,
        SectionState::SourceChanged if is_paired && !reviewed.pair.edited => {
            Some(AcceptRefusal::NotTouched)
        }
        SectionState::SourceChanged if is_paired && reviewed.pair.untranslated => {
            Some(AcceptRefusal::Untranslated)
        }
        SectionState::SourceChanged if is_paired => {
            Some(AcceptRefusal::NotDated).filter(|_| !named)
        }
        SectionState::SourceChanged | SectionState::NewInSource => {
            Some(AcceptRefusal::NotTranslated)
        }
        SectionState::RemovedFromSource => Some(AcceptRefusal::StillThere),
        SectionState::Moved if is_paired => Some(AcceptRefusal::Displaced),
        SectionState::Moved => Some(AcceptRefusal::NotTranslated),
    };
    let Some(refusal) = refusal else {
        return Ok(Some(entry(reviewed, note.or_else(|| valid_reason(reviewed)))));
    };
    match reason.filter(|_| named || refusal.allows_common_reason()) {
        Some(reason) => Ok(Some(entry(reviewed, Some(reason)))),
        None => Err(refusal),
    }
}

/// Returns a reason that still holds: why a section is on one side only, or in its own
/// place.
fn valid_reason<'a>(reviewed: &ReviewedSection<'a>) -> Option<&'a str> {
    let entry = reviewed.entry?;
    let one_sided = entry.source.is_none() || entry.translation.is_none();
    let stands = one_sided == (reviewed.source.is_none() || reviewed.translation.is_none())
        && (one_sided || entry.own_place);
    entry.unchanged.as_deref().filter(|_| stands)
}

/// Returns the record of both sides as they are.
fn entry(reviewed: &ReviewedSection, reason: Option<&str>) -> Entry {
    let own_id = reviewed.translation.as_ref().map(|side| side.section.id.clone());
    let own_place = reviewed.entry.is_some_and(|entry| entry.own_place)
        || reviewed.pair.state == SectionState::Moved && reviewed.pair.displaced;
    let text =
        reviewed.source.as_ref().map(|side| StoredText::compress(&normalized_text(&side.text)));
    Entry {
        id: reviewed.id.into(),
        own_id: own_id.filter(|own| **own != *reviewed.id),
        source: reviewed.source.as_ref().and_then(|side| side.section.fingerprint()),
        translation: reviewed.translation.as_ref().and_then(|side| side.section.fingerprint()),
        own_place,
        unchanged: reason
            .map(|reason| reason.split_whitespace().collect::<Vec<_>>().join(" ").into()),
        text: text.unwrap_or_default(),
    }
}

/// Returns a section's text as it is kept: with the line endings of one system.
fn normalized_text(text: &str) -> String {
    text.trim().replace("\r\n", "\n").replace('\r', "\n")
}

/// Returns the entry of a section whose id is no longer the recorded one, under its new
/// name: otherwise another section's record could take its place.
fn renamed(reviewed: &ReviewedSection) -> Option<Entry> {
    let entry = reviewed.entry?;
    let own = reviewed.translation.as_ref().map(|side| &side.section.id);
    let own = own.filter(|own| ***own != *reviewed.id);
    let same = *entry.id == *reviewed.id && (own == entry.own_id.as_ref() || own.is_none());
    (!same).then(|| Entry { id: reviewed.id.into(), own_id: own.cloned(), ..entry.clone() })
}

/// Returns the changes of a ledger. Removed entries come first: a section may have taken
/// another's id.
fn changes(
    translation: &Translation,
    reviewed: &[ReviewedSection],
    records: Vec<(Option<&Entry>, Entry)>,
    selection: Selection,
) -> Vec<LedgerChange> {
    let renamed =
        records.iter().filter_map(|(old, new)| Some(&old.as_ref()?.id).filter(|id| **id != new.id));
    let mut changes: Vec<LedgerChange> =
        renamed.map(|id| LedgerChange::Forget(id.clone())).collect();
    if let (Selection::All, Some(ledger)) = (selection, &translation.ledger) {
        // Sections that neither version has any more.
        let used: FxHashSet<&str> =
            reviewed.iter().filter_map(|reviewed| Some(&*reviewed.entry?.id)).collect();
        let left = ledger.entries.iter().filter(|entry| !used.contains(&*entry.id));
        changes.extend(left.map(|entry| LedgerChange::Forget(entry.id.clone())));
    }
    changes.extend(records.into_iter().map(|(_, entry)| LedgerChange::Record(entry)));
    changes
}
