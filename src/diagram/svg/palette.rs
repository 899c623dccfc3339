//! The colours of standalone drawings, and the rules that they share with the stylesheet of
//! pages.

use crate::palette::Palette;

/// The stylesheet of pages.
const STYLESHEET: &str = include_str!("../../../static/assets/diagram.css");

/// Returns the rules for drawings.
pub fn drawing_rules() -> &'static str {
    part("drawing")
}

/// Returns the part of the stylesheet between the two marks `name`.
fn part(name: &str) -> &'static str {
    let after = STYLESHEET.split(&format!("/* {name}: begin */")).nth(1).unwrap_or_default();
    after.split(&format!("/* {name}: end */")).next().unwrap_or_default()
}

/// Returns `text` with light colours in place of the names of colours.
pub fn light(text: &str, palette: &Palette) -> String {
    palette.colours().fold(text.to_owned(), |text, (name, shades)| {
        text.replace(&format!("var(--{name})"), &shades.light.to_string())
    })
}

/// Returns the styles of a standalone file, which has the light palette by default: the
/// differences in dark mode, in print and with forced colours. A program that does not support
/// them shows the light palette.
pub fn conditional_styles(palette: &Palette) -> String {
    let dark = palette.colours().map(|(name, shades)| format!("--{name}:{};", shades.dark));
    let dark: String = dark.collect();
    let flat = |part: &str| part.lines().map(str::trim).collect::<String>();
    let (print, forced) = (flat(part("print palette")), flat(part("forced palette")));
    format!(
        "@media (prefers-color-scheme:dark){{.dg{{{dark}}}}}\
         @media print{{.dg{{{print}}}}}\
         @media (forced-colors:active){{.dg{{{forced}forced-color-adjust:none}}}}\
         @media (prefers-color-scheme:dark),print,(forced-colors:active){{{}}}\
         @media (forced-colors:active){{{}}}",
        flat(drawing_rules()),
        flat(part("forced rules"))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_colour_of_the_stylesheet_has_a_value() {
        let palette = Palette::default();
        let light = light(drawing_rules(), &palette);
        assert!(!light.contains("var("), "{light}");
        let site = include_str!("../../../templates/styles/tokens.css");
        for (name, _) in palette.colours() {
            assert!(site.contains(&format!("--{name}: light-dark(")), "{name}");
            for palette in ["print palette", "forced palette"] {
                assert!(part(palette).contains(&format!("--{name}: ")), "{palette}: {name}");
            }
        }
    }
}
