//! The named values that an editor chooses from: signals, tones, actors, icons and the like.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a decision is judged by. Each keeps one hue and one pictogram everywhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(extend("x-name" = "diagram-signal"))]
pub enum Signal {
    /// How good the results are.
    #[default]
    Quality,
    /// In what form things come and go.
    Format,
    /// What can go wrong.
    Risk,
    /// What it takes in money and time.
    Cost,
}

/// How far a verdict or an item may go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(extend("x-name" = "diagram-tone"))]
pub enum Tone {
    /// It may go ahead.
    #[default]
    Go,
    /// It may go ahead with care.
    Caution,
    /// It may not go ahead.
    Stop,
}

/// Who acts in a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(extend("x-name" = "diagram-actor"))]
pub enum Actor {
    /// A system that acts by itself.
    System,
    /// A person.
    Person,
    /// The system and a person together.
    Both,
}

/// What a step is on the path.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(extend("x-name" = "diagram-type"))]
pub enum StepType {
    /// An ordinary step.
    #[default]
    Step,
    /// A check that lets pass or turns back.
    Gate,
    /// What is done where something fails.
    Fallback,
    /// An end of the path.
    End,
}

/// How items are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(extend("x-name" = "diagram-style"))]
pub enum CompareStyle {
    /// For each signal a bar for each item.
    #[default]
    Bars,
    /// A corner for each signal and a line around for each item.
    Radar,
}

/// The pictograms that a stage can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(extend("x-name" = "diagram-icon"))]
pub enum Icon {
    /// A head and shoulders.
    Person,
    /// A cogwheel.
    System,
    /// A gate with spikes.
    Gate,
    /// A lantern.
    Guard,
    /// Two linked rings.
    Evidence,
    /// A path that turns back.
    Fallback,
    /// Sheets, the front one written on.
    Sample,
    /// A flag at the end of the path.
    Launch,
    /// A winding path.
    Flow,
    /// A document.
    Document,
    /// A clock.
    Clock,
}
