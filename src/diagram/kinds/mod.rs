//! The kinds of diagram, one in each file or folder, and their list.

pub mod compare;
pub mod conversation;
pub mod decision;
pub mod evidence;
pub mod matrix;
pub mod practice;
pub mod rollout;
pub mod signals;
pub mod workflow;

use std::{
    ops::{Deref, DerefMut},
    sync::LazyLock,
};

use schemars::JsonSchema;
use serde::Deserialize;

use super::kind::DiagramKind;
use crate::{
    schema::{CheckedValue, Declaration, Format, TomlBlock, id_format},
    span::At,
};

static FORMATS: [Format; 1] = [id_format()];

macro_rules! kinds {
    ($($(#[$meta:meta])* $module:ident::$Kind:ident,)*) => {
        /// The kinds of diagram.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
        #[serde(rename_all = "lowercase")]
        #[schemars(extend("x-name" = "diagram-kind"))]
        pub enum KindName { $($(#[$meta])* $Kind,)* }

        impl KindName {
            /// All kinds in the order in which they are listed.
            pub const ALL: &'static [KindName] = &[$(KindName::$Kind),*];

            /// Returns the name, as `kind = "…"` has it.
            pub const fn as_str(self) -> &'static str {
                match self { $(KindName::$Kind => stringify!($module),)* }
            }

            /// Returns everything that may be written in a block of this kind.
            pub fn declaration(self) -> &'static Declaration {
                match self { $(KindName::$Kind => {
                    static DECLARATION: LazyLock<Declaration> = LazyLock::new(|| {
                        let name = concat!("diagram-", stringify!($module));
                        let head = Declaration::new("diagram", &FORMATS, DiagramHead::json_schema);
                        head.and(name, <$module::$Kind as DiagramKind>::Written::json_schema)
                    });
                    &DECLARATION
                })* }
            }
        }

        /// The data of a diagram, of any kind.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum DiagramData { $($Kind($module::$Kind),)* }

        impl DiagramData {
            /// Returns the kind.
            pub const fn kind(&self) -> KindName {
                match self { $(DiagramData::$Kind(_) => KindName::$Kind,)* }
            }

            /// Makes the data of a checked block of the kind `kind`.
            pub fn read(kind: KindName, checked: &CheckedValue, block: &mut TomlBlock) -> Self {
                match kind { $(KindName::$Kind => {
                    DiagramData::$Kind(DiagramKind::resolve(checked.read(), block))
                })* }
            }
        }

        impl Deref for DiagramData {
            type Target = dyn DiagramKind;

            fn deref(&self) -> &Self::Target {
                match self { $(DiagramData::$Kind(data) => data,)* }
            }
        }

        impl DerefMut for DiagramData {
            fn deref_mut(&mut self) -> &mut Self::Target {
                match self { $(DiagramData::$Kind(data) => data,)* }
            }
        }
    };
}

kinds! {
    /// What is to be decided, its flow, and the signals that decide.
    #[default]
    signals::Signals,
    /// Numbered steps with links between them.
    workflow::Workflow,
    /// Signals with levels, and a chain of evidence that ends in a decision.
    evidence::Evidence,
    /// Questions that end in verdicts.
    decision::Decision,
    /// Items on two axes.
    matrix::Matrix,
    /// Stages over time.
    rollout::Rollout,
    /// Items scored signal by signal.
    compare::Compare,
    /// Short cases for readers to judge, with what is right. It is not drawn.
    practice::Practice,
    /// Messages, and what is said about words in them.
    conversation::Conversation,
}

impl DiagramData {
    /// Returns the questions and verdicts, if this is a decision.
    pub fn as_decision(&self) -> Option<&decision::Decision> {
        match self {
            DiagramData::Decision(decision) => Some(decision),
            DiagramData::Signals(_)
            | DiagramData::Workflow(_)
            | DiagramData::Evidence(_)
            | DiagramData::Matrix(_)
            | DiagramData::Rollout(_)
            | DiagramData::Compare(_)
            | DiagramData::Practice(_)
            | DiagramData::Conversation(_) => None,
        }
    }

    /// Returns the messages, if this is a conversation.
    pub fn as_conversation(&self) -> Option<&conversation::Conversation> {
        if let DiagramData::Conversation(conversation) = self { Some(conversation) } else { None }
    }

    /// Returns the cases, if this is a practice.
    pub fn as_practice(&self) -> Option<&practice::Practice> {
        match self {
            DiagramData::Practice(practice) => Some(practice),
            DiagramData::Conversation(_) => None,
            DiagramData::Signals(_)
            | DiagramData::Workflow(_)
            | DiagramData::Evidence(_)
            | DiagramData::Decision(_)
            | DiagramData::Matrix(_)
            | DiagramData::Rollout(_)
            | DiagramData::Compare(_) => None,
        }
    }
}

/// The keys that every diagram has.
#[derive(Default, Deserialize, JsonSchema)]
#[schemars(extend("x-drawn" = true))]
pub struct DiagramHead {
    /// The kind of diagram.
    pub kind: KindName,
    /// The name of the diagram, the same in both languages: unique on its page, and the
    /// name of its SVG file.
    #[schemars(extend("format" = "id"))]
    pub id: At<String>,
    /// The title above the drawing.
    #[schemars(extend("x-translated" = true))]
    pub title: String,
    /// One sentence below the drawing that says what to see.
    #[schemars(extend("x-translated" = true))]
    pub caption: String,
    /// A description for those who do not see the drawing, in place of the one that is
    /// composed from the data.
    #[schemars(extend("x-translated" = true))]
    pub alt: Option<String>,
}

impl KindName {
    /// Returns the kind of this name.
    pub fn from_name(name: &str) -> Option<KindName> {
        KindName::ALL.iter().copied().find(|kind| kind.as_str() == name)
    }
}
