//! Reads a content file's path: a page of some kind, slug and language, or an asset.

use crate::{
    diag::{Code, Diagnostic},
    ledger,
    model::{Kind, Lang, PageKey, SourceId, SourcePath, Span, is_slug},
};

/// The role of a file below `content/`, by its path.
#[derive(Debug, PartialEq, Eq)]
pub enum Filed {
    Page(PageKey),
    /// The ledger of the translation with this key.
    Ledger(PageKey),
    Asset,
}

/// Reads the path `content/<kind>/<slug>.<lang>.md`. Files that are neither Markdown nor the
/// ledgers of translations are assets. `kinds` are those of the site.
pub fn file(id: SourceId, path: &SourcePath, kinds: &[Kind]) -> Result<Filed, Box<Diagnostic>> {
    let problem = |code| Diagnostic::new(code, Span::new(id, 0..0));
    // A bad name may be that of a copy.
    let bad_name = |code| match original_name(path.name()) {
        Some(original) => problem(code).arg("original", original).hint("copy"),
        None => problem(code),
    };
    let Some(stem) = path.name().strip_suffix(".md") else {
        return match page_name(path.name()) {
            Some(name) => Err(Box::new(bad_name(Code::WrongExtension).arg("name", name))),
            None => Ok(ledger_place(path, kinds).map_or(Filed::Asset, Filed::Ledger)),
        };
    };
    let Some((slug, suffix)) = stem.rsplit_once('.') else {
        let languages = Lang::ALL.map(|lang| ["-", lang.code()].concat());
        let slug = languages.iter().find_map(|ending| stem.strip_suffix(&**ending));
        let unnamed = problem(Code::MissingLanguage).arg("slug", slug.unwrap_or(stem));
        return Err(Box::new(unnamed));
    };
    let Some(lang) = Lang::from_code(suffix) else {
        let unknown = bad_name(Code::UnknownLanguage).arg("suffix", suffix).arg("slug", slug);
        return Err(Box::new(unknown));
    };
    let Some(kind) = kind_of(path.folder(), slug, kinds) else {
        return Err(Box::new(misplaced(problem(Code::MisplacedPage), path.folder())));
    };
    if kind != Kind::Home && !is_slug(slug) {
        return Err(Box::new(bad_name(Code::BadSlug).arg("slug", slug)));
    }
    let slug = if kind == Kind::Home { "" } else { slug };
    Ok(Filed::Page(PageKey { kind, slug: slug.into(), lang }))
}

/// Returns the key of the page that the ledger at `path` belongs to:
/// `content/guides/a.ko.ledger`.
fn ledger_place(path: &SourcePath, kinds: &[Kind]) -> Option<PageKey> {
    let stem = path.name().strip_suffix(ledger::EXTENSION)?.strip_suffix('.')?;
    let (slug, suffix) = stem.rsplit_once('.')?;
    let lang = Lang::from_code(suffix)?;
    let kind = kind_of(path.folder(), slug, kinds)?;
    let slug = if kind == Kind::Home { "" } else { slug };
    Some(PageKey { kind, slug: slug.into(), lang })
}

/// Returns the correct name of a page's file, if an editor or a system has given it another
/// ending: `a.en.MD`, `a.en.markdown`, `a.en.md.txt`.
fn page_name(name: &str) -> Option<String> {
    let lower = name.to_lowercase();
    let endings = [".md", ".markdown", ".mdown", ".mkd", ".md.txt", ".markdown.txt"];
    let texts = [".en.txt", ".ko.txt", ".en.text", ".ko.text"];
    let ending = endings.into_iter().find(|ending| lower.ends_with(ending)).or_else(|| {
        let text = texts.into_iter().find(|ending| lower.ends_with(ending))?;
        text.get(".en".len()..)
    })?;
    name.get(..name.len().checked_sub(ending.len())?).map(|stem| [stem, ".md"].concat())
}

fn kind_of(folder: &str, slug: &str, kinds: &[Kind]) -> Option<Kind> {
    match folder.strip_prefix("content")?.strip_prefix('/') {
        None => (slug == "home").then_some(Kind::Home),
        Some(folder) => kinds.iter().copied().find(|kind| kind.folder() == folder),
    }
}

/// Returns the name of the page of which a system, a program or an editor made the copy `name`:
/// `a.ko (1).md`, `a - 복사본.ko.md`, `a.ko.md.old`.
pub fn original_name(name: &str) -> Option<String> {
    let (stem, lang) = split_language(name)?;
    let marked = COPY_MARKS.iter().filter_map(|mark| stem.find(mark)).min();
    let numbered = stem.find('(').filter(|at| is_of_copy(&stem[*at..]));
    let numbered = numbered.or_else(|| stem.find(' ').filter(|at| is_number(&stem[*at..])));
    let begins = ["Copy of ", "사본 - "].iter().find_map(|mark| stem.strip_prefix(mark));
    let (original, is_copy) = match marked.into_iter().chain(numbered).min() {
        Some(end) => (&stem[..end], true),
        None => (begins.unwrap_or(stem), begins.is_some()),
    };
    let original = original.trim_end_matches([' ', '-', '_', '.']);
    let original = original.strip_suffix(".md").unwrap_or(original);
    let original = Lang::ALL.iter().fold(original, |stem, lang| {
        stem.strip_suffix(&*[".", lang.code()].concat()).unwrap_or(stem)
    });
    let is_left = !original.is_empty() && is_copy;
    is_left.then(|| [original, ".", lang.code(), ".md"].concat())
}

