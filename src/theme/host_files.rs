//! Reads `static/_headers` and `static/_redirects`, a site's own rules for static hosts. They
//! are added to the generated rules and never replace them: rules are parsed here and written
//! again.

use std::ops::Range;

use super::references::STATIC;
use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    model::{At, HeaderRule, HostRules, SourceId, Span, WebAddress},
    source::Sources,
};

/// The paths of the two files.
pub const HEADERS: &str = "static/_headers";
pub const REDIRECTS: &str = "static/_redirects";

/// The headers that giljabi sets for every response: hosts would combine both values.
const OURS: [&str; 6] = [
    "content-security-policy",
    "x-content-type-options",
    "x-frame-options",
    "referrer-policy",
    "permissions-policy",
    "cross-origin-opener-policy",
];

/// The headers that giljabi sets for its own files.
const OF_OUR_FILES: [&str; 2] = ["cache-control", "content-type"];

/// Folders of the published site that are not below `static/` alone.
const OUR_FOLDERS: [&str; 6] = ["en", "ko", "assets", "previews", "search", ".giljabi"];

/// Returns the valid rules of both files, and reports the others.
pub fn read(sources: &Sources, diagnostics: &mut Diagnostics) -> HostRules {
    let mut rules = HostRules::default();
    if let Some(id) = sources.find(HEADERS) {
        let text = sources.get(id).text().into_owned();
        let mut reader = HeadersReader { sources, id, rules: &mut rules.headers, diagnostics };
        lines(&text).for_each(|(range, line)| reader.line(range, line));
    }
    if let Some(id) = sources.find(REDIRECTS) {
        let text = sources.get(id).text().into_owned();
        for (range, line) in lines(&text) {
            let span = Span::new(id, range);
            match redirect(line.trim()) {
                Some(value) => rules.redirects.push(At { value, span }),
                None => diagnostics
                    .push(Diagnostic::new(Code::BadRedirect, span).arg("found", line.trim())),
            }
        }
    }
    rules
}

/// Returns the lines that are neither empty nor comments, with their ranges.
fn lines(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut start = 0;
    let all = text.split_inclusive('\n').map(move |line| {
        let at = start;
        start += line.len();
        let line = line.trim_end();
        (at..at + line.len(), line)
    });
    all.filter(|(_, line)| !line.trim().is_empty() && !line.trim_start().starts_with('#'))
}

struct HeadersReader<'a> {
    sources: &'a Sources,
    id: SourceId,
    rules: &'a mut Vec<HeaderRule>,
    diagnostics: &'a mut Diagnostics,
}

impl HeadersReader<'_> {
    fn line(&mut self, range: Range<usize>, line: &str) {
        let checked = match line.starts_with([' ', '\t']) {
            true => self.header(line.trim()),
            false => self.path(line),
        };
        if let Err(hint) = checked {
            let span = Span::new(self.id, range);
            let bad = Diagnostic::new(Code::BadHeader, span).arg("found", line.trim());
            self.diagnostics.push(bad.hint(hint));
        }
    }

    fn path(&mut self, line: &str) -> Result<(), &'static str> {
        if !line.starts_with('/') || !is_plain(line) || line.contains(' ') {
            return Err("hint");
        }
        self.rules.push(HeaderRule { path: line.to_owned(), headers: Vec::new() });
        Ok(())
    }

    fn header(&mut self, line: &str) -> Result<(), &'static str> {
        if line.starts_with('!') {
            return Err("detached");
        }
        let (name, value) = line.split_once(':').ok_or("hint")?;
        let is_name = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
        let rule = self.rules.last_mut().ok_or("hint")?;
        let lower = name.to_ascii_lowercase();
        if name.is_empty()
            || !name.chars().all(is_name)
            || !is_plain(value)
            || value.trim().is_empty()
        {
            return Err("hint");
        }
        if OURS.contains(&&*lower) {
            return Err("ours");
        }
        if OF_OUR_FILES.contains(&&*lower) && !is_of_static(&rule.path, self.sources) {
            return Err("shared");
        }
        rule.headers.push((name.to_owned(), value.trim().to_owned()));
        Ok(())
    }
}

/// Returns whether a rule can match only files from `static/`.
fn is_of_static(path: &str, sources: &Sources) -> bool {
    let first = path[1..].split('/').next().unwrap_or_default();
    let file = [STATIC, first].concat();
    let is_there =
        sources.find(&file).is_some() || !sources.below(&[&file, "/"].concat()).is_empty();
    !first.contains(['*', ':']) && !OUR_FOLDERS.contains(&first) && is_there
}

