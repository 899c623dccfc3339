//! The pictograms: one style, a 24 px grid, strokes of 1.75 px with round ends.
//!
//! Each is a path that is stroked and never filled, so it takes the colour of its surroundings,
//! also in print and in high contrast.

use crate::diagram::choice::{Actor, Icon, Signal, Tone};

/// Everything that can be drawn as a pictogram.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    Icon(Icon),
    Signal(Signal),
    Tone(Tone),
    /// A person and a system together.
    Both,
    /// An end of the path.
    End,
    /// An arrow into a stage.
    Enter,
}

impl Glyph {
    /// Returns the path on the 24 px grid.
    pub const fn path(self) -> &'static str {
        match self {
            Glyph::Icon(icon) => of_icon(icon),
            Glyph::Signal(signal) => of_signal(signal),
            Glyph::Tone(tone) => of_tone(tone),
            Glyph::Both => {
                "M7 5.2a2.7 2.7 0 1 0 .01 0zM1.8 19c.4-3.6 2.3-5.6 5.2-5.6 1.5 0 2.7.5 3.6 1.5\
                 M17 12.3a3.7 3.7 0 1 0 .01 0zM17 14.7a1.3 1.3 0 1 0 .01 0zM17 10.1v2.2M17 19.7v2.2\
                 M11.1 16h2.2M20.7 16h2.2M13 12l1.4 1.4M19.6 18.6l1.4 1.4M13 20l1.4-1.4M19.6 13.4l1.4-1.4"
            }
            Glyph::End => "M12 4a8 8 0 1 0 .01 0zM8.4 12.2l2.5 2.5 4.8-5.2",
            Glyph::Enter => "M4 12h11M11 7.5l4.5 4.5-4.5 4.5M20 4.5v15",
        }
    }
}

impl From<Actor> for Glyph {
    fn from(actor: Actor) -> Glyph {
        match actor {
            Actor::System => Glyph::Icon(Icon::System),
            Actor::Person => Glyph::Icon(Icon::Person),
            Actor::Both => Glyph::Both,
        }
    }
}

const fn of_icon(icon: Icon) -> &'static str {
    match icon {
        // A head and shoulders.
        Icon::Person => {
            "M12 3.6a3.9 3.9 0 1 0 .01 0zM4.4 20.4c.6-4.5 3.5-6.9 7.6-6.9s7 2.4 7.6 6.9"
        }
        // A cogwheel.
        Icon::System => {
            "M12 5.8a6.2 6.2 0 1 0 .01 0zM12 9.4a2.6 2.6 0 1 0 .01 0zM12 2.6v3.2M12 18.2v3.2M2.6 \
             12h3.2M18.2 12h3.2M5.4 5.4l2.2 2.2M16.4 16.4l2.2 2.2M5.4 18.6l2.2-2.2M16.4 7.6l2.2-2.2"
        }
        // Posts that rise above two rails with spikes between them, as at a Korean red-arrow gate.
        Icon::Gate => {
            "M4.5 21V2.4M19.5 21V2.4M3.4 7.4h17.2M3.4 11.8h17.2M8.3 4.9v6.9M12 3.9v7.9M15.7 4.9v6.9"
        }
        // A lantern.
        Icon::Guard => {
            "M12 2.4v2.4M8.4 4.8h7.2M8.4 4.8v2.4M15.6 4.8v2.4M8.2 7.2c-2.3 3-2.3 6.6 0 \
             9.6h7.6c2.3-3 2.3-6.6 0-9.6zM12 10v3.6M9.6 16.8v2.4h4.8v-2.4M12 19.2v2.6"
        }
        // Two linked rings.
        Icon::Evidence => "M13.6 14.9A5 5 0 1 1 13.7 9.3M10.4 9.1a5 5 0 1 1-.1 5.6",
        // A path that turns back.
        Icon::Fallback => "M4 5.6h9.2a5.2 5.2 0 0 1 0 10.4H5M8.8 12.2L5 16l3.8 3.8",
        // Sheets, the front one written on.
        Icon::Sample => "M8.5 8H19v12.4H8.5zM5 16.6V4h10.4M11.4 12.2h4.8M11.4 16h4.8",
        // A flag at the end of the path.
        Icon::Launch => "M6 21V3.4M6 4.6h11.6l-2.6 3.7 2.6 3.7H6M3.4 21h5.2",
        // A winding path.
        Icon::Flow => {
            "M3.4 6h10.4a3.5 3.5 0 0 1 0 7H9.4a3.5 3.5 0 0 0 0 7h8.2M15.2 17.2l2.8 2.8-2.8 2.6"
        }
        Icon::Document => "M6 3.5h7.6L18.2 8v12.5H6zM13.6 3.5V8h4.6M9 12.4h6.2M9 16.2h6.2",
        Icon::Clock => "M12 3.5a8.5 8.5 0 1 0 .01 0zM12 7.4V12l3.2 2.2",
    }
}

const fn of_signal(signal: Signal) -> &'static str {
    match signal {
        // A seal with a tick.
        Signal::Quality => {
            "M12 2.8l2.5 1.9 3.1-.1.9 3 2.6 1.8-1.1 2.9 1.1 2.9-2.6 1.8-.9 3-3.1-.1-2.5 \
             1.9-2.5-1.9-3.1.1-.9-3-2.6-1.8L4 12.3 2.9 9.4l2.6-1.8.9-3 3.1.1zM8.4 12.1l2.6 2.5 4.6-5"
        }
        // A form with its fields.
        Signal::Format => "M4 5h16v14H4zM4 9.8h16M10 9.8V19M13.2 14.4h3.6",
        Signal::Risk => "M12 3.8L21.2 19.6H2.8zM12 9.8v4.4M12 16.8v.2",
        // A coin with a square hole.
        Signal::Cost => "M12 3.4a8.6 8.6 0 1 0 .01 0zM9 9h6v6H9z",
    }
}

const fn of_tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Go => "M4.5 12.6l5 5L19.5 7",
        Tone::Caution => "M12 5v8.6M12 18.4v.3",
        Tone::Stop => "M12 3.6a8.4 8.4 0 1 0 .01 0zM6.1 6.1l11.8 11.8",
    }
}
