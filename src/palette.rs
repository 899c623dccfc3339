//! The colours of a site: those of the theme, with an accent and a cool colour that
//! the settings may replace.

use crate::colour::Colour;

/// A colour on a light and on a dark background.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Shades {
    pub light: Colour,
    pub dark: Colour,
}

const fn shades(light: u32, dark: u32) -> Shades {
    Shades { light: Colour::new(light), dark: Colour::new(dark) }
}

pub const PAPER: Shades = shades(0xfdfaf4, 0x17130e);
/// The background of cards.
pub const RAISED: Shades = shades(0xf7f3eb, 0x221d17);
pub const INK: Shades = shades(0x261d16, 0xebe7df);
pub const MUTED: Shades = shades(0x63594f, 0xb0aaa0);

/// Those colours of the stylesheet that are the same on every site, in sRGB.
const FIXED: [(&str, Shades); 10] = [
    ("paper", PAPER),
    ("raised", RAISED),
    ("ink", INK),
    ("muted", MUTED),
    ("line", shades(0xdad3c9, 0x3d3730)),
    ("edge", shades(0x8a7e70, 0x7c7368)),
    ("quality", shades(0x14655d, 0x7ec7be)),
    ("format", shades(0x2f4989, 0x95b0eb)),
    ("risk", shades(0xac262a, 0xf28881)),
    ("cost", shades(0x886116, 0xdbb46d)),
];

/// The colours of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Palette {
    pub accent: Shades,
    pub cool: Shades,
}

impl Default for Palette {
    fn default() -> Self {
        Palette { accent: shades(0xb04613, 0xf0995b), cool: shades(0x115e5e, 0x7bc0bb) }
    }
}

impl Palette {
    /// Returns every colour by its name in the stylesheet.
    pub fn colours(&self) -> impl Iterator<Item = (&'static str, Shades)> + use<> {
        FIXED.into_iter().chain([("accent", self.accent), ("cool", self.cool)])
    }
}

impl Shades {
    /// Returns `light` and the same hue for a dark background.
    pub fn from_light(light: Colour) -> Shades {
        Shades { light, dark: light.for_dark(RAISED.dark) }
    }
}
