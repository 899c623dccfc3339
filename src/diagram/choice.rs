//! What an editor chooses by name: signals, tones, actors, icons and the like.

/// Values that an editor chooses by name.
pub trait Choice: Copy + PartialEq + 'static {
    /// Every value with its name.
    const ALL: &'static [(&'static str, Self)];

    /// The name of this value.
    fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, value)| *value == self).map_or("", |(name, _)| name)
    }
}

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($variant,)* }

        impl Choice for $name {
            const ALL: &'static [(&'static str, Self)] = &[$(($word, $name::$variant),)*];
        }
    };
}

choice! {
    /// What a decision is judged by. Each keeps one hue and one icon everywhere.
    Signal { Quality = "quality", Format = "format", Risk = "risk", Cost = "cost", }
}

choice! {
    /// How far a verdict or an item may go.
    Tone { Go = "go", Caution = "caution", Stop = "stop", }
}

choice! {
    /// Who acts in a step.
    Actor { Agent = "agent", Person = "person", Both = "both", }
}

choice! {
    /// What a step is on the path.
    StepType { Step = "step", Gate = "gate", Fallback = "fallback", End = "end", }
}

choice! {
    /// How items are compared.
    CompareStyle { Bars = "bars", Radar = "radar", }
}

choice! {
    /// The pictograms that a stage can have.
    Icon {
        Person = "person",
        Agent = "agent",
        Gate = "gate",
        Guard = "guard",
        Evidence = "evidence",
        Fallback = "fallback",
        Sample = "sample",
        Launch = "launch",
        Flow = "flow",
        Document = "document",
        Clock = "clock",
    }
}
