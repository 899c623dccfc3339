//! Scans files repeatedly, if the system does not report changes. Changed files are returned
//! when they have stopped changing and nobody has them open for writing.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use crate::load::FileLook;

/// The interval between scans while nothing changes.
const LOOK_AGAIN: Duration = Duration::from_millis(700);
/// The interval between scans while files are changing.
const SETTLES: Duration = Duration::from_millis(250);
/// The time after which a file that is still being written is reported.
const LONG: Duration = Duration::from_secs(5);
/// How long to wait for a file that stays open.
const LONGEST: Duration = Duration::from_secs(60);
/// The most files for which writers are searched, as that looks at every process.
const MOST_ASKED: usize = 20;

/// Files that have changed and were not returned yet.
#[derive(Debug, Default)]
pub struct Polling {
    pending: BTreeMap<PathBuf, PendingLook>,
}

#[derive(Debug)]
struct PendingLook {
    look: FileLook,
    since: Instant,
    is_reported: bool,
}

/// The result of a scan.
#[derive(Debug, PartialEq, Eq)]
pub enum Polled {
    Nothing,
    /// Files that have changed and are complete.
    Settled(Vec<PathBuf>),
    /// A file has been open for writing for a long time.
    StillWritten(PathBuf),
}

impl Polling {
    /// Returns how long to wait before the next scan.
    pub fn pause(&self) -> Duration {
        if self.pending.is_empty() { LOOK_AGAIN } else { SETTLES }
    }

    /// Returns the files that have changed since they were read. Files that change together are
    /// returned together; a file that is being written does not delay others.
    pub fn look(
        &mut self,
        changed: Vec<(PathBuf, FileLook)>,
        now: Instant,
        has_writer: impl Fn(&Path) -> bool,
    ) -> Polled {
        let asks = changed.len() <= MOST_ASKED;
        let mut before = std::mem::take(&mut self.pending);
        let (mut settled, mut is_moving, mut slow) = (Vec::new(), false, None);
        for (path, look) in changed {
            let pending = before.remove(&path);
            let same = pending.as_ref().is_some_and(|pending| pending.look == look);
            let since = pending.as_ref().map_or(now, |pending| pending.since);
            let mut is_reported = pending.is_some_and(|pending| pending.is_reported);
            let is_open = asks && now < since + LONGEST && has_writer(&path);
            if is_open && !is_reported && now >= since + LONG {
                is_reported = true;
                slow.get_or_insert(path.clone());
            }
            is_moving |= !same && !is_open;
            if same && !is_open {
                settled.push(path.clone());
            }
            self.pending.insert(path, PendingLook { look, since, is_reported });
        }
        if !is_moving && !settled.is_empty() {
            settled.iter().for_each(|path| _ = self.pending.remove(path));
            return Polled::Settled(settled);
        }
        slow.map_or(Polled::Nothing, Polled::StillWritten)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looks(names: &[(&str, u64)]) -> Vec<(PathBuf, FileLook)> {
        names.iter().map(|(name, length)| (name.into(), FileLook::of_length(*length))).collect()
    }

    #[test]
    fn changed_files_are_returned_when_they_have_settled() {
        let (mut polling, now) = (Polling::default(), Instant::now());
        let mut look = |names: &[(&str, u64)]| polling.look(looks(names), now, |_| false);
        assert_eq!(look(&[]), Polled::Nothing);
        assert_eq!(look(&[("a", 1)]), Polled::Nothing);
        assert_eq!(look(&[("a", 2), ("b", 1)]), Polled::Nothing);
        assert_eq!(look(&[("a", 2), ("b", 2)]), Polled::Nothing, "they change together");
        assert_eq!(look(&[("a", 2), ("b", 2)]), Polled::Settled(vec!["a".into(), "b".into()]));
    }

    #[test]
    fn a_file_that_is_being_written_delays_no_others() {
        let (mut polling, start) = (Polling::default(), Instant::now());
        let is_film = |path: &Path| path == Path::new("film");
        let mut look = |second, names: &[(&str, u64)]| {
            polling.look(looks(names), start + Duration::from_secs(second), is_film)
        };
        assert_eq!(look(0, &[("film", 1), ("a", 1)]), Polled::Nothing);
        assert_eq!(look(1, &[("film", 1), ("a", 1)]), Polled::Settled(vec!["a".into()]));
        assert_eq!(look(5, &[("film", 1)]), Polled::StillWritten("film".into()));
        assert_eq!(look(6, &[("film", 1)]), Polled::Nothing, "told once");
        assert_eq!(look(60, &[("film", 1)]), Polled::Settled(vec!["film".into()]), "not for ever");
    }
}
