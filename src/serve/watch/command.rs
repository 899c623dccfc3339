//! A command of ours that changes many files, such as `mv`. It leaves a file in the root for as
//! long as it runs, so that the preview shows all of its changes at once.

use std::{path::Path, time::Instant};

use notify::{Event, EventKind};

use super::git::{LONGEST_WAIT, LockFile, LockState};
use crate::pipeline::CHANGING_FILE;

/// Whether such a command runs, or has run and its changes have not all been reported yet.
#[derive(Debug)]
pub struct RunningCommand {
    lock: LockFile,
    /// The time when the creation of the file was reported, until its removal is. Reports arrive
    /// late, but in order: once the removal has arrived, so have the changes before it.
    reported: Option<Instant>,
}

impl RunningCommand {
    pub fn new(root: &Path) -> RunningCommand {
        RunningCommand { lock: LockFile::at(root.join(CHANGING_FILE)), reported: None }
    }

    /// Records an event, if it is about the file of the command.
    pub fn note(&mut self, event: &Event, now: Instant) {
        if event.paths.iter().any(|path| path.ends_with(CHANGING_FILE)) {
            self.reported = match event.kind {
                EventKind::Remove(_) => None,
                _ => Some(now),
            };
        }
    }

    /// Returns whether to wait for the command. A file that is left behind is given up.
    pub fn is_running(&mut self, now: Instant) -> bool {
        let is_recent = |at: Instant| now.saturating_duration_since(at) < LONGEST_WAIT;
        self.lock.look() == LockState::Held || self.reported.is_some_and(is_recent)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use notify::event::{CreateKind, RemoveKind};

    use super::*;

    #[test]
    fn a_command_runs_until_its_end_is_reported() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join(CHANGING_FILE);
        let event = |kind| Event::new(kind).add_path(file.clone());
        let (mut command, now) = (RunningCommand::new(folder.path()), Instant::now());
        assert!(!command.is_running(now));
        fs::write(&file, "").expect("a file");
        assert!(command.is_running(now), "before its start is reported");
        command.note(&event(EventKind::Create(CreateKind::File)), now);
        fs::remove_file(&file).expect("removed");
        assert!(command.is_running(now), "its last changes are not reported yet");
        assert!(!command.is_running(now + LONGEST_WAIT), "not for ever");
        command.note(&event(EventKind::Remove(RemoveKind::File)), now);
        assert!(!command.is_running(now));
    }
}
