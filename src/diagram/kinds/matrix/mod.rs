//! Matrix: items on two named axes.

mod draw;
mod place;

pub use draw::{LARGE, axes_below, axis_above, ground};
pub use place::{EDGE as DOT_EDGE, places};

use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    diagram::{
        Arrangement, DiagramKind, Tone,
        layout::Scene,
        outline::{Outline, OutlinePart, say, tone_key},
    },
    i18n::Strings,
    schema::TomlBlock,
    span::At,
};

/// Items on two named axes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(extend("x-drawn" = true))]
pub struct Matrix {
    /// The axis from left to right.
    pub x: Axis,
    /// The axis from the bottom to the top.
    pub y: Axis,
    /// What the tones mean, where that is not “go”, “caution” and “stop”.
    #[serde(default)]
    pub tones: ToneWords,
    /// What stands on the two axes.
    #[schemars(length(min = 1, max = 12))]
    pub items: Vec<MatrixItem>,
}

/// What the tones of a matrix mean, where its editor says so.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct ToneWords {
    /// What the tone `go` means.
    #[schemars(extend("x-translated" = true))]
    pub go: Option<String>,
    /// What the tone `caution` means.
    #[schemars(extend("x-translated" = true))]
    pub caution: Option<String>,
    /// What the tone `stop` means.
    #[schemars(extend("x-translated" = true))]
    pub stop: Option<String>,
}

impl ToneWords {
    pub const fn get(&self, tone: Tone) -> Option<&String> {
        match tone {
            Tone::Go => self.go.as_ref(),
            Tone::Caution => self.caution.as_ref(),
            Tone::Stop => self.stop.as_ref(),
        }
    }
}

/// What an axis is called, and its two ends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(extend("x-name" = "diagram-axis"))]
pub struct Axis {
    /// What the axis is called.
    #[schemars(extend("x-translated" = true))]
    pub label: String,
    /// What its lower end means.
    #[schemars(extend("x-translated" = true))]
    pub low: String,
    /// What its upper end means.
    #[schemars(extend("x-translated" = true))]
    pub high: String,
}

/// An item at its place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct MatrixItem {
    /// The name of the item, the same in both languages.
    #[schemars(extend("format" = "id"))]
    pub id: At<String>,
    /// What the item is called.
    #[schemars(extend("x-translated" = true))]
    pub label: String,
    /// Where the item stands on the x axis.
    #[schemars(range(min = 0, max = 100))]
    pub x: u8,
    /// Where the item stands on the y axis.
    #[schemars(range(min = 0, max = 100))]
    pub y: u8,
    /// How far the item may go: that gives its colour and its form.
    pub tone: Tone,
}

impl DiagramKind for Matrix {
    type Written = Self;

    fn resolve(written: Self, _: &mut TomlBlock) -> Self {
        written
    }

    fn draw(&self, arrangement: Arrangement, strings: &Strings) -> Scene {
        draw::draw(self, arrangement, strings)
    }

    fn outline(&self, strings: &Strings) -> Outline {
        let (x, y) = (&self.x, &self.y);
        let arguments = [
            ("count", self.items.len().into()),
            ("x", x.label.as_str().into()),
            ("x-low", x.low.as_str().into()),
            ("x-high", x.high.as_str().into()),
            ("y", y.label.as_str().into()),
            ("y-low", y.low.as_str().into()),
            ("y-high", y.high.as_str().into()),
        ];
        let head = vec![
            strings.get("diagram-column-item"),
            x.label.clone(),
            y.label.clone(),
            strings.get("diagram-column-verdict"),
        ];
        let place = |value: u8| say(strings, "diagram-position", [("value", value.into())]);
        let rows = self.items.iter().map(|item| {
            let tone = tone_words(self, item.tone, strings);
            vec![item.label.clone(), place(item.x), place(item.y), tone]
        });
        let rows = rows.collect();
        Outline {
            intro: say(strings, "diagram-intro-matrix", arguments),
            parts: vec![OutlinePart::Table { head, rows }],
        }
    }
}

/// Returns the meaning of a tone: in its editor's words, or in the catalog's.
pub fn tone_words(matrix: &Matrix, tone: Tone, strings: &Strings) -> String {
    let named = matrix.tones.get(tone).cloned();
    named.unwrap_or_else(|| strings.get(tone_key(tone)))
}
