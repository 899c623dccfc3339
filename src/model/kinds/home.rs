//! Home pages.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::{Illustration, KindInfo, ListOrder};

/// The properties of home pages.
pub const INFO: KindInfo = KindInfo {
    name: "home",
    folder: "",
    template: "home.html",
    title: "home",
    introduction: None,
    label: "kind-home",
    image_label: "preview-about",
    order: ListOrder::Date,
    feed: None,
    illustration: Illustration::Gates,
};

/// A home page.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
pub struct HomeFields {}

common_fields!(HomeFields {});
