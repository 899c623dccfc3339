//! The two languages of a guide, and a value for each of them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A language of the guide. There are only these two: another one would need particles,
/// typography and catalogs, not just a setting.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(rename_all = "lowercase")]
#[schemars(extend("x-name" = "language"))]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Korean.
    Ko,
}

impl Lang {
    /// Both languages, in the order in which they are listed everywhere.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Ko];

    /// Returns the BCP 47 tag, as used in file names, addresses and `lang` attributes.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Ko => "ko",
        }
    }

    /// Returns the language of a file suffix or setting.
    pub fn from_code(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// Returns the other language of the pair.
    pub const fn other(self) -> Lang {
        match self {
            Lang::En => Lang::Ko,
            Lang::Ko => Lang::En,
        }
    }

    /// Returns how many words most people read in a minute. A Korean word is what stands
    /// between spaces (eojeol).
    pub const fn words_a_minute(self) -> u32 {
        match self {
            Lang::En => 220,
            Lang::Ko => 160,
        }
    }

    /// Returns the language's own name, for a language switch.
    pub const fn own_name(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Ko => "한국어",
        }
    }

    /// Returns the locale as Open Graph writes it (`language_TERRITORY`).
    pub const fn og_locale(self) -> &'static str {
        match self {
            Lang::En => "en_US",
            Lang::Ko => "ko_KR",
        }
    }
}

/// One value for each language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(extend("x-name" = "in-language"))]
pub struct PerLang<T> {
    /// In English.
    pub en: T,
    /// In Korean.
    pub ko: T,
}

impl<T> PerLang<T> {
    /// Makes the value of each language with `make`.
    pub fn from_fn(mut make: impl FnMut(Lang) -> T) -> Self {
        PerLang { en: make(Lang::En), ko: make(Lang::Ko) }
    }

    /// Returns the value for `lang`.
    pub fn get(&self, lang: Lang) -> &T {
        match lang {
            Lang::En => &self.en,
            Lang::Ko => &self.ko,
        }
    }

    /// Returns the value for `lang`, to be changed.
    pub fn get_mut(&mut self, lang: Lang) -> &mut T {
        match lang {
            Lang::En => &mut self.en,
            Lang::Ko => &mut self.ko,
        }
    }
}
