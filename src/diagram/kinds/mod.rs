//! The kinds of diagram, one in each file or folder, and their list.

pub mod compare;
pub mod decision;
pub mod evidence;
pub mod matrix;
pub mod rollout;
pub mod signals;
pub mod workflow;

use std::ops::{Deref, DerefMut};

use super::DiagramKind;
use crate::fields::Fields;

macro_rules! kinds {
    ($($module:ident::$Kind:ident,)*) => {
        $(pub use $module::$Kind;)*

        /// What a diagram shows.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum DiagramData { $($Kind($Kind),)* }

        impl DiagramData {
            /// The kinds' names, as `kind = "…"` has them.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($module)),*];

            /// Returns the name of this kind.
            pub const fn name(&self) -> &'static str {
                match self { $(DiagramData::$Kind(_) => stringify!($module),)* }
            }

            /// Reads the data of the kind `name`; `None` where there is no such kind.
            pub fn read(name: &str, fields: &mut Fields) -> Option<Self> {
                $(if name == stringify!($module) {
                    return Some(DiagramData::$Kind(DiagramKind::read(fields)));
                })*
                None
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
    signals::Signals,
    workflow::Workflow,
    evidence::Evidence,
    decision::Decision,
    matrix::Matrix,
    rollout::Rollout,
    compare::Compare,
}
