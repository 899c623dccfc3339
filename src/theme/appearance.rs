//! The appearance that the settings define: the site's colours, and a logo in place of the
//! built-in icon.

use super::ICON;
use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    model::{Settings, Theme},
    palette::Palette,
};

/// The stylesheet that every page has.
const SITE_STYLES: &str = "site.css";

/// Adds the site's colours to the stylesheet `name`, if that is the one of every page.
pub fn coloured(styles: String, name: &str, settings: &Settings) -> String {
    let palette = settings.theme.palette();
    if name != SITE_STYLES || palette == Palette::default() {
        return styles;
    }
    let Palette { accent, cool } = palette;
    let colours = [("accent", accent), ("cool", cool)]
        .map(|(name, of)| format!("--{name}: light-dark({}, {});", of.light, of.dark));
    format!("{styles}\n@layer tokens {{ :root {{ {} }} }}\n", colours.concat())
}

/// Returns the built-in icon in the site's colours.
pub fn built_in_icon(icon: &str, settings: &Settings) -> String {
    let (built_in, own) = (Palette::default().accent, settings.theme.palette().accent);
    let light = icon.replace(&built_in.light.to_string(), &own.light.to_string());
    light.replace(&built_in.dark.to_string(), &own.dark.to_string())
}

/// Returns the position of the logo among the theme's files, if the settings name one.
pub fn logo(theme: &Theme, settings: &Settings, diagnostics: &mut Diagnostics) -> Option<u32> {
    let logo = settings.theme.logo.as_ref()?;
    let file = logo.value.trim_start_matches('/');
    let is_svg = file.ends_with(".svg");
    let position = theme.assets.get(file).filter(|_| is_svg);
    if position.is_none() {
        // Often the whole path is written, or one from elsewhere.
        let file = file.strip_prefix("static/assets/").unwrap_or(file);
        let file = if file.contains("..") { file.rsplit('/').next().unwrap_or(file) } else { file };
        let missing = Diagnostic::new(Code::MissingLogo, logo.span)
            .arg("found", &*logo.value)
            .arg("file", file);
        let drawings = theme.assets.keys().map(|path| &**path);
        let drawings = drawings.filter(|path| path.ends_with(".svg") && *path != ICON);
        let mut drawings: Vec<&str> = drawings.collect();
        drawings.sort_unstable();
        diagnostics.push(match is_svg {
            true => missing.suggest(file, drawings),
            false => missing.hint("svg"),
        });
    }
    position.copied()
}
