//! Prepares the parts that all pages share: templates, catalogs, styles, scripts and icons.
//! They are read, checked, and published at addresses that browsers may cache.
//!
//! Assets, the files below `static/assets/`, are published in one folder whose name is a hash
//! of all of them, so that relative references between them stay valid. Other files below
//! `static/` are published unchanged.

mod appearance;
mod host_files;
#[cfg(feature = "minify")]
mod minify;
#[cfg(not(feature = "minify"))]
#[path = "as_written.rs"]
mod minify;
mod policy;
mod references;
#[cfg(feature = "minify")]
mod scripts;
mod styles;
mod templates;

use rayon::prelude::*;

use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    highlight,
    model::{SecurityPolicy, Settings, SourceId, Span, Theme, ThemeFile, UrlPath},
    nesting,
    source::{Source, Sources},
};
use references::{ASSETS, STATIC};

/// The path of the site's icon.
const ICON: &str = "icon.svg";

/// The name of the stylesheet for highlighted code, which is generated from the settings.
const CODE_STYLES: &str = "code.css";

/// Returns the theme, with the site's files in place of built-in ones.
pub fn theme(sources: &Sources, settings: &Settings, diagnostics: &mut Diagnostics) -> Theme {
    let mut theme = Theme {
        templates: templates::read(sources),
        catalogs: templates::catalogs(sources),
        host_rules: host_files::read(sources, diagnostics),
        ..Theme::default()
    };
    policy::check_styles(sources, &SecurityPolicy::new(settings), diagnostics);
    let assets = assets(sources, settings, diagnostics);
    theme.folder = folder(&assets);
    for ThemeAsset { path, source, bytes } in assets {
        let url = UrlPath::new([theme.folder.as_str(), &path].concat());
        theme.assets.insert(path.into(), theme.files.len() as u32);
        theme.files.push(ThemeFile { source, url, bytes: bytes.into() });
    }
    if let Some(logo) = appearance::logo(&theme, settings, diagnostics) {
        theme.assets.insert(ICON.into(), logo);
    }
    let is_file = |path: &str| ![host_files::HEADERS, host_files::REDIRECTS].contains(&path);
    let others = sources.below(STATIC).into_iter();
    let others = others.filter(|(_, source)| is_file(source.path.as_str()));
    for (id, source) in others.filter(|(_, source)| !source.path.as_str().starts_with(ASSETS)) {
        let url = UrlPath::new(["/", &source.path.as_str()[STATIC.len()..]].concat());
        theme.files.push(ThemeFile { source: Some(id), url, bytes: source.bytes.clone() });
    }
    theme
}

/// A file of the folder of assets.
struct ThemeAsset {
    /// The path below the folder.
    path: String,
    source: Option<SourceId>,
    bytes: Vec<u8>,
}

/// Returns all assets as they are published, in the order of their paths.
fn assets(
    sources: &Sources,
    settings: &Settings,
    diagnostics: &mut Diagnostics,
) -> Vec<ThemeAsset> {
    let read = |(id, source): (SourceId, &Source)| {
        let mut problems = Diagnostics::default();
        let path = source.path.as_str()[ASSETS.len()..].to_owned();
        let bytes = published(sources, id, settings, &mut problems);
        (ThemeAsset { path, source: Some(id), bytes }, problems)
    };
    let read: Vec<_> = sources.below(ASSETS).into_par_iter().map(read).collect();
    let (mut assets, problems): (Vec<ThemeAsset>, Vec<Diagnostics>) = read.into_iter().unzip();
    problems.into_iter().for_each(|problems| diagnostics.append(problems));
    if assets.iter().all(|asset| asset.path != CODE_STYLES) {
        let styles = highlight::stylesheet(&settings.code);
        let styles = if settings.minify { minify::css(&styles) } else { styles };
        assets.push(ThemeAsset { path: CODE_STYLES.into(), source: None, bytes: styles.into() });
        assets.sort_by(|a, b| a.path.cmp(&b.path));
    }
    assets
}

/// Returns the published bytes of one asset. Stylesheets are joined with the files that they
/// import; styles and scripts are checked and minified.
fn published(
    sources: &Sources,
    id: SourceId,
    settings: &Settings,
    diagnostics: &mut Diagnostics,
) -> Vec<u8> {
    let (source, minified) = (sources.get(id), settings.minify);
    if let Some(deep) = deep_script(id, source) {
        diagnostics.push(deep);
        return source.bytes.to_vec();
    }
    match source.path.name().rsplit_once('.') {
        Some((_, "css")) => {
            let text = styles::join(sources, id, diagnostics);
            let text = appearance::coloured(text, source.path.name(), settings);
            if minified && !styles::is_deep(&text) {
                minify::css(&text).into()
            } else {
                text.into()
            }
        }
        Some((_, "js" | "mjs")) => {
            #[cfg(feature = "minify")]
            scripts::check(sources, id, &SecurityPolicy::new(settings), diagnostics);
            if minified { minify::js(&source.text()).into() } else { source.bytes.to_vec() }
        }
        _ if source.built_in && source.path.name() == ICON => {
            appearance::built_in_icon(&source.text(), settings).into()
        }
        _ => source.bytes.to_vec(),
    }
}

