//! Profiles.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::{At, Illustration, KindInfo, ListOrder, PageRef};

/// The properties of profiles.
pub const INFO: KindInfo = KindInfo {
    name: "profile",
    folder: "profiles",
    template: "profile.html",
    title: "profiles",
    introduction: Some("profiles-deck"),
    label: "kind-profile",
    image_label: "kind-profile",
    order: ListOrder::Number,
    feed: None,
    illustration: Illustration::Person,
};

/// A profile: a group of readers and what they should read.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
pub struct ProfileFields {
    /// Where the profile stands among all profiles: smaller numbers first, those without
    /// one last.
    #[schemars(extend("x-shared" = true))]
    pub order: Option<i64>,
    /// The guides that these readers should read, in order.
    #[serde(default)]
    #[schemars(example = ["suppliers"], extend("x-shared" = true))]
    pub path: Vec<At<PageRef>>,
    /// What these readers are called in a list of readers: “beginners”.
    #[schemars(extend("x-translated" = true))]
    pub team: Option<String>,
}

common_fields!(ProfileFields { order } {
    fn path(&self) -> Vec<&At<PageRef>> {
        self.path.iter().collect()
    }
});
