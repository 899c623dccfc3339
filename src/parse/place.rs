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
    let Some(stem) = path.name().strip_suffix(".md") else {
        return match page_name(path.name()) {
            Some(name) => Err(Box::new(problem(Code::WrongExtension).arg("name", name))),
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
        let unknown = problem(Code::UnknownLanguage).arg("suffix", suffix).arg("slug", slug);
        return Err(Box::new(unknown));
    };
    let Some(kind) = kind_of(path.folder(), slug, kinds) else {
        return Err(Box::new(misplaced(problem(Code::MisplacedPage), path.folder())));
    };
    if kind != Kind::Home && !is_slug(slug) {
        return Err(Box::new(problem(Code::BadSlug).arg("slug", slug)));
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