/// How deeply a script may be nested: the parser needs a few kilobytes of its stack per level.
const MOST_OPERATORS: usize = 5_000;

/// Returns the problem of a script that is nested too deeply to be read.
fn deep_script(id: SourceId, source: &Source) -> Option<Diagnostic> {
    source.path.name().rsplit_once('.').filter(|(_, ending)| matches!(*ending, "js" | "mjs"))?;
    let at = nesting::deep_operator(&source.text(), MOST_OPERATORS)?;
    let deep = Diagnostic::new(Code::NestedTooDeep, Span::new(id, at..at + 1)).hint("script");
    Some(deep.arg("what", "levels").arg("most", MOST_OPERATORS.to_string()))
}

/// Returns the published folder of `assets`: `/assets/0123456789/`.
fn folder(assets: &[ThemeAsset]) -> String {
    let mut hasher = blake3::Hasher::new();
    for asset in assets {
        for part in [asset.path.as_bytes(), &asset.bytes] {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
    }
    format!("/assets/{}/", &hasher.finalize().to_hex()[..10])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(files: &[(&str, &str)]) -> (Theme, Vec<Code>) {
        let mut sources = Sources::default();
        for (path, text) in files {
            sources.add_file(path, text.to_string());
        }
        let mut diagnostics = Diagnostics::default();
        let settings = crate::parse::settings(SourceId(0), "", &mut Diagnostics::default());
        let theme = theme(&sources, &settings, &mut diagnostics);
        let codes = diagnostics.iter().map(|d| d.code).collect();
        (theme, codes)
    }

    fn text(theme: &Theme, asset: &str) -> String {
        let file = theme.asset(asset).expect("an asset");
        String::from_utf8_lossy(&file.bytes).into_owned()
    }

    #[test]
    fn assets_share_a_folder_named_by_all_of_them() {
        let files = [("static/assets/a.css", "a {}"), ("static/assets/icons/b.svg", "<svg/>")];
        let (theme, _) = read(&files);
        let (other, _) = read(&[files[0], ("static/assets/icons/b.svg", "<svg />")]);
        assert_eq!(theme.folder.len(), "/assets/0123456789/".len());
        assert_ne!(theme.folder, other.folder);
        let url = |path: &str| theme.asset(path).map(|file| file.url.as_str().to_owned());
        assert_eq!(url("icons/b.svg"), Some([&theme.folder, "icons/b.svg"].concat()));
        assert!(url("code.css").is_some());
    }

    #[test]
    fn other_files_are_published_as_they_are() {
        let (theme, _) = read(&[("static/x/a.css", "a { }\n")]);
        let file = theme.files.iter().find(|file| file.url.as_str() == "/x/a.css");
        assert_eq!(file.map(|file| &file.bytes[..]), Some(&b"a { }\n"[..]));
    }

    #[test]
    fn imports_of_scripts_are_not_rewritten_and_may_be_circular() {
        let (theme, problems) = read(&[
            ("static/assets/a.js", "// About.\nimport { b } from \"./parts/b.js\";\nb();\n"),
            ("static/assets/parts/b.js", "export { a as b } from '../a.js';"),
        ]);
        assert_eq!(problems, []);
        assert_eq!(text(&theme, "a.js"), "import{b as e}from\"./parts/b.js\";e();");
        assert_eq!(text(&theme, "parts/b.js"), "export{a as b}from\"../a.js\";");
    }

    #[test]
    fn missing_and_broken_files_are_reported() {
        let (_, problems) = read(&[
            (
                "static/assets/c.js",
                "import \"./none.js\"; import \"../../up.js\"; import \"other\";",
            ),
            ("static/assets/d.js", "const = 1;"),
            ("static/assets/e.css", "@import \"none.css\"; a { background: url(none.svg) }"),
        ]);
        use Code::{BadScript, MissingImport, MissingStyleFile};
        let expected = [MissingImport, MissingImport, BadScript, MissingImport, MissingStyleFile];
        assert_eq!(problems, expected);
    }
}
