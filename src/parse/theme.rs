//! Prepares what pages share: the files of `static/` as they are published.

use rayon::prelude::*;

use super::scripts;
use crate::{
    diag::Diagnostics,
    highlight, minify,
    model::{Settings, SourceId, Theme, ThemeFile, UrlPath},
    source::{Source, Sources},
};

/// The folder of files that are published under names with their hash.
const FINGERPRINTED: &str = "assets/";

/// Everything that the theme publishes.
pub fn theme(sources: &Sources, settings: &Settings, diagnostics: &mut Diagnostics) -> Theme {
    let mut theme = Theme::default();
    let files =
        sources.below("static/").into_par_iter().filter(|(_, source)| !scripts::is_module(source));
    let files = files.map(|(id, source)| (id, source, published(source, settings.minify)));
    for (id, source, bytes) in files.collect::<Vec<_>>() {
        add(&mut theme, &source.path.as_str()["static/".len()..], Some(id), bytes);
    }
    for module in scripts::modules(sources, settings.minify, diagnostics) {
        theme.by_path.insert(module.name.into(), theme.files.len() as u32);
        theme.files.push(module.file);
    }
    let code_styles = highlight::stylesheet(&settings.code);
    let code_styles = if settings.minify { minify::css(&code_styles) } else { code_styles };
    add(&mut theme, "assets/code.css", None, code_styles.into_bytes());
    theme
}

fn add(theme: &mut Theme, path: &str, source: Option<SourceId>, bytes: Vec<u8>) {
    let url = match path.strip_prefix(FINGERPRINTED) {
        Some(name) => {
            theme.by_path.insert(name.into(), theme.files.len() as u32);
            fingerprinted(name, &bytes)
        }
        None => UrlPath::new(format!("/{path}")),
    };
    theme.files.push(ThemeFile { source, url, bytes });
}

/// `/assets/site.0123456789.css`: the name carries the content's hash, so that
/// browsers may keep it for ever.
pub fn fingerprinted(name: &str, bytes: &[u8]) -> UrlPath {
    let hash = blake3::hash(bytes).to_hex();
    let (folder, file) = name.rsplit_once('/').map_or(("", name), |(a, b)| (a, b));
    let slash = if folder.is_empty() { "" } else { "/" };
    let (stem, extension) = file.rsplit_once('.').unwrap_or((file, ""));
    let dot = if extension.is_empty() { "" } else { "." };
    UrlPath::new(format!("/assets/{folder}{slash}{stem}.{}{dot}{extension}", &hash[..10]))
}

fn published(source: &Source, minified: bool) -> Vec<u8> {
    let text = std::str::from_utf8(&source.bytes);
    let small = match (source.path.name().rsplit_once('.'), text) {
        (Some((_, "css")), Ok(text)) if minified => minify::css(text),
        (Some((_, "js" | "mjs")), Ok(text)) if minified => minify::js(text),
        _ => return source.bytes.to_vec(),
    };
    small.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_carry_the_hash_of_the_content() {
        let url = |name| fingerprinted(name, b"x").as_str().to_owned();
        assert_eq!(
            url("site.css"),
            "/assets/site.8a4cdc2e32.css".replace("8a4cdc2e32", &blake3::hash(b"x").to_hex()[..10])
        );
        assert!(url("icons/a.b.svg").starts_with("/assets/icons/a.b."));
        assert!(url("icons/a.b.svg").ends_with(".svg"));
        assert_ne!(fingerprinted("a", b"x"), fingerprinted("a", b"y"));
    }
}
