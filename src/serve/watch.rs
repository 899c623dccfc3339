//! Reports when files have changed and are complete again.
//!
//! The system reports that something happens to a file, but not when it is over. An editor may
//! truncate a file before writing it, or move it away and put another in its place; switching
//! branches changes thousands of files. So events are collected until they have settled (see
//! [`Batch`]). If the system cannot watch, the files are scanned repeatedly.

mod batch;
mod command;
mod git;
mod polling;
mod writers;

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::mpsc::{self, Receiver, RecvTimeoutError},
    time::{Duration, Instant},
};

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::load::{Files, Touched, folders};
use batch::Batch;
use command::RunningCommand;
use git::{LONGEST_WAIT, LockFile, LockState};
use polling::{Polled, Polling};
use writers::has_writer;

/// The interval between attempts to read an unreadable root.
const TRY_AGAIN: Duration = Duration::from_millis(500);
/// The interval between checks that the root still exists: the system does not report that a
/// folder above it was moved.
const LOOK_FOR_ROOT: Duration = Duration::from_secs(2);

/// An event of the watcher.
#[derive(Clone, Debug)]
pub enum WatchEvent {
    Touched(Touched),
    /// A file has been open for writing for a long time.
    StillWritten(PathBuf),
    /// Git seems to have left its lock behind.
    StaleLock(PathBuf),
}

/// Watches the files of a root.
pub struct Watch {
    events: Receiver<notify::Result<Event>>,
    watcher: Option<RecommendedWatcher>,
    watched: BTreeSet<PathBuf>,
    batch: Batch,
    git_lock: Option<LockFile>,
    command: RunningCommand,
    polling: Polling,
}

impl Watch {
    /// Begins to watch the folders of `root`. With `poll`, or if nothing else is possible, it
    /// scans them repeatedly. It must be called before the files are read, so that changes
    /// while they are read are reported as well.
    pub fn new(root: &Path, poll: bool) -> Watch {
        let (sender, events) = mpsc::channel();
        let watcher = match !poll && can_start_thread() {
            true => notify::recommended_watcher(move |event| _ = sender.send(event)).ok(),
            false => None,
        };
        let mut watch = Watch {
            events,
            watcher,
            watched: BTreeSet::new(),
            batch: Batch::default(),
            git_lock: LockFile::find(root),
            command: RunningCommand::new(root),
            polling: Polling::default(),
        };
        watch.follow_root(root);
        watch
    }

    /// Returns whether the system reports changes.
    pub fn is_notified(&self) -> bool {
        self.watcher.is_some()
    }

    /// Watches new folders and new targets of links.
    pub fn follow(&mut self, files: &Files) {
        self.follow_root(files.real_root());
        let mut wanted = Vec::new();
        for target in files.targets() {
            let folder = if target.is_dir() { Some(target.as_path()) } else { target.parent() };
            let mode = if target.is_dir() {
                RecursiveMode::Recursive
            } else {
                RecursiveMode::NonRecursive
            };
            wanted.extend(folder.map(|folder| (folder.to_owned(), mode)));
        }
        self.watch_all(wanted);
    }

    fn follow_root(&mut self, root: &Path) {
        let mut wanted = vec![(root.to_owned(), RecursiveMode::NonRecursive)];
        wanted.extend(folders(root).into_iter().map(|f| (f, RecursiveMode::Recursive)));
        self.watch_all(wanted);
    }

    fn watch_all(&mut self, wanted: Vec<(PathBuf, RecursiveMode)>) {
        for (path, mode) in wanted {
            if !self.watched.contains(&path) {
                self.watch(path, mode);
            }
        }
    }

    fn watch(&mut self, path: PathBuf, mode: RecursiveMode) {
        let Some(watcher) = &mut self.watcher else { return };
        match watcher.watch(&path, mode) {
            Ok(()) => _ = self.watched.insert(path),
            // If the folder was just removed, it is found again when it comes back.
            Err(_) if !path.is_dir() => {}
            Err(_) => self.watcher = None,
        }
    }

    /// Waits until something has changed and the changes have settled.
    pub fn next(&mut self, files: &Files) -> WatchEvent {
        loop {
            let now = Instant::now();
            let wait = match self.batch.wait(now) {
                Some(Duration::ZERO) => match self.settle(now, files) {
                    Some(event) => return event,
                    None => continue,
                },
                Some(wait) => wait,
                None if files.is_uncertain() => TRY_AGAIN,
                None if self.watcher.is_none() => self.polling.pause(),
                None => LOOK_FOR_ROOT,
            };
            match self.events.recv_timeout(wait) {
                Ok(event) => self.note(event, files),
                Err(RecvTimeoutError::Timeout) if self.is_quiet(files) => {}
                Err(RecvTimeoutError::Timeout) => {
                    self.watched.clear();
                    return WatchEvent::Touched(Touched::Everything);
                }
                Err(RecvTimeoutError::Disconnected) => {
                    self.watcher = None;
                    std::thread::sleep(self.polling.pause());
                    if let Some(event) = self.poll(files) {
                        return event;
                    }
                }
            }
        }
    }

