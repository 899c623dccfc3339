//! The colours of standalone drawings, and the parts of the pages' stylesheet that are used
//! in them too.

use crate::palette::Palette;

/// The stylesheet of pages.
const STYLESHEET: &str = include_str!("../../../static/assets/diagram.css");

/// Returns the rules for drawings.
pub fn drawing_rules() -> &'static str {
    part("drawing")
}

/// Returns the part of the stylesheet between its two marks `name`.
fn part(name: &str) -> &'static str {
    let after = STYLESHEET.split(&format!("/* {name}: begin */")).nth(1).unwrap_or_default();
    after.split(&format!("/* {name}: end */")).next().unwrap_or_default()
}

/// Returns `text` with the light colours in place of their names.
pub fn light(text: &str, palette: &Palette) -> String {
    palette.colours().fold(text.to_owned(), |text, (name, shades)| {
        text.replace(&format!("var(--{name})"), &shades.light.to_string())
    })
}

/// Returns the styles of a file that stands alone and has the light palette already: the
/// changes in the dark, in print and with forced colours. A program without support for
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
    fn every_colour_of_the_stylesheet_has_a_plain_one() {
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
