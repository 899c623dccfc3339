//! The colours of standalone drawings, and the parts of the pages' stylesheet that are used
//! in them too.

/// The stylesheet of pages.
const STYLESHEET: &str = include_str!("../../../static/assets/diagram.css");

/// The stylesheet's palette in sRGB: name, light, dark.
const COLOURS: [(&str, &str, &str); 12] = [
    ("paper", "#fdfaf4", "#17130e"),
    ("raised", "#f7f3eb", "#221d17"),
    ("ink", "#261d16", "#ebe7df"),
    ("muted", "#63594f", "#b0aaa0"),
    ("line", "#dad3c9", "#3d3730"),
    ("edge", "#8a7e70", "#7c7368"),
    ("accent", "#b04613", "#f0995b"),
    ("cool", "#115e5e", "#7bc0bb"),
    ("quality", "#14655d", "#7ec7be"),
    ("format", "#2f4989", "#95b0eb"),
    ("risk", "#ac262a", "#f28881"),
    ("cost", "#886116", "#dbb46d"),
];

/// Returns the rules for drawings.
pub fn drawing_rules() -> &'static str {
    part("drawing")
}

/// Returns the part of the stylesheet between its two marks `name`.
fn part(name: &str) -> &'static str {
    let after = STYLESHEET.split(&format!("/* {name}: begin */")).nth(1).unwrap_or_default();
    after.split(&format!("/* {name}: end */")).next().unwrap_or_default()
}

/// `text` with the light colours in place of their names.
pub fn light(text: &str) -> String {
    COLOURS.iter().fold(text.to_owned(), |text, (name, light, _)| {
        text.replace(&format!("var(--{name})"), light)
    })
}

/// Returns the styles of a file that stands alone and has the light palette already: the
/// changes in the dark, in print and with forced colours. A program without support for
/// them shows the light palette.
pub fn conditional_styles() -> String {
    let dark: String = COLOURS.iter().map(|(name, _, dark)| format!("--{name}:{dark};")).collect();
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
        let light = light(drawing_rules());
        assert!(!light.contains("var("), "{light}");
        let site = include_str!("../../../templates/styles/tokens.css");
        for (name, ..) in COLOURS {
            assert!(site.contains(&format!("--{name}: light-dark(")), "{name}");
            for palette in ["print palette", "forced palette"] {
                assert!(part(palette).contains(&format!("--{name}: ")), "{palette}: {name}");
            }
        }
    }
}
