//! Plans a commit before any change is made, so that every failure that can be foreseen occurs
//! here.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::Result;
use rustc_hash::{FxHashMap, FxHashSet};
use walkdir::WalkDir;

use super::{
    New, Publication, Staged,
    case_collisions::CaseCollisions,
    displaced::free_name,
    journal::{Journal, JournalStep, relative},
    manifest::{BuildManifest, FILE, FOLDER, hash},
    out_path,
};
use crate::{
    error::{AppError, ErrorKind, Explain},
    model::OutPath,
};

/// The plan of a commit.
pub struct CommitPlan {
    /// The manifest after the commit.
    pub next: BuildManifest,
    pub journal: Journal,
    /// The number of our files that are removed because they are no longer needed.
    pub removed: usize,
    /// Files that are no longer needed, but stay because somebody has changed them.
    pub left_edited: Vec<OutPath>,
    /// Other people's files that are in the way: the old path of each, and the new one.
    pub displaced: Vec<(PathBuf, PathBuf)>,
    /// The folder of backups relative to the output folder, and the number of backups.
    backups: (String, usize),
}

/// The phases of a publication, in their order: a page is put after the files that it names,
/// and lists of pages after the pages.
#[derive(Clone, Copy)]
enum Phase {
    Displace,
    /// Removal of our files where a folder must stand, or the reverse.
    MakeRoom,
    Assets,
    Pages,
    Lists,
    RemovePages,
    /// Removal of files, after the pages that name them were replaced.
    RemoveOthers,
    Manifest,
}

/// The number of phases.
const PHASES: usize = Phase::Manifest as usize + 1;

impl Phase {
    /// Returns the phase in which the file at `path` is put.
    fn for_output(path: &str) -> Phase {
        let name = path.trim_end_matches(".br").trim_end_matches(".gz");
        match name.rsplit_once('.') {
            Some((_, "html")) => Phase::Pages,
            Some((name, "xml" | "json" | "txt" | "webmanifest")) if is_list(name) => Phase::Lists,
            // Files that configure servers name pages too.
            _ if name.starts_with('_') => Phase::Lists,
            _ => Phase::Assets,
        }
    }
}

/// Returns whether a file lists pages. Others with the same endings are named by pages, as pictures are.
fn is_list(path: &str) -> bool {
    const LISTS: [&str; 6] = ["feed", "index", "llms", "manifest", "releases", "robots"];
    let name = path.rsplit('/').next().unwrap_or_default();
    LISTS.contains(&name) || name.starts_with("sitemap")
}

/// What a new folder holds.
#[derive(Clone, Copy, Default)]
struct FileKinds {
    pages: bool,
    /// Files that pages of other folders may name.
    assets: bool,
}

impl FileKinds {
    fn of(folder: &Path) -> FileKinds {
        let mut kinds = FileKinds::default();
        for entry in WalkDir::new(folder).into_iter().flatten() {
            let name = entry.file_name().to_string_lossy();
            match Phase::for_output(&name) {
                _ if !entry.file_type().is_file() => {}
                Phase::Pages => kinds.pages = true,
                // Only the page beside it names its text.
                Phase::Assets => kinds.assets |= name != "index.md",
                _ => {}
            }
        }
        kinds
    }

    /// Returns whether the folder's files must be put one by one, in the order of their phases.
    const fn are_mixed(self) -> bool {
        self.pages && self.assets
    }
}

/// What stands at the path of an output.
enum ExistingEntry {
    Nothing,
    File,
    Folder,
    /// A link, a pipe or a device.
    Other,
}

