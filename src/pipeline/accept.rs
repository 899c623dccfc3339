//! Records sections of a translation as current, and refuses those that cannot be recorded
//! yet.
//!
//! A record states that a text of the translation follows a certain text of the source. Records
//! are reliable because a section is refused if its translation was not edited since the source
//! changed, unless the editor gives a reason.
//!
//! A ledger contains no dates. If both sides differ from the record, it is not known whether
//! the translation was edited after the source. So such a section is recorded only by name, not
//! together with all others.

use rustc_hash::FxHashSet;

use super::review::{ReviewedSection, review};
use crate::{
    model::{Entry, LedgerChange, SectionPair, SectionState, StoredText, Translation},
    source::Sources,
};

/// The sections to record, and a reason for those whose translation did not change.
#[derive(Clone, Copy, Debug)]
pub struct AcceptRequest<'a> {
    pub sections: Selection<'a>,
    /// The reason why the translation of a changed source may stay as it is.
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
    /// The ids of the recorded sections.
    pub recorded: Vec<String>,
    pub refused: Vec<(String, AcceptRefusal)>,
    /// Names that match no section.
    pub unknown: Vec<String>,
}

/// The reason why a section cannot be recorded unless the editor gives a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AcceptRefusal {
    /// The source changed, but not its translation.
    NotTouched,
    /// Both sides changed, in an unknown order.
    NotDated,
    /// The source has it, the translation does not.
    NotTranslated,
    /// The translation has it, the source does not.
    StillThere,
    /// The section is in another place than in the source.
    Displaced,
    /// The translation has the source's words, or its language.
    Untranslated,
    /// The pairing is only a guess, based on the position.
    Guessed,
}

impl AcceptRefusal {
    /// Returns whether one reason may be given for all such sections together. Sections that
    /// are left out, kept or moved on purpose each need a reason of their own.
    const fn allows_common_reason(self) -> bool {
        matches!(self, AcceptRefusal::NotTouched | AcceptRefusal::NotDated)
    }
}

/// Returns the command that records the unrecorded sections of `translation`; `None` if nothing
/// can be recorded now.
pub fn command(translation: &Translation) -> Option<String> {
    let open = translation.pairs.iter().filter(|pair| can_be_recorded(pair));
    let open: Vec<&SectionPair> = open.collect();
    // Otherwise `accept` asks for their names.
    let by_name = |pair: &&SectionPair| pair.guessed || pair.state == SectionState::SourceChanged;
    let what = match (open.is_empty(), open.iter().any(by_name)) {
        (true, _) => return None,
        (false, false) => "--all".to_owned(),
        (false, true) => {
            let ids: Vec<&str> = open.into_iter().map(|pair| translation.id_of(pair)).collect();
            ids.join(" ")
        }
    };
    Some(["giljabi accept ", &translation.place.name(), " ", &what].concat())
}

/// Returns whether the section can be recorded without a reason once both sides correspond. A
/// section in another place needs no record once it is moved.
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

/// Returns the section with the id `name` in either version. `title` stands for `front.title`
/// unless a section has that id, and a diagram can be named by its own id.
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

/// Returns the entry that records a section, or why it is refused; `None` if it is recorded
/// already. With a `reason`, a section is not refused. The reason for a section that is named
/// is recorded even if it was not needed.
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

/// Returns a recorded reason that is still valid: why a section is on one side only, or in
/// another place.
fn valid_reason<'a>(reviewed: &ReviewedSection<'a>) -> Option<&'a str> {
    let entry = reviewed.entry?;
    let one_sided = entry.source.is_none() || entry.translation.is_none();
    let stands = one_sided == (reviewed.source.is_none() || reviewed.translation.is_none())
        && (one_sided || entry.own_place);
    entry.unchanged.as_deref().filter(|_| stands)
}

/// Returns an entry for both sides in their present form.
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

/// Returns a section's text in the form in which it is stored, with uniform line endings.
fn normalized_text(text: &str) -> String {
    text.trim().replace("\r\n", "\n").replace('\r', "\n")
}

/// Returns the entry of a section under its new id, if its id has changed: otherwise another
/// section's entry could be matched with it.
fn renamed(reviewed: &ReviewedSection) -> Option<Entry> {
    let entry = reviewed.entry?;
    let own = reviewed.translation.as_ref().map(|side| &side.section.id);
    let own = own.filter(|own| ***own != *reviewed.id);
    let same = *entry.id == *reviewed.id && (own == entry.own_id.as_ref() || own.is_none());
    (!same).then(|| Entry { id: reviewed.id.into(), own_id: own.cloned(), ..entry.clone() })
}

/// Returns the changes to a ledger. Removals come first, because a section may have taken the
/// id of another.
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
        // Sections that neither version has any longer.
        let used: FxHashSet<&str> =
            reviewed.iter().filter_map(|reviewed| Some(&*reviewed.entry?.id)).collect();
        let left = ledger.entries.iter().filter(|entry| !used.contains(&*entry.id));
        changes.extend(left.map(|entry| LedgerChange::Forget(entry.id.clone())));
    }
    changes.extend(records.into_iter().map(|(_, entry)| LedgerChange::Record(entry)));
    changes
}