/// Marks in the names of copies, which names of pages cannot or should not have.
const COPY_MARKS: [&str; 11] = [
    " copy",
    " - 복사본",
    "의 복사본",
    " 복사본",
    "의 사본",
    " 사본",
    " - Copy",
    ".sync-conflict-",
    " conflicted copy",
    ".conflict",
    ".old",
];

/// Returns whether brackets, which `text` begins with, mark a copy: `(1)`, `(사본)`, `(… conflicted
/// copy …)`.
fn is_of_copy(text: &str) -> bool {
    let inside = text.trim_start_matches('(').split(')').next().unwrap_or_default();
    let marks = ["사본", "복사", "copy", "충돌", "conflict"];
    is_number(inside) || marks.iter().any(|mark| inside.contains(mark))
}

/// Returns whether `text` is a number up to its first dot, as in `a 2.ko.md`.
fn is_number(text: &str) -> bool {
    let number = text.trim_start().split('.').next().unwrap_or_default();
    !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns the name without `.md`, and without what follows it; and its language, wherever that stands.
fn split_language(name: &str) -> Option<(&str, Lang)> {
    let langs = Lang::ALL.into_iter().filter_map(|lang| {
        let mark = [".", lang.code()].concat();
        let at = name.rfind(&mark)?;
        let rest = &name[at + mark.len()..];
        (!rest.starts_with(char::is_alphanumeric)).then_some((at, lang))
    });
    let (_, lang) = langs.max_by_key(|(at, _)| *at)?;
    name.rfind(".md").map(|end| (&name[..end], lang))
}

/// Adds a hint on how the page's folder could become a collection.
fn misplaced(problem: Diagnostic, folder: &str) -> Diagnostic {
    match folder.strip_prefix("content/").filter(|name| is_slug(name)) {
        Some(name) => problem.arg("name", name).hint("collection"),
        None => problem,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filed(path: &str) -> Result<Filed, Code> {
        file(SourceId(0), &SourcePath::new(path), &Kind::BUILT_IN).map_err(|problem| problem.code)
    }

    fn page(kind: Kind, slug: &str, lang: Lang) -> Result<Filed, Code> {
        Ok(Filed::Page(PageKey { kind, slug: slug.into(), lang }))
    }

    #[test]
    fn paths_name_pages() {
        assert_eq!(filed("content/home.ko.md"), page(Kind::Home, "", Lang::Ko));
        assert_eq!(filed("content/guides/a-b.en.md"), page(Kind::Guide, "a-b", Lang::En));
        assert_eq!(
            filed("content/guides/고객-상담.ko.md"),
            page(Kind::Guide, "고객-상담", Lang::Ko)
        );
        assert_eq!(
            filed("content/changelog/v2.7.0-audience-seo.en.md"),
            page(Kind::Changelog, "v2.7.0-audience-seo", Lang::En)
        );
        assert_eq!(filed("content/guides/img/flow.png"), Ok(Filed::Asset));
        let place = PageKey { kind: Kind::Guide, slug: "a".into(), lang: Lang::Ko };
        assert_eq!(filed("content/guides/a.ko.ledger"), Ok(Filed::Ledger(place)));
        assert_eq!(filed("content/guides/costs.ledger"), Ok(Filed::Asset));
        assert_eq!(filed("content/guides/img/a.ko.ledger"), Ok(Filed::Asset));
    }

    #[test]
    fn copies_are_told_from_pages() {
        for name in [
            "a.ko (1).md",
            "a (1).ko.md",
            "a.ko(2).md",
            "a.ko 2.md",
            "a 2.ko.md",
            "a.ko.md (충돌된 사본).md",
            "a.ko copy.md",
            "a copy 2.ko.md",
            "a.ko - 복사본.md",
            "a - 복사본 (2).ko.md",
            "a의 사본.ko.md",
            "Copy of a.ko.md",
            "a.ko (Kim's conflicted copy 2026-01-01).md",
            "a.ko.sync-conflict-20260101-1.md",
            "a.ko.old.md",
        ] {
            assert_eq!(original_name(name).as_deref(), Some("a.ko.md"), "{name}");
        }
        for name in ["a.ko.md", "copy.ko.md", "사본.en.md", "a(b).ko.md", "a.fr.md", "a b.ko.md"]
        {
            assert_eq!(original_name(name), None, "{name}");
        }
    }

    #[test]
    fn other_markdown_is_refused() {
        assert_eq!(filed("content/guides/a.fr.md"), Err(Code::UnknownLanguage));
        assert_eq!(filed("content/guides/a.md"), Err(Code::MissingLanguage));
        assert_eq!(filed("content/guides/a.en.MD"), Err(Code::WrongExtension));
        assert_eq!(filed("content/guides/a.en.md.txt"), Err(Code::WrongExtension));
        assert_eq!(filed("content/guides/a.en.markdown"), Err(Code::WrongExtension));
        assert_eq!(filed("content/other.en.md"), Err(Code::MisplacedPage));
        assert_eq!(filed("content/guides/deep/a.en.md"), Err(Code::MisplacedPage));
        assert_eq!(filed("content/notes/a.en.md"), Err(Code::MisplacedPage));
        assert_eq!(filed("content/guides/a b.en.md"), Err(Code::BadSlug));
        assert_eq!(filed("content/guides/..en.md"), Err(Code::BadSlug));
        assert_eq!(filed("content/guides/a?b.en.md"), Err(Code::BadSlug));
    }
}
