//! What the groups of samples on the scorecard are called, where the built-in words do not fit.

use schemars::JsonSchema;
use serde::Deserialize;

use super::PerLang;

/// What the groups of samples on the scorecard are called.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
pub struct SampleNames {
    /// The three everyday samples.
    normal: Option<SampleName>,
    /// The three unusual samples.
    edge: Option<SampleName>,
    /// The two samples without which nothing is decided.
    high_risk: Option<SampleName>,
    /// The two samples that must have a certain form.
    strict: Option<SampleName>,
}

/// What a group of samples is called.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct SampleName {
    /// Above each of them, before its number, in both languages: “High-risk”.
    label: PerLang<String>,
    /// One of them within a sentence, in both languages: “a high-risk sample”.
    one: PerLang<String>,
}

impl SampleNames {
    /// Returns texts that replace interface strings, by the keys of these.
    pub fn words(&self) -> impl Iterator<Item = (&'static str, &PerLang<String>)> {
        let names = [
            (["sample-normal", "sample-in-normal"], &self.normal),
            (["sample-edge", "sample-in-edge"], &self.edge),
            (["sample-high-risk", "sample-in-high-risk"], &self.high_risk),
            (["sample-strict", "sample-in-strict"], &self.strict),
        ];
        let named = names.into_iter().filter_map(|(keys, name)| Some((keys, name.as_ref()?)));
        named.flat_map(|([label, one], name)| [(label, &name.label), (one, &name.one)])
    }
}