impl Publication {
    /// Plans the changes from the staged outputs, the files in the output folder, and the
    /// manifest of the last build.
    pub(super) fn plan(&self, staged: &[Staged]) -> Result<CommitPlan> {
        let mut plan = CommitPlan::new(relative(&self.out, &self.waiting));
        plan.next.lost = self.lost.clone();
        plan.next.assets = self.assets.clone();
        let previous = CaseCollisions::new(&self.out, &self.previous);
        for file in staged {
            // Another output lies below this one.
            let target = self.out.join(file.path.as_str());
            if self.new_folders.has(&target) {
                return Err(AppError::without_cause(ErrorKind::FolderInTheWay(target)));
            }
            plan.note(file, self.is_ours(&file.path, &previous));
        }
        let unneeded = self.plan_removals(&mut plan)?;
        let mut vacated = FxHashSet::default();
        self.plan_new_folders(&unneeded, &mut vacated, &mut plan)?;
        for file in staged {
            if let Some(New::Alone(new)) = &file.new {
                let ours = self.is_ours(&file.path, &previous);
                self.plan_file(&file.path, new, ours, &unneeded, &mut vacated, &mut plan)?;
            }
        }
        for path in unneeded {
            let phase = match Phase::for_output(path.as_str()) {
                _ if vacated.contains(&path) => Phase::MakeRoom,
                Phase::Pages => Phase::RemovePages,
                _ => Phase::RemoveOthers,
            };
            plan.remove(&path, phase);
        }
        Ok(plan)
    }

    fn is_ours(&self, path: &OutPath, previous: &CaseCollisions) -> bool {
        self.previous.files.contains_key(path) || previous.has(path)
    }

    /// Returns the files of ours that are no longer needed and were not changed. A file is
    /// needed if the disk takes it for a new one whose name differs only in case.
    fn plan_removals(&self, plan: &mut CommitPlan) -> Result<FxHashSet<OutPath>> {
        let mut unneeded = FxHashSet::default();
        let (mut left_edited, mut earlier_assets) = (Vec::new(), Vec::new());
        let next = CaseCollisions::new(&self.out, &plan.next);
        for (path, then) in &self.previous.files {
            if plan.next.files.contains_key(path) || next.has(path) {
                continue;
            }
            match self.is_unchanged(path, then)? {
                Some(true) if self.is_earlier_asset(path) => earlier_assets.push((path, then)),
                Some(true) => _ = unneeded.insert(path.clone()),
                Some(false) => left_edited.push(path.clone()),
                None => {}
            }
        }
        plan.left_edited = left_edited;
        let earlier_assets = earlier_assets.into_iter();
        plan.next.files.extend(earlier_assets.map(|(path, then)| (path.clone(), then.clone())));
        Ok(unneeded)
    }

    /// Returns whether the file at `path` has the hash `then`, as the last build wrote it, or is
    /// empty, as a power cut may leave it; `None` if there is no file.
    fn is_unchanged(&self, path: &OutPath, then: &str) -> Result<Option<bool>> {
        let target = self.out.join(path.as_str());
        match fs::symlink_metadata(&target) {
            Ok(metadata) if metadata.is_file() => {
                let bytes = fs::read(&target).or_fail(|| ErrorKind::Unreadable(target.clone()))?;
                let is_ours = bytes.is_empty() || hash(&bytes) == then;
                Ok(Some(is_ours && !self.leads_out(&target)))
            }
            Ok(metadata) if metadata.is_dir() => {
                Err(AppError::without_cause(ErrorKind::FolderInTheWay(target)))
            }
            Ok(_) => Err(AppError::without_cause(ErrorKind::SpecialFile(target))),
            Err(error) if is_missing(&error) => Ok(None),
            Err(error) => Err(AppError::with_cause(ErrorKind::Unreadable(target), error)),
        }
    }

    /// Returns whether a symbolic link stands on the way to `target`.
    fn leads_out(&self, target: &Path) -> bool {
        let own = target.ancestors().take_while(|path| *path != self.out);
        own.into_iter().any(|path| path.is_symlink())
    }

