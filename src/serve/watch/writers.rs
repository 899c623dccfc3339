//! Finds out whether a file is open for writing. This is only done if a file has been open for
//! long: its writer is slow, or the system has not reported the closing.

use std::path::Path;

/// Returns whether a visible process has `file` open for writing.
#[cfg(target_os = "linux")]
pub fn has_writer(file: &Path) -> bool {
    let Ok(file) = file.canonicalize() else { return false };
    let Ok(processes) = std::fs::read_dir("/proc") else { return false };
    processes.flatten().any(|process| {
        let open = std::fs::read_dir(process.path().join("fd"));
        open.into_iter().flatten().flatten().any(|open| {
            std::fs::read_link(open.path()).is_ok_and(|target| target == file)
                && is_for_writing(&process.path().join("fdinfo").join(open.file_name()))
        })
    })
}

/// Returns whether the flags of an open file allow more than reading.
#[cfg(target_os = "linux")]
fn is_for_writing(info: &Path) -> bool {
    let info = std::fs::read_to_string(info).unwrap_or_default();
    let flags = info.lines().find_map(|line| line.strip_prefix("flags:"));
    let flags = flags.and_then(|flags| u32::from_str_radix(flags.trim(), 8).ok());
    flags.is_some_and(|flags| flags & 3 != 0)
}

#[cfg(not(target_os = "linux"))]
pub fn has_writer(_: &Path) -> bool {
    false
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::fs::File;

    use super::*;

    #[test]
    fn writers_are_distinguished_from_readers() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.md");
        let file = File::create(&path).expect("a file");
        assert!(has_writer(&path));
        drop(file);
        let _reader = File::open(&path).expect("a file");
        assert!(!has_writer(&path));
    }
}
