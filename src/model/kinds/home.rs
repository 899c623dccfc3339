//! The front matter of home pages: nothing of their own.

use schemars::JsonSchema;
use serde::Deserialize;

/// A home page.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
pub struct HomeFields {}

common_fields!(HomeFields {});
