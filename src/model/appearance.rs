//! The appearance of a site: `[theme]` in the settings.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{At, Lang, PerLang};
use crate::{
    colour::Colour,
    palette::{Palette, Shades},
};

/// The look of a site, as far as no stylesheet is needed for it.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
pub struct Appearance {
    /// The colour of links, of the line that leads through a page, and of emphasis: `#b04613`.
    /// Text in it must be legible on the light background; the colour for the dark theme is
    /// computed from it.
    #[schemars(example = "#b04613")]
    accent: Option<Colour>,
    /// The second colour: of small headings and of less important parts.
    #[schemars(example = "#115e5e")]
    cool: Option<Colour>,
    /// The logo: an SVG file below `static/assets`. It replaces the gate, giljabi's own mark:
    /// before the site's name, in the icons and on preview images.
    #[schemars(example = "logo.svg")]
    pub logo: Option<At<String>>,
    /// A sentence at the end of every page, in both languages: who answers for the site, or
    /// under which terms it may be used.
    footer: Option<PerLang<String>>,
    /// Links to other sites, after those of the header.
    #[serde(default)]
    pub links: Vec<OutwardLink>,
}

/// A link to another site.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct OutwardLink {
    /// Where it leads.
    #[schemars(example = "https://example.com", extend("format" = "web-address"))]
    pub url: String,
    /// What it is called in English.
    en: String,
    /// What it is called in Korean.
    ko: String,
}

impl Appearance {
    /// Returns the colours of the site.
    pub fn palette(&self) -> Palette {
        let built_in = Palette::default();
        Palette {
            accent: self.accent.map_or(built_in.accent, Shades::from_light),
            cool: self.cool.map_or(built_in.cool, Shades::from_light),
        }
    }

    /// Returns the sentence at the end of every page.
    pub fn footer(&self, lang: Lang) -> Option<&str> {
        self.footer.as_ref().map(|texts| texts.get(lang).as_str())
    }
}

impl OutwardLink {
    /// Returns the text of the link.
    pub fn text(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Ko => &self.ko,
        }
    }
}
