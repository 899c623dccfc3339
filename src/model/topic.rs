//! Topics of guides, as the settings declare them: `[topics.risk]`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Illustration, Lang, PerLang};

/// What guides can be about.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct Topic {
    /// What the topic is called in English: the heading above its guides.
    en: String,
    /// What the topic is called in Korean.
    ko: String,
    /// What one guide on the topic is called, in both languages: “Risk guide”. Without this
    /// key: as the topic is.
    label: Option<PerLang<String>>,
    /// The drawing on the preview images of its guides that have no diagram. Without this
    /// key: gates.
    pub illustration: Option<Illustration>,
}

impl Topic {
    /// Returns the name of the topic.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Ko => &self.ko,
        }
    }

    /// Returns the label of a single guide on the topic.
    pub fn label(&self, lang: Lang) -> &str {
        self.label.as_ref().map_or(self.name(lang), |label| label.get(lang))
    }
}