    /// Plans to put each outermost new folder as a whole. If its name differs from that of
    /// another only in case, the disk may take both for one, so their files are put one by one.
    fn plan_new_folders(
        &self,
        unneeded: &FxHashSet<OutPath>,
        vacated: &mut FxHashSet<OutPath>,
        plan: &mut CommitPlan,
    ) -> Result<()> {
        let outermost = self.new_folders.outermost();
        let folded = |place: &Path| place.to_string_lossy().to_lowercase();
        let mut spellings: FxHashMap<String, usize> = FxHashMap::default();
        for (_, place) in &outermost {
            *spellings.entry(folded(place)).or_default() += 1;
        }
        for (staged, place) in &outermost {
            if let Some(path) = out_path(&self.out, place).filter(|_| !self.empty)
                && place.symlink_metadata().is_ok()
            {
                // Only a file of ours can stand here; one that somebody has changed stays.
                if !unneeded.contains(&path) {
                    return Err(AppError::without_cause(ErrorKind::FileInTheWay(place.clone())));
                }
                vacated.insert(path);
            }
            let kinds = FileKinds::of(staged);
            match spellings.get(&folded(place)) {
                Some(1) if self.empty || !kinds.are_mixed() => {
                    plan.put_folder(&self.out, staged, place, kinds);
                }
                _ => self.plan_files_of(staged, place, plan)?,
            }
        }
        Ok(())
    }

    fn plan_files_of(&self, staged: &Path, place: &Path, plan: &mut CommitPlan) -> Result<()> {
        for entry in WalkDir::new(staged).sort_by_file_name() {
            let entry = entry.map_err(io::Error::from);
            let entry = entry.or_fail(|| ErrorKind::Unreadable(staged.into()))?;
            if entry.file_type().is_file() {
                let below = entry.path().strip_prefix(staged).unwrap_or(entry.path());
                let path = relative(&self.out, &place.join(below));
                let new = relative(&self.out, entry.path());
                plan.step(Phase::for_output(&path), JournalStep::Put { path, new });
            }
        }
        Ok(())
    }

    /// Plans for one new file, depending on what stands at its path.
    fn plan_file(
        &self,
        path: &OutPath,
        new: &Path,
        ours: bool,
        unneeded: &FxHashSet<OutPath>,
        vacated: &mut FxHashSet<OutPath>,
        plan: &mut CommitPlan,
    ) -> Result<()> {
        let target = self.out.join(path.as_str());
        let existing = if self.empty { ExistingEntry::Nothing } else { entry_at(&target)? };
        match existing {
            ExistingEntry::File if ours => {
                plan.replace(path, relative(&self.out, new));
                return Ok(());
            }
            ExistingEntry::Nothing => {}
            ExistingEntry::Other if ours => {
                return Err(AppError::without_cause(ErrorKind::SpecialFile(target)));
            }
            ExistingEntry::File | ExistingEntry::Other => plan.displace(&self.out, target),
            ExistingEntry::Folder => vacated.extend(self.only_unneeded(&target, unneeded)?),
        }
        let (path, new) = (path.as_str().to_owned(), relative(&self.out, new));
        plan.step(Phase::for_output(&path), JournalStep::Put { path, new });
        Ok(())
    }

    /// Returns the files below the folder at `target`. All of them must be unneeded: a folder
    /// that holds anything else is never moved or replaced.
    fn only_unneeded(&self, target: &Path, unneeded: &FxHashSet<OutPath>) -> Result<Vec<OutPath>> {
        let in_the_way = || AppError::without_cause(ErrorKind::FolderInTheWay(target.into()));
        let mut files = Vec::new();
        for entry in WalkDir::new(target) {
            let entry = entry.map_err(|_| in_the_way())?;
            if !entry.file_type().is_dir() {
                let path = out_path(&self.out, entry.path());
                files.push(path.filter(|path| unneeded.contains(path)).ok_or_else(in_the_way)?);
            }
        }
        if files.is_empty() { Err(in_the_way()) } else { Ok(files) }
    }
}

impl CommitPlan {
    fn new(stage: String) -> CommitPlan {
        CommitPlan {
            next: BuildManifest::default(),
            journal: Journal { phases: vec![Vec::new(); PHASES] },
            removed: 0,
            left_edited: Vec::new(),
            displaced: Vec::new(),
            backups: (stage, 0),
        }
    }

    /// Records an output in the new manifest. A file that we did not write stays somebody
    /// else's, even if its bytes are equal to ours.
    fn note(&mut self, file: &Staged, ours: bool) {
        if file.new.is_none() && !ours {
            self.next.found.insert(file.path.clone());
            return;
        }
        self.next.files.insert(file.path.clone(), file.hash.clone());
        if let Some(key) = &file.key {
            self.next.keys.insert(file.path.clone(), key.clone());
        }
    }