    /// Scans all files, if the system does not report changes.
    fn poll(&mut self, files: &Files) -> Option<WatchEvent> {
        let changed = files.changed().filter(|_| !files.is_uncertain());
        let Some(changed) = changed else { return Some(WatchEvent::Touched(Touched::Everything)) };
        let git_lock = self.git_lock.as_mut().map(LockFile::look);
        if git_lock == Some(LockState::Held) || self.command.is_running(Instant::now()) {
            return None;
        }
        match self.polling.look(changed, Instant::now(), has_writer) {
            Polled::Nothing => None,
            Polled::Settled(paths) => Some(WatchEvent::Touched(Touched::Paths(paths))),
            Polled::StillWritten(path) => Some(WatchEvent::StillWritten(path)),
        }
    }

    /// Returns whether there is nothing to do although time has passed.
    fn is_quiet(&self, files: &Files) -> bool {
        let is_watched =
            self.watcher.is_some() && !files.is_uncertain() && files.real_root().is_dir();
        is_watched || !self.batch.is_empty()
    }

    /// Returns the files that have settled, once Git and all writers have finished.
    fn settle(&mut self, now: Instant, files: &Files) -> Option<WatchEvent> {
        self.catch_up(files);
        for slow in self.batch.slow_writes(now) {
            if has_writer(&slow.path) {
                self.batch.extend(&slow.path, now);
                if slow.first {
                    return Some(WatchEvent::StillWritten(slow.path));
                }
            }
        }
        if self.batch.wait(now) != Some(Duration::ZERO) || self.waits_for_command() {
            return None;
        }
        match self.wait_for_git(files) {
            GitState::Idle => Some(WatchEvent::Touched(self.batch.take(Instant::now()))),
            // The last changes by Git have to settle too.
            GitState::Finished => None,
            GitState::LeftLock(lock) => Some(WatchEvent::StaleLock(lock)),
        }
    }

    /// Waits a moment while a command of ours changes many files. Returns whether it waited.
    fn waits_for_command(&mut self) -> bool {
        let waits = self.command.is_running(Instant::now());
        if waits {
            std::thread::sleep(Duration::from_millis(20));
        }
        waits
    }

    /// Collects the events that arrived in the meantime: they belong to the same change.
    fn catch_up(&mut self, files: &Files) {
        while let Ok(event) = self.events.try_recv() {
            self.note(event, files);
        }
    }

    fn note(&mut self, event: notify::Result<Event>, files: &Files) {
        let now = Instant::now();
        let event = match event {
            Ok(event) if !event.need_rescan() => event,
            Ok(_) => return self.batch.note_overflow(now),
            Err(error) => {
                if matches!(error.kind, notify::ErrorKind::MaxFilesWatch) {
                    self.watcher = None;
                }
                return self.batch.note_overflow(now);
            }
        };
        self.command.note(&event, now);
        for path in event.paths.iter().filter(|path| files.concerns(path)) {
            if self.batch.note(path, event.kind, now) && self.watched.contains(path) {
                // A folder that comes back must be watched again.
                self.watched.remove(path);
                self.batch.note_overflow(now);
            }
        }
    }

    /// Waits while Git holds its lock, because switching branches is one change.
    fn wait_for_git(&mut self, files: &Files) -> GitState {
        let Some(mut lock) = self.git_lock.take() else { return GitState::Idle };
        let start = Instant::now();
        let mut git = GitState::Idle;
        loop {
            let held = match lock.look() {
                LockState::Held if start.elapsed() >= LONGEST_WAIT => lock.give_up(),
                held => held,
            };
            match held {
                LockState::Free => break,
                LockState::Stale => {
                    git = GitState::LeftLock(lock.path().to_owned());
                    break;
                }
                LockState::Held => git = GitState::Finished,
            }
            if let Ok(event) = self.events.recv_timeout(Duration::from_millis(20)) {
                self.note(event, files);
            }
        }
        self.git_lock = Some(lock);
        git
    }
}

/// Returns whether a thread can be started: without one, the watcher would panic.
fn can_start_thread() -> bool {
    let thread = std::thread::Builder::new().spawn(|| ());
    thread.is_ok_and(|thread| thread.join().is_ok())
}

/// The state of Git.
enum GitState {
    /// No operation is running.
    Idle,
    /// An operation has finished changing files.
    Finished,
    /// A lock was left behind.
    LeftLock(PathBuf),
}
