//! Looks at files again and again, where the system does not tell of changes. What looks
//! different is taken when it has stopped changing and nobody has it open for writing.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use crate::load::FileLook;

/// How often everything is looked at while nothing changes.
const LOOK_AGAIN: Duration = Duration::from_millis(700);
/// When files that look different are looked at again.
const SETTLES: Duration = Duration::from_millis(250);
/// From when on it is told that a file is still being written.
const LONG: Duration = Duration::from_secs(5);
/// How long a file that somebody keeps open is waited for.
const LONGEST: Duration = Duration::from_secs(60);
/// Who writes is asked for so few files at most: it takes a look at every process.
const MOST_ASKED: usize = 20;

/// What looks different and has not been taken.
#[derive(Debug, Default)]
pub struct Polling {
    pending: BTreeMap<PathBuf, PendingLook>,
}

#[derive(Debug)]
struct PendingLook {
    look: FileLook,
    since: Instant,
    told: bool,
}

/// What a look has brought to light.
#[derive(Debug, PartialEq, Eq)]
pub enum Polled {
    Nothing,
    /// Files that have changed and are whole.
    Settled(Vec<PathBuf>),
    /// Somebody has been writing this file for a while.
    StillWritten(PathBuf),
}

impl Polling {
    /// How long to wait before the next look.
    pub fn pause(&self) -> Duration {
        if self.pending.is_empty() { LOOK_AGAIN } else { SETTLES }
    }

    /// Takes the files that look different from when they were read. Files that change
    /// together are taken together; one that is being written holds up no others.
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
            let known = before.remove(&path);
            let same = known.as_ref().is_some_and(|known| known.look == look);
            let since = known.as_ref().map_or(now, |known| known.since);
            let mut told = known.is_some_and(|known| known.told);
            let is_open = asks && now < since + LONGEST && has_writer(&path);
            if is_open && !told && now >= since + LONG {
                told = true;
                slow.get_or_insert(path.clone());
            }
            is_moving |= !same && !is_open;
            if same && !is_open {
                settled.push(path.clone());
            }
            self.pending.insert(path, PendingLook { look, since, told });
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
    fn what_changes_is_taken_when_it_has_stopped() {
        let (mut polling, now) = (Polling::default(), Instant::now());
        let mut look = |names: &[(&str, u64)]| polling.look(looks(names), now, |_| false);
        assert_eq!(look(&[]), Polled::Nothing);
        assert_eq!(look(&[("a", 1)]), Polled::Nothing);
        assert_eq!(look(&[("a", 2), ("b", 1)]), Polled::Nothing);
        assert_eq!(look(&[("a", 2), ("b", 2)]), Polled::Nothing, "they change together");
        assert_eq!(look(&[("a", 2), ("b", 2)]), Polled::Settled(vec!["a".into(), "b".into()]));
    }

    #[test]
    fn a_file_that_somebody_writes_is_waited_for_and_holds_up_no_others() {
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
