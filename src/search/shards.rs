//! Sorted entries, cut into files of about the same size.
//!
//! A file ends at an entry whose hash is divisible by a constant, once the file is large
//! enough, or before an entry that would make it too large. So where it ends depends only on
//! the entries near its end, and a change of one entry moves only the ends next to it
//! (content-defined chunking).

use std::fmt::Write;

/// The sizes of files, in bytes before compression.
#[derive(Clone, Copy, Debug)]
pub struct ShardSize {
    pub least: usize,
    pub most: usize,
}

impl ShardSize {
    /// Returns the size for a site of so many pages: small files on a small site, so that a
    /// query loads little; larger ones on a large site, so that there are not too many files to
    /// write and to name in the manifest.
    pub const fn for_pages(pages: usize) -> ShardSize {
        match pages {
            0..=1_500 => ShardSize { least: 3 << 10, most: 9 << 10 },
            1_501..=6_000 => ShardSize { least: 6 << 10, most: 16 << 10 },
            _ => ShardSize { least: 20 << 10, most: 48 << 10 },
        }
    }
}

/// Returns the positions at which entries of these `(hash, size)` are cut: the first entry of
/// each file except the first file.
pub fn cuts(entries: impl Iterator<Item = (u32, usize)>, size: ShardSize) -> Vec<usize> {
    /// One entry in this many may end a file.
    const CHOSEN: u32 = 4;
    let (mut cuts, mut length) = (Vec::new(), 0);
    for (at, (hash, bytes)) in entries.enumerate() {
        let ends = length >= size.least && hash.is_multiple_of(CHOSEN);
        if length > 0 && (ends || length + bytes > size.most) {
            cuts.push(at);
            length = 0;
        }
        length += bytes;
    }
    cuts
}

/// The shards of one kind in a manifest: where each begins, and its name.
#[derive(Clone, Debug, Default)]
pub struct ShardList {
    pub starts: Vec<String>,
    pub names: Vec<String>,
}

impl ShardList {
    pub fn push(&mut self, start: String, name: String) {
        self.starts.push(start);
        self.names.push(name);
    }
}

/// Returns the shortest beginning of `start` that sorts after `before`. `before` sorts before
/// `start`.
pub fn separator(before: &str, start: &str) -> String {
    let ends = start.char_indices().map(|(at, c)| at + c.len_utf8());
    let mut beginnings = ends.map(|end| &start[..end]);
    beginnings.find(|beginning| *beginning > before).unwrap_or(start).to_owned()
}

/// Returns the name of a shard: a hash of its bytes.
pub fn name(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..10].to_owned()
}

/// Appends `text` as a JSON string.
pub fn push_json(out: &mut String, text: &str) {
    out.push('"');
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | 0..b' ')) {
        out.push_str(&rest[..at]);
        match rest.as_bytes()[at] {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            control => {
                // Writing to memory does not fail.
                let _ = write!(out, "\\u{control:04x}");
            }
        }
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_moves_the_ends_next_to_it_alone() {
        let size = ShardSize { least: 100, most: 400 };
        let entry = |at: u32| (at.wrapping_mul(2_654_435_761) >> 7, 10 + (at as usize * 7) % 30);
        let before = cuts((0..2_000).map(entry), size);
        let longer = |at: u32| if at == 1_000 { (entry(at).0, 90) } else { entry(at) };
        let after = cuts((0..2_000).map(longer), size);
        let moved = before.iter().filter(|cut| !after.contains(cut)).count();
        assert!(before.len() > 100 && moved <= 3, "{moved} of {}", before.len());
    }

    #[test]
    fn a_start_is_as_long_as_it_must_be() {
        assert_eq!(separator("cloth", "cloudflare"), "clou");
        assert_eq!(separator("ㅎㅂ환", "ㅎㅅ한"), "ㅎㅅ");
        assert_eq!(separator("12ab", "12ab34"), "12ab3");
        assert_eq!(separator("", "a"), "a");
    }

    #[test]
    fn no_shard_is_larger_than_the_most() {
        let size = ShardSize { least: 100, most: 400 };
        assert_eq!(
            cuts([(1, 300), (1, 90), (1, 20), (1, 900), (1, 5)].into_iter(), size),
            [2, 3, 4]
        );
    }
}