    /// Plans to publish the staged manifest, last of all. `replaces` says whether there is one
    /// already.
    pub fn note_manifest(&mut self, replaces: Option<bool>) {
        let Some(replaces) = replaces else { return };
        let path = [FOLDER, FILE].join("/");
        let new = [&self.backups.0, FILE].join("/");
        let step = match replaces {
            true => JournalStep::Replace { path, new, backup: self.backup() },
            false => JournalStep::Put { path, new },
        };
        self.step(Phase::Manifest, step);
    }

    fn step(&mut self, phase: Phase, step: JournalStep) {
        self.journal.phases[phase as usize].push(step);
    }

    /// Returns the name of one more backup.
    fn backup(&mut self) -> String {
        let (stage, count) = &mut self.backups;
        *count += 1;
        format!("{stage}/{}/backup-{count}", *count % super::SHARDS)
    }

    fn replace(&mut self, path: &OutPath, new: String) {
        let (path, backup) = (path.as_str().to_owned(), self.backup());
        self.step(Phase::for_output(&path), JournalStep::Replace { path, new, backup });
    }

    fn remove(&mut self, path: &OutPath, phase: Phase) {
        let (path, backup) = (path.as_str().to_owned(), self.backup());
        self.removed += 1;
        self.step(phase, JournalStep::Remove { path, backup });
    }

    fn displace(&mut self, out: &Path, target: PathBuf) {
        let needed = |path: &Path| {
            out_path(out, path).is_some_and(|path| self.next.files.contains_key(&path))
        };
        let to = free_name(&target, needed);
        let (from, name) = (relative(out, &target), relative(out, &to));
        self.step(Phase::Displace, JournalStep::Displace { path: from, to: name });
        self.displaced.push((target, to));
    }

    /// Plans to put a whole new folder.
    fn put_folder(&mut self, out: &Path, staged: &Path, place: &Path, kinds: FileKinds) {
        let phase = if kinds.pages { Phase::Pages } else { Phase::Assets };
        let (path, new) = (relative(out, place), relative(out, staged));
        self.step(phase, JournalStep::Put { path, new });
    }
}

fn entry_at(target: &Path) -> Result<ExistingEntry> {
    match target.symlink_metadata() {
        Ok(metadata) if metadata.is_dir() => Ok(ExistingEntry::Folder),
        Ok(metadata) if metadata.is_file() => Ok(ExistingEntry::File),
        Ok(_) => Ok(ExistingEntry::Other),
        Err(error) if is_missing(&error) => Ok(ExistingEntry::Nothing),
        Err(error) => Err(AppError::with_cause(ErrorKind::Unwritable(target.into()), error)),
    }
}

/// Returns whether an error means that there is no file, also because a file stands in place of
/// one of its folders.
fn is_missing(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_where_another_needs_a_folder_is_refused_before_anything_is_put() {
        let folder = tempfile::tempdir().expect("a folder");
        let out = folder.path().join("site");
        let publication = Publication::open(&out, false).expect("an output folder");
        let stage = |path: &str| publication.stage(&OutPath::new(path.to_owned()), b"x");
        let staged = ["a/index.html", "a"].map(|path| stage(path).expect("staged"));
        let error = publication.commit(staged.into()).expect_err("they cannot both stand");
        assert!(error.to_string().contains("site/a is in the way"), "{error}");
        assert!(!out.exists(), "nothing is left behind");
    }

    #[test]
    fn assets_come_before_pages_and_pages_before_lists() {
        let phase_of = |path| Phase::for_output(path) as usize;
        assert!(phase_of("assets/1/site.css") < phase_of("en/index.html"));
        assert!(phase_of("en/guides/a/preview.png") < phase_of("en/index.html.br"));
        assert!(phase_of("assets/guides/data.d5ede538f6.txt") < phase_of("en/guides/a/index.html"));
        assert!(phase_of("prices.json") < phase_of("en/index.html"));
        for list in ["sitemap.xml", "en/feed.xml", "llms.txt", "_headers", "releases.json"] {
            assert!(phase_of("en/index.html") < phase_of(list), "{list}");
        }
    }
}