/// Returns a redirect in its normal form: `from to [status] [name=value …]`.
fn redirect(line: &str) -> Option<String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    // Browsers read `\` as `/`, and `//` as the beginning of a host.
    let is_path = |word: &&str| word.starts_with('/') && is_plain(word) && !word.contains('\\');
    let is_target =
        |word: &&str| is_path(word) && !word.starts_with("//") || WebAddress::parse(word).is_some();
    let is_condition = |word: &str| {
        word.split_once('=').is_some_and(|(name, _)| !name.is_empty()) && is_plain(word)
    };
    let is_status = |word: &str| {
        let status = word.trim_end_matches('!');
        ["200", "301", "302", "303", "307", "308", "404", "410"].contains(&status)
    };
    // Netlify writes conditions on the query between source and target.
    let from = words.first().filter(|word| is_path(word))?;
    let to = words.iter().skip(1).position(|word| !is_condition(word) || is_target(word))? + 1;
    let fits = is_target(words.get(to)?)
        && words[to + 1..]
            .iter()
            .enumerate()
            .all(|(at, word)| at == 0 && is_status(word) || is_condition(word));
    fits.then(|| [&[*from], &words[1..]].concat().join(" "))
}

fn is_plain(text: &str) -> bool {
    !text.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(files: &[(&str, &str)]) -> (HostRules, Vec<&'static str>) {
        let mut sources = Sources::default();
        for (path, text) in files {
            sources.add_file(path, text.to_string());
        }
        let mut diagnostics = Diagnostics::default();
        let rules = read(&sources, &mut diagnostics);
        let hints = diagnostics.iter().map(|problem| problem.hint.unwrap_or("hint")).collect();
        (rules, hints)
    }

    #[test]
    fn headers_beside_ours_are_kept() {
        let text = "# more\n\n/files/*\n  X-Robots-Tag:noindex\n\tCache-Control: max-age=60\n/*\n  Strict-Transport-Security: max-age=9\n";
        let (rules, hints) = rules(&[(HEADERS, text), ("static/files/a.pdf", "")]);
        assert_eq!(hints, Vec::<&str>::new());
        let all: Vec<_> =
            rules.headers.iter().map(|rule| (&*rule.path, rule.headers.len())).collect();
        assert_eq!(all, [("/files/*", 2), ("/*", 1)]);
        assert_eq!(rules.headers[0].headers[0], ("X-Robots-Tag".to_owned(), "noindex".to_owned()));
    }

    #[test]
    fn headers_that_would_change_ours_are_refused() {
        for (text, hint) in [
            ("/*\n  content-security-policy: default-src *\n", "ours"),
            ("/a\n  X-Frame-Options: DENY\n", "ours"),
            ("/*\n  ! Content-Security-Policy\n", "detached"),
            ("/en/*\n  Cache-Control: no-store\n", "shared"),
            ("/none/*\n  Content-Type: text/html\n", "shared"),
            ("/search/*\n  Cache-Control: no-store\n", "shared"),
            ("  X-A: b\n", "hint"),
            ("/*\n  X-A\n", "hint"),
            ("/*\n  X A: b\n", "hint"),
            ("/*\n  X-A: \u{1}\n", "hint"),
            ("/*\n  X-A: b\u{2028}X-B: c\n", "hint"),
            ("*\n", "hint"),
        ] {
            let files = [(HEADERS, text), ("static/search/a.txt", "")];
            assert_eq!(rules(&files).1, [hint], "{text:?}");
        }
    }

    #[test]
    fn redirects_are_read_word_by_word() {
        for (line, written) in [
            ("/a /b", "/a /b"),
            ("/a/*   /b/:splat\t301", "/a/* /b/:splat 301"),
            ("/a https://b.example/c 302!", "/a https://b.example/c 302!"),
            ("/a id=:id /b/:id 301 Country=kr", "/a id=:id /b/:id 301 Country=kr"),
        ] {
            assert_eq!(redirect(line).as_deref(), Some(written));
        }
        for line in [
            "/a",
            "a /b",
            "/a javascript:1",
            "/a //b.example",
            "/a /\\b.example",
            "/a /b\u{2028}/c",
            "/a /b 999",
            "/a /b 301 x",
            "/a \u{1}",
            "https://b.example /b",
        ] {
            assert_eq!(redirect(line), None, "{line}");
        }
    }
}
