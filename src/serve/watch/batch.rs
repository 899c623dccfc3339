//! Collects the events of files until they have settled. It reads no clock: every method takes
//! the time as an argument.

use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use notify::{
    EventKind,
    event::{AccessKind, AccessMode, CreateKind, ModifyKind, RemoveKind, RenameMode},
};
use rustc_hash::FxHashMap;

use crate::load::Touched;

/// Changes that have not been passed on yet.
#[derive(Debug, Default)]
pub struct Batch {
    files: FxHashMap<PathBuf, PendingFile>,
    /// True if events were lost, or a folder was added or removed, so that all files must be
    /// checked.
    overflowed: bool,
    /// True if a folder is new: files may have been added before it was watched.
    look_again: Option<Instant>,
    first: Option<Instant>,
    last: Option<Instant>,
}

/// The last event of a file.
#[derive(Clone, Copy, Debug)]
struct PendingFile {
    state: WriteState,
    at: Instant,
    /// The start of the wait: `at`, or the last time when the file was found to be open.
    from: Instant,
}

/// A file that has been open for longer than writing usually takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlowWrite {
    pub path: PathBuf,
    /// True if nobody has been told about it before.
    pub first: bool,
}

/// The longest wait for a file that stays open after its last write.
const LONGEST_WRITE: Duration = Duration::from_secs(60);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WriteState {
    /// Complete, as far as can be told.
    Done,
    /// Created: perhaps a link, perhaps about to be written.
    Created,
    /// Being written.
    Open,
    /// Removed, perhaps to be replaced.
    Removed,
}

impl WriteState {
    /// Returns how long to wait for events that usually follow.
    const fn patience(self) -> Duration {
        Duration::from_millis(match self {
            WriteState::Done => 0,
            WriteState::Created => 250,
            WriteState::Open => 5_000,
            WriteState::Removed => 60,
        })
    }
}

/// Whether the system reports that a written file was closed.
const TELLS_CLOSING: bool = cfg!(any(target_os = "linux", target_os = "android"));

impl Batch {
    pub fn is_empty(&self) -> bool {
        self.files.is_empty() && !self.overflowed && self.look_again.is_none()
    }

    /// Records an event. Returns whether `path` was added or removed.
    pub fn note(&mut self, path: &Path, kind: EventKind, now: Instant) -> bool {
        let (state, moved) = match kind {
            EventKind::Access(AccessKind::Close(AccessMode::Write)) => (WriteState::Done, false),
            EventKind::Access(_) => return false,
            EventKind::Create(CreateKind::Folder) | EventKind::Remove(RemoveKind::Folder) => {
                self.look_again = Some(now + Duration::from_millis(200));
                (WriteState::Done, true)
            }
            EventKind::Create(_) if TELLS_CLOSING => (WriteState::Created, true),
            EventKind::Create(_) => (WriteState::Done, true),
            EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(RenameMode::From)) => {
                (WriteState::Removed, true)
            }
            EventKind::Modify(ModifyKind::Name(_)) => (WriteState::Done, true),
            EventKind::Modify(ModifyKind::Data(_)) if TELLS_CLOSING => (WriteState::Open, false),
            EventKind::Modify(ModifyKind::Metadata(_)) if self.is_open(path) => return false,
            EventKind::Modify(_) | EventKind::Any | EventKind::Other => (WriteState::Done, false),
        };
        self.files.insert(path.to_owned(), PendingFile { state, at: now, from: now });
        self.first.get_or_insert(now);
        if state != WriteState::Open {
            self.last = Some(now);
        }
        moved
    }

    fn is_open(&self, path: &Path) -> bool {
        let state = self.files.get(path).map(|change| change.state);
        matches!(state, Some(WriteState::Open | WriteState::Created))
    }

    /// Records that events were lost.
    pub fn note_overflow(&mut self, now: Instant) {
        self.overflowed = true;
        self.first.get_or_insert(now);
        self.last = Some(now);
    }

    /// Returns the time until [`Batch::take`] returns something; `None` if there are no
    /// changes.
    pub fn wait(&self, now: Instant) -> Option<Duration> {
        let removed = self.files.values().filter(|change| change.state == WriteState::Removed);
        let removed = removed.map(PendingFile::due).max();
        let soonest = self.files.values().map(PendingFile::due).min();
        let overflowed = self.overflowed.then(|| self.settled_at()).flatten();
        let files = soonest.map(|due| due.max(self.settled_at().unwrap_or(due)));
        let next = [files.or(overflowed), overflowed].into_iter().flatten().min();
        let next = next.map(|at| at.max(removed.unwrap_or(at)));
        let next = [next, self.look_again].into_iter().flatten().min()?;
        Some(next.saturating_duration_since(now))
    }

    /// Returns the time when everything will have been quiet for long enough. It is short for
    /// one file, longer if many are written one after the other, and limited.
    fn settled_at(&self) -> Option<Instant> {
        const LONGEST: Duration = Duration::from_secs(2);
        let quiet = Duration::from_millis(match self.files.len() {
            0..=3 => 6,
            4..=20 => 40,
            _ => 100,
        });
        Some((self.last? + quiet).min(self.first? + LONGEST))
    }

    /// Returns files that should have been closed long ago. Their writers may be slow, or the
    /// system may not have reported the closing.
    pub fn slow_writes(&self, now: Instant) -> Vec<SlowWrite> {
        let is_slow = |(path, change): (&PathBuf, &PendingFile)| {
            let is_late = change.state == WriteState::Open
                && change.due() <= now
                && now < change.at + LONGEST_WRITE;
            is_late.then(|| SlowWrite { path: path.clone(), first: change.from == change.at })
        };
        self.files.iter().filter_map(is_slow).collect()
    }

    /// Waits for a file again, because it is still open.
    pub fn extend(&mut self, path: &Path, now: Instant) {
        if let Some(change) = self.files.get_mut(path) {
            change.from = now;
        }
    }

    /// Removes and returns the files that have settled; others stay.
    pub fn take(&mut self, now: Instant) -> Touched {
        let again = self.look_again.take_if(|at| *at <= now).is_some();
        let everything = std::mem::take(&mut self.overflowed) || again;
        let settled: Vec<PathBuf> =
            self.files.extract_if(|_, change| change.due() <= now).map(|(path, _)| path).collect();
        (self.first, self.last) = match self.files.is_empty() {
            true => (None, None),
            false => (Some(now), self.last),
        };
        if everything { Touched::Everything } else { Touched::Paths(settled) }
    }
}

