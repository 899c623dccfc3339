//! A limit on how templates include and extend one another. The engine follows every way
//! through them, once when it reads them and again for each page.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::tags::{next_tag, words};
use crate::model::TemplateFile;

/// The most templates that lead to one another in a row.
const DEEPEST: usize = 20;

/// The most templates that one includes, with those that they include in turn.
const MOST: usize = 1_000;

/// Returns the first template that includes or extends too much: its position in `files`, its
/// first such tag, and why.
pub fn refused(files: &[TemplateFile]) -> Option<(usize, Range<usize>, String)> {
    let mut inclusions = Inclusions::new(files);
    (0..files.len()).find_map(|at| {
        let Included { depth, count } = inclusions.of(at, DEEPEST);
        let first = inclusions.tags[at].first()?.0.clone();
        let why = format!(
            "more than {DEEPEST} templates in a row include or extend the next, or more than {MOST} in all"
        );
        (depth > DEEPEST || count > MOST).then_some((at, first, why))
    })
}

/// The templates that a template includes: the longest chain of them, and their number in all.
#[derive(Clone, Copy, Default)]
struct Included {
    depth: usize,
    count: usize,
}

struct Inclusions {
    /// The tags of each template that name another, with the position of that.
    tags: Vec<Vec<(Range<usize>, usize)>>,
    known: Vec<Option<Included>>,
}

impl Inclusions {
    fn new(files: &[TemplateFile]) -> Inclusions {
        let names = files.iter().enumerate().map(|(at, file)| (file.name.as_str(), at));
        let by_name: FxHashMap<&str, usize> = names.collect();
        let tags = files.iter().map(|file| tags(&file.text, &by_name)).collect();
        Inclusions { tags, known: vec![None; files.len()] }
    }

    /// Looks at a template, and at those that follow: at most `left` in a row.
    fn of(&mut self, at: usize, left: usize) -> Included {
        if let Some(known) = self.known[at] {
            return known;
        }
        // A circle ends here; the engine tells of it.
        self.known[at] = Some(Included::default());
        let mut all = Included::default();
        for nth in 0..self.tags[at].len() {
            let to = self.tags[at][nth].1;
            let below = match left {
                0 => Included { depth: DEEPEST, count: 0 },
                left => self.of(to, left - 1),
            };
            all.depth = all.depth.max(below.depth + 1);
            all.count = all.count.saturating_add(below.count + 1);
        }
        self.known[at] = Some(all);
        all
    }
}

fn tags(template: &str, by_name: &FxHashMap<&str, usize>) -> Vec<(Range<usize>, usize)> {
    let (mut rest, mut found) = (template, Vec::new());
    while let Some((before, tag, after)) = next_tag(rest) {
        let start = template.len() - rest.len() + before.len();
        let names = matches!(words(tag).next(), Some("include" | "extends"));
        let name = tag.split(['"', '\'', '`']).nth(1).filter(|_| names);
        let named = name.and_then(|name| by_name.get(name));
        found.extend(named.map(|to| (start..start + tag.len(), *to)));
        rest = after;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourceId;

    /// Returns templates of which each has `tag` with the name of the next for its `@`.
    fn row(count: usize, tag: &str) -> Vec<TemplateFile> {
        let template = |at: usize| TemplateFile {
            source: SourceId(0),
            name: at.to_string(),
            text: ["글 ", &tag.replace('@', &(at + 1).to_string())].concat(),
        };
        (0..count).map(template).collect()
    }

    #[test]
    fn what_the_engine_would_follow_without_end_is_refused() {
        let place = |files: &[TemplateFile]| refused(files).map(|(at, range, _)| (at, range));
        let twice = "{% include '@' %}{% include \"@\" %}";
        assert_eq!(place(&row(DEEPEST + 2, "{% extends \"@\" %}")), Some((0, 4..21)));
        assert_eq!(place(&row(12, twice)).map(|found| found.0), Some(0));
        assert_eq!(place(&row(5_000, twice)).map(|found| found.0), Some(0));
    }

    #[test]
    fn ordinary_templates_and_circles_are_not() {
        for files in [
            row(DEEPEST + 1, "{%- extends \"@\" -%}"),
            row(9, "{% include '@' %}{% include '@' %}"),
            row(50, "{# {% include '@' %} #}{{ '@' }}"),
            row(1, "{% include '0' %}{% extends '0' %}{% include 'none' %}"),
        ] {
            assert!(refused(&files).is_none(), "{}", files[0].text);
        }
    }
}
