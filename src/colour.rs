//! Colours as editors write them, their contrast, and lighter or darker shades of the same hue.
//!
//! Contrast is that of WCAG 2.2; lightness and chroma are those of OKLCH (CSS Color 4).

use std::fmt;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::markup::AttributeValue;

/// A colour in sRGB, as `#b04613`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(try_from = "String")]
#[schemars(with = "String", extend("format" = "colour"))]
pub struct Colour([u8; 3]);

/// The least contrast of text with its background.
pub const LEAST_CONTRAST: f64 = 4.5;

impl Colour {
    /// Returns the colour `0xrrggbb`.
    pub const fn new(rgb: u32) -> Colour {
        Colour([(rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8])
    }

    /// Reads `#rrggbb`.
    pub fn parse(written: &str) -> Option<Colour> {
        let digits = written.strip_prefix('#')?;
        let fits = digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        fits.then(|| u32::from_str_radix(digits, 16).ok().map(Colour::new))?
    }

    /// Returns red, green and blue, from 0 to 255.
    pub const fn rgb(self) -> [u8; 3] {
        self.0
    }

    /// Returns the contrast ratio of two colours, from 1 to 21.
    pub fn contrast(self, other: Colour) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Returns the colour of the nearest lightness that can be read on `ground`.
    pub fn readable_on(self, ground: Colour) -> Colour {
        const STEPS: i32 = 1000;
        let own = Oklch::from(self);
        let ground_is_light = ground.luminance() > 0.5;
        let step = if ground_is_light { -1.0 } else { 1.0 } / f64::from(STEPS);
        let shades = (0..=STEPS).map(|at| own.at_lightness(own.lightness + f64::from(at) * step));
        let mut readable = shades.filter(|shade| shade.contrast(ground) >= LEAST_CONTRAST);
        readable.next().unwrap_or(if ground_is_light { Colour([0; 3]) } else { Colour([255; 3]) })
    }

    /// Returns the same hue as a light, muted colour for text on the dark `ground`.
    pub fn for_dark(self, ground: Colour) -> Colour {
        const LIGHTNESS: f64 = 0.76;
        const MOST_CHROMA: f64 = 0.13;
        let own = Oklch::from(self);
        let soft = Oklch { chroma: own.chroma.min(MOST_CHROMA), ..own };
        soft.at_lightness(LIGHTNESS).readable_on(ground)
    }

    /// Returns a mixture of which `share` hundredths are this colour and the rest `other`.
    pub fn mixed(self, share: u32, other: Colour) -> Colour {
        let part = |at: usize| {
            (u32::from(self.0[at]) * share + u32::from(other.0[at]) * (100 - share) + 50) / 100
        };
        Colour([0, 1, 2].map(|at| part(at) as u8))
    }

    /// Returns the relative luminance of WCAG 2.2.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Returns red, green and blue as linear light, from 0 to 1.
    fn linear(self) -> [f64; 3] {
        self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        })
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl AttributeValue for Colour {
    fn write(self, out: &mut String) {
        format_args!("{self}").write(out);
    }
}

impl TryFrom<String> for Colour {
    type Error = &'static str;

    fn try_from(written: String) -> Result<Self, Self::Error> {
        Colour::parse(&written).ok_or("a colour")
    }
}

/// A colour in OKLCH; the hue by its cosine and sine.
#[derive(Clone, Copy)]
struct Oklch {
    lightness: f64,
    chroma: f64,
    hue: (f64, f64),
}

impl Oklch {
    /// Returns the colour at another lightness, with as much of its chroma as sRGB can show
    /// there.
    fn at_lightness(self, lightness: f64) -> Colour {
        const PARTS: i32 = 50;
        let lightness = lightness.clamp(0.0, 1.0);
        let with = |part: i32| {
            let chroma = self.chroma * f64::from(part) / f64::from(PARTS);
            Oklch { lightness, chroma, ..self }.in_srgb()
        };
        (0..=PARTS).rev().find_map(with).unwrap_or(Colour([(lightness * 255.0) as u8; 3]))
    }

    /// Returns the colour in sRGB, or `None` if sRGB cannot show it.
    fn in_srgb(self) -> Option<Colour> {
        let (a, b) = (self.chroma * self.hue.0, self.chroma * self.hue.1);
        let cube = |root: f64| root * root * root;
        let l = cube(self.lightness + 0.3963377774 * a + 0.2158037573 * b);
        let m = cube(self.lightness - 0.1055613458 * a - 0.0638541728 * b);
        let s = cube(self.lightness - 0.0894841775 * a - 1.2914855480 * b);
        let linear = [
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s,
        ];
        let fits = linear.iter().all(|part| (-0.002..=1.002).contains(part));
        fits.then(|| Colour(linear.map(curved)))
    }
}

impl From<Colour> for Oklch {
    fn from(colour: Colour) -> Oklch {
        let [red, green, blue] = colour.linear();
        let l = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue).cbrt();
        let m = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue).cbrt();
        let s = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue).cbrt();
        let a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
        let b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
        let chroma = a.hypot(b);
        let hue = if chroma > 0.0 { (a / chroma, b / chroma) } else { (1.0, 0.0) };
        let lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
        Oklch { lightness, chroma, hue }
    }
}

/// Applies the transfer curve of sRGB to a linear part.
fn curved(part: f64) -> u8 {
    let part = part.clamp(0.0, 1.0);
    let part = if part <= 0.0031308 { part * 12.92 } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 };
    (part * 255.0).round() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_digits_are_a_colour() {
        assert_eq!(Colour::parse("#b04613"), Some(Colour::new(0xb04613)));
        assert_eq!(Colour::new(0xb04613).to_string(), "#b04613");
        for bad in ["b04613", "#b04", "#b0461g", "#+04613", "red", "#b0461300"] {
            assert_eq!(Colour::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let (black, white) = (Colour::new(0), Colour::new(0xffffff));
        assert!((black.contrast(white) - 21.0).abs() < 0.001);
        assert!((Colour::new(0x777777).contrast(white) - 4.478).abs() < 0.001);
    }

    #[test]
    fn every_hue_has_a_readable_shade_on_light_and_dark() {
        let (paper, night) = (Colour::new(0xf7f3eb), Colour::new(0x221d17));
        for rgb in (0..0x1000000).step_by(0x10103) {
            let colour = Colour::new(rgb);
            let light = colour.readable_on(paper);
            assert!(light.contrast(paper) >= LEAST_CONTRAST, "{colour} on paper: {light}");
            if colour.contrast(paper) >= LEAST_CONTRAST {
                let near = |a: [u8; 3], b: [u8; 3]| (0..3).all(|at| a[at].abs_diff(b[at]) <= 8);
                assert!(near(light.rgb(), colour.rgb()), "{colour} became {light}");
            }
            let dark = colour.for_dark(night);
            assert!(dark.contrast(night) >= LEAST_CONTRAST, "{colour} in the dark: {dark}");
        }
    }
}
