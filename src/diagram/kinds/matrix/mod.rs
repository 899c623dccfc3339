//! Matrix: items on two named axes.

mod draw;
mod place;

use crate::{
    diagram::{
        Arrangement, DiagramKind, Tone,
        layout::Scene,
        outline::{Outline, OutlinePart, say, tone_key},
        structure::{SharedList, SharedPart, Texts},
        values::{choice, counted, id, number, optional_words, unique, words},
    },
    fields::Fields,
    i18n::Strings,
    span::At,
};

/// Items on two named axes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    pub x: Axis,
    pub y: Axis,
    pub tones: ToneWords,
    pub items: Vec<MatrixItem>,
}

/// What the tones of a matrix mean, where its editor says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToneWords {
    pub go: Option<String>,
    pub caution: Option<String>,
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    pub label: String,
    pub low: String,
    pub high: String,
}

/// An item at its place, from 0 to 100 on both axes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixItem {
    pub id: At<String>,
    pub label: String,
    pub x: u8,
    pub y: u8,
    pub tone: Tone,
}

impl DiagramKind for Matrix {
    fn read(fields: &mut Fields) -> Self {
        let (x, y) = (axis(fields, "x"), axis(fields, "y"));
        let tones = fields.table("tones", |tones| ToneWords {
            go: optional_words(tones, "go"),
            caution: optional_words(tones, "caution"),
            stop: optional_words(tones, "stop"),
        });
        let items = counted(fields, "items", 1..=12, |item| MatrixItem {
            id: id(item),
            label: words(item, "label"),
            x: number(item, "x", 0..=100),
            y: number(item, "y", 0..=100),
            tone: choice(item, "tone", Tone::Go),
        });
        unique(items.iter().map(|item| &item.id), fields.block);
        Matrix { x, y, tones: tones.unwrap_or_default(), items }
    }

    fn draw(&self, arrangement: Arrangement, strings: &Strings) -> Scene {
        draw::draw(self, arrangement, strings)
    }

    fn outline(&self, strings: &Strings) -> Outline {
        let (x, y) = (&self.x, &self.y);
        let particulars = [
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
            intro: say(strings, "diagram-intro-matrix", particulars),
            parts: vec![OutlinePart::Table { head, rows }],
        }
    }

    fn own_values(&self, part: SharedPart) -> SharedPart {
        let tones = &self.tones;
        part.words("tones.go", tones.go.as_ref())
            .words("tones.caution", tones.caution.as_ref())
            .words("tones.stop", tones.stop.as_ref())
    }

    fn lists(&self) -> Vec<SharedList> {
        let items = self.items.iter().map(|item| {
            SharedPart::new(&item.id)
                .is("x", item.x)
                .is("y", item.y)
                .choice("tone", Some(item.tone))
        });
        vec![("items", items.collect())]
    }

    fn collect_texts<'a>(&'a self, texts: &mut Texts<'a>) {
        for Axis { label, low, high } in [&self.x, &self.y] {
            [label, low, high].into_iter().for_each(|text| texts.add(text));
        }
        self.items.iter().for_each(|item| texts.add(&item.label));
    }
}

fn axis(fields: &mut Fields, key: &'static str) -> Axis {
    if !fields.has(key) {
        fields
            .report_missing(key, format!("{key} = {{ label = \"…\", low = \"…\", high = \"…\" }}"));
    }
    let axis = fields.table(key, |axis| Axis {
        label: words(axis, "label"),
        low: words(axis, "low"),
        high: words(axis, "high"),
    });
    let nothing = String::new;
    axis.unwrap_or_else(|| Axis { label: nothing(), low: nothing(), high: nothing() })
}

/// What a tone of a matrix means: in its editor's words, or in the catalog's.
pub fn tone_words(matrix: &Matrix, tone: Tone, strings: &Strings) -> String {
    let named = matrix.tones.get(tone).cloned();
    named.unwrap_or_else(|| strings.get(tone_key(tone)))
}
