//! Names for those who act in diagrams, in place of the built-in ones.

use schemars::JsonSchema;
use serde::Deserialize;

use super::PerLang;

/// What those who act in diagrams are called.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
pub struct ActorNames {
    /// Who acts where a step has `actor = "system"`, in both languages.
    system: Option<PerLang<String>>,
    /// Who acts where a step has `actor = "person"`, in both languages.
    person: Option<PerLang<String>>,
    /// Who acts where a step has `actor = "both"`, in both languages.
    both: Option<PerLang<String>>,
}

impl ActorNames {
    /// Returns texts that replace interface strings, by the keys of these.
    pub fn words(&self) -> impl Iterator<Item = (&'static str, &PerLang<String>)> {
        let keys = ["diagram-actor-system", "diagram-actor-person", "diagram-actor-both"];
        let names = [&self.system, &self.person, &self.both];
        keys.into_iter().zip(names).filter_map(|(key, name)| Some((key, name.as_ref()?)))
    }
}
