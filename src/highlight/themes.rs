//! Highlighting themes, and the stylesheet made from a light and a dark one.

use std::{fmt::Write, str::FromStr, sync::LazyLock};

use syntect::{
    highlighting::{Color, Highlighter, ScopeSelectors, StyleModifier, Theme, ThemeItem, ThemeSet},
    parsing::{Scope, ScopeStack},
};

use super::roles::{ROLES, Role};
use crate::model::CodeThemes;

/// The project's own colours: the class, the colour on a light and on a dark background. Each
/// has a contrast of at least 4.5:1 with the background of code blocks.
const OWN: &[(&str, u32, u32)] = &[
    ("hl-com", 0x6b6358, 0xa59c8c),
    ("hl-str", 0x2f6a3f, 0x9cc79b),
    ("hl-num", 0x8a4b12, 0xe0b070),
    ("hl-kw", 0xa13a1c, 0xf09a72),
    ("hl-op", 0x5f5a50, 0xbfb6a6),
    ("hl-fn", 0x1f5f66, 0x86c9c6),
    ("hl-type", 0x3d4f93, 0xa9b8ee),
    ("hl-tag", 0x9a2f4a, 0xee9aab),
    ("hl-attr", 0x1f5f66, 0x86c9c6),
    ("hl-var", 0x4a4238, 0xdcd3c4),
    ("hl-ins", 0x2f6a3f, 0x9cc79b),
    ("hl-del", 0xa02c2c, 0xf0938b),
];

static THEMES: LazyLock<ThemeSet> = LazyLock::new(|| {
    let mut set = ThemeSet::load_defaults();
    set.themes.insert("giljabi-light".to_owned(), own("giljabi-light", |(_, light, _)| *light));
    set.themes.insert("giljabi-dark".to_owned(), own("giljabi-dark", |(_, _, dark)| *dark));
    set
});

/// Returns the themes that a site can choose from.
pub fn names() -> Vec<&'static str> {
    THEMES.themes.keys().map(String::as_str).collect()
}

fn own(name: &str, pick: impl Fn(&(&str, u32, u32)) -> u32) -> Theme {
    let mut theme = Theme { name: Some(name.to_owned()), ..Theme::default() };
    for (class, colours) in OWN.iter().map(|row| (row.0, pick(row))) {
        let Some(role) = ROLES.iter().find(|role| role.class == class) else { continue };
        theme.scopes.push(item(role, colours));
    }
    theme
}

fn item(role: &Role, rgb: u32) -> ThemeItem {
    let [_, r, g, b] = rgb.to_be_bytes();
    let style = StyleModifier {
        foreground: Some(Color { r, g, b, a: 255 }),
        background: None,
        font_style: None,
    };
    let scope = ScopeSelectors::from_str(role.scopes[0]).unwrap_or_default();
    ThemeItem { scope, style }
}

/// Returns one rule for each role that either theme colours. `light-dark()` follows the page's
/// colour scheme; a browser without it shows code in the colour of text.
pub fn stylesheet(themes: &CodeThemes) -> String {
    let light = THEMES.themes.get(&themes.light);
    let dark = THEMES.themes.get(&themes.dark);
    let mut css = String::new();
    for role in ROLES {
        let colours = (colour(light, role), colour(dark, role));
        if let (Some(light), Some(dark)) = colours {
            let class = role.class;
            let _ = writeln!(css, ".{class} {{ color: light-dark({light}, {dark}); }}");
        }
    }
    css
}

fn colour(theme: Option<&Theme>, role: &Role) -> Option<String> {
    let scope = Scope::new(role.scopes[0]).ok()?;
    let stack = ScopeStack::from_vec(vec![scope]);
    let Color { r, g, b, .. } =
        Highlighter::new(theme?).style_mod_for_stack(stack.as_slice()).foreground?;
    Some(format!("#{r:02x}{g:02x}{b:02x}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_a_colour_of_our_own() {
        let ours = CodeThemes { light: "giljabi-light".into(), dark: "giljabi-dark".into() };
        let css = stylesheet(&ours);
        for role in ROLES {
            assert!(css.contains(&format!(".{} {{", role.class)), "{}", role.class);
        }
    }

    #[test]
    fn any_theme_can_be_used() {
        let themes =
            CodeThemes { light: "InspiredGitHub".into(), dark: "base16-ocean.dark".into() };
        assert!(stylesheet(&themes).contains(".hl-com { color: light-dark(#969896, #65737e); }"));
    }

    /// WCAG 2.2, "contrast ratio", with the backgrounds in `templates/styles/tokens.css`.
    #[test]
    fn own_colours_are_readable() {
        let luminance = |rgb: u32| {
            let [_, r, g, b] = rgb.to_be_bytes().map(|c| f64::from(c) / 255.0).map(|c| {
                if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055_f64).powf(2.4) }
            });
            0.2126 * r + 0.7152 * g + 0.0722 * b
        };
        let contrast = |a: u32, b: u32| {
            let (a, b) = (luminance(a), luminance(b));
            (a.max(b) + 0.05) / (a.min(b) + 0.05)
        };
        for (class, light, dark) in OWN {
            assert!(contrast(*light, 0xf5f0e6) >= 4.5, "{class} on paper");
            assert!(contrast(*dark, 0x221d17) >= 4.5, "{class} on ink");
        }
    }
}
