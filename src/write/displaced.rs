//! Other people's files at the paths of outputs: they are renamed.

use std::path::{Path, PathBuf};

use super::LONGEST_NAME;

/// Returns `index.html.before-giljabi`, or the first such name with a number that neither
/// exists nor is `needed` by this build. The loop ends because there are only finitely many of
/// both.
pub fn free_name(target: &Path, needed: impl Fn(&Path) -> bool) -> PathBuf {
    let names = (1_usize..).map(|number| numbered(target, number));
    let mut free = names.filter(|path| path.symlink_metadata().is_err() && !needed(path));
    free.next().unwrap_or_else(|| numbered(target, 0))
}

/// Returns the name with our ending. A name that would become too long is cut at its end.
fn numbered(target: &Path, number: usize) -> PathBuf {
    let ending = match number {
        1 => ".before-giljabi".to_owned(),
        _ => format!(".before-giljabi-{number}"),
    };
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let mut end = name.len().min(LONGEST_NAME - ending.len());
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    target.with_file_name(format!("{}{ending}", &name[..end]))
}