impl PendingFile {
    fn due(&self) -> Instant {
        self.from + self.state.patience()
    }
}

#[cfg(test)]
mod tests {
    use notify::event::DataChange;

    use super::*;

    const WRITTEN: EventKind = EventKind::Modify(ModifyKind::Data(DataChange::Any));
    const CLOSED: EventKind = EventKind::Access(AccessKind::Close(AccessMode::Write));
    const REMOVED: EventKind = EventKind::Remove(RemoveKind::File);
    const CREATED: EventKind = EventKind::Create(CreateKind::File);
    const RENAMED: EventKind = EventKind::Modify(ModifyKind::Name(RenameMode::To));

    /// Replays events at their times in milliseconds. Returns when the batch is ready, and how
    /// many paths it has.
    fn ready(events: &[(u64, &str, EventKind)]) -> (u64, usize) {
        let start = Instant::now();
        let at = |ms| start + Duration::from_millis(ms);
        let mut batch = Batch::default();
        for (ms, path, kind) in events {
            assert_ne!(batch.wait(at(*ms)), Some(Duration::ZERO), "too early, before {ms}");
            batch.note(Path::new(path), *kind, at(*ms));
        }
        let last = events.last().map_or(0, |event| event.0);
        let wait = batch.wait(at(last)).expect("something happened").as_millis() as u64;
        match batch.take(at(last + wait)) {
            Touched::Paths(paths) => (last + wait, paths.len()),
            Touched::Everything => (last + wait, 0),
        }
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_file_is_taken_when_it_is_closed() {
        assert_eq!(
            ready(&[(0, "a", WRITTEN), (900, "a", WRITTEN), (1800, "a", CLOSED)]),
            (1806, 1)
        );
        assert_eq!(ready(&[(0, "a", RENAMED)]), (6, 1));
        assert_eq!(ready(&[(0, "a", CREATED), (1, "a", WRITTEN), (9, "a", CLOSED)]), (15, 1));
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_file_that_never_closes_does_not_hold_up_the_others() {
        assert_eq!(ready(&[(0, "film", WRITTEN), (1, "a", WRITTEN), (2, "a", CLOSED)]), (8, 1));
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_file_that_is_still_open_is_waited_for() {
        let start = Instant::now();
        let at = |seconds| start + Duration::from_secs(seconds);
        let (mut batch, path) = (Batch::default(), Path::new("a"));
        batch.note(path, WRITTEN, start);
        assert_eq!(
            (batch.slow_writes(at(4)), batch.wait(at(4))),
            (vec![], Some(Duration::from_secs(1)))
        );
        let slow_write = |first| vec![SlowWrite { path: path.to_owned(), first }];
        assert_eq!(batch.slow_writes(at(5)), slow_write(true));
        batch.extend(path, at(5));
        assert_eq!(
            (batch.slow_writes(at(6)), batch.wait(at(6))),
            (vec![], Some(Duration::from_secs(4)))
        );
        assert_eq!(batch.slow_writes(at(10)), slow_write(false));
        batch.extend(path, at(58));
        assert_eq!(batch.slow_writes(at(63)), [], "not for ever");
        assert!(matches!(batch.take(at(63)), Touched::Paths(paths) if paths.len() == 1));
    }

    #[test]
    fn a_removed_file_may_come_back() {
        assert_eq!(ready(&[(0, "a", REMOVED)]), (60, 1));
        assert_eq!(ready(&[(0, "a", REMOVED), (40, "a", RENAMED)]), (46, 1));
        assert_eq!(ready(&[(0, "a", REMOVED), (1, "b", RENAMED)]), (60, 2));
    }

    #[test]
    fn many_events_are_one_change() {
        let names: Vec<String> = (0..1_000).map(|n| n.to_string()).collect();
        let storm: Vec<_> = names
            .iter()
            .enumerate()
            .map(|(at, name)| (at as u64, name.as_str(), RENAMED))
            .collect();
        assert_eq!(ready(&storm), (999 + 100, 1_000));
    }

    #[test]
    fn a_new_folder_is_scanned_twice() {
        let start = Instant::now();
        let mut batch = Batch::default();
        batch.note(Path::new("content"), EventKind::Create(CreateKind::Folder), start);
        let soon = start + Duration::from_millis(6);
        assert_eq!(batch.wait(soon), Some(Duration::ZERO));
        assert!(matches!(batch.take(soon), Touched::Paths(paths) if paths.len() == 1));
        assert_eq!(batch.wait(soon), Some(Duration::from_millis(194)));
        let later = start + Duration::from_millis(200);
        assert!(matches!(batch.take(later), Touched::Everything));
        assert!(batch.is_empty());
    }
}
