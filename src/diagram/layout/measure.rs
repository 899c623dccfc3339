//! Measures text and breaks it into lines, in whole units of the drawing.

#[cfg(test)]
use super::advances::advance;

/// How much the readers' fonts may differ from the measured ones, in percent.
const SLACK: u32 = 6;

/// The style of a text. The stylesheet has a class for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextStyle {
    /// A title above a standalone drawing.
    Title,
    /// The name of a thing.
    Label,
    /// A sentence about a thing.
    Note,
    /// The smallest text: chips, ends of axes, captions of lists.
    Small,
    /// The smallest text in bold.
    Strong,
}

impl TextStyle {
    #[cfg(test)]
    pub const ALL: [TextStyle; 5] =
        [TextStyle::Title, TextStyle::Label, TextStyle::Note, TextStyle::Small, TextStyle::Strong];

    /// Returns font size, line height and weight.
    const fn metrics(self) -> (i32, i32, bool) {
        match self {
            TextStyle::Title => (20, 27, true),
            TextStyle::Label => (16, 22, true),
            TextStyle::Note => (14, 20, false),
            TextStyle::Small => (13, 18, false),
            TextStyle::Strong => (13, 18, true),
        }
    }

    /// Returns the size of the letters.
    pub const fn size(self) -> i32 {
        self.metrics().0
    }

    /// Returns the distance from one baseline to the next.
    pub const fn leading(self) -> i32 {
        self.metrics().1
    }

    /// Returns whether it is set in the bold weight.
    pub const fn bold(self) -> bool {
        self.metrics().2
    }

    /// Returns the distance from the top of a line to its baseline, so that capitals and
    /// syllables are centred.
    pub const fn ascent(self) -> i32 {
        (self.leading() * 10 + self.size() * 7 + 10) / 20
    }

    /// Returns the class in the stylesheet.
    pub const fn class(self) -> &'static str {
        match self {
            TextStyle::Title => "dg-title",
            TextStyle::Label => "dg-label",
            TextStyle::Note => "dg-note",
            TextStyle::Small => "dg-small",
            TextStyle::Strong => "dg-strong",
        }
    }
}

/// Text broken into lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextLines {
    pub lines: Vec<String>,
    /// The width of the widest line, with slack for other fonts.
    pub width: i32,
    pub style: TextStyle,
}

impl TextLines {
    /// Returns the distance from the top of the first line to the bottom of the last.
    pub fn height(&self) -> i32 {
        self.lines.len() as i32 * self.style.leading()
    }
}

/// Returns the width of `text` in one line, with its slack.
#[cfg(test)]
pub fn width(text: &str, style: TextStyle) -> i32 {
    let thousandths = text.chars().map(|c| u32::from(advance(c, style.bold()))).sum();
    units(thousandths, style)
}

/// Converts thousandths of an em to units of the drawing, rounded up.
pub fn units(thousandths: u32, style: TextStyle) -> i32 {
    (thousandths * style.size() as u32 * (100 + SLACK)).div_ceil(100_000) as i32
}

/// Returns how many thousandths of an em fit into `width` units.
pub fn available_ems(width: i32, style: TextStyle) -> u32 {
    (width.max(0) as u32 * 100_000) / (style.size() as u32 * (100 + SLACK))
}
