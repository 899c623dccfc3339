//! Releases, the pages of the changelog.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    model::{At, Illustration, KindInfo, ListOrder},
    schema::CalendarDate,
};

/// The properties of releases.
pub const INFO: KindInfo = KindInfo {
    name: "changelog",
    folder: "changelog",
    template: "release.html",
    title: "changelog",
    introduction: Some("changelog-deck"),
    label: "kind-changelog",
    image_label: "kind-changelog",
    order: ListOrder::Version,
    feed: Some("changelog/"),
    illustration: Illustration::Flag,
};

/// A release of the guide: what is new in it.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
pub struct ReleaseFields {
    /// The name by which feeds know the page, where that is not its slug: the one that
    /// it had first.
    #[schemars(extend("x-shared" = true, "format" = "feed-id"))]
    pub feed_id: Option<At<String>>,
    /// The most important changes, one line for each.
    #[serde(default)]
    #[schemars(extend("x-translated" = true))]
    pub highlights: Vec<String>,
    /// The version: `v2.7.0`, or with a name `v2.7.0-autumn`.
    #[schemars(extend("x-shared" = true))]
    pub version: ReleaseVersion,
    /// The day of the release.
    #[schemars(with = "CalendarDate", extend("x-shared" = true))]
    pub released: Option<Date>,
}

common_fields!(ReleaseFields { feed_id } {
    fn published(&self) -> Option<Date> {
        self.released
    }
});

/// `v2.7.0-autumn`: a semantic version with an optional name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(try_from = "String")]
#[schemars(with = "String", extend("format" = "version"))]
pub struct ReleaseVersion {
    /// As written, with the leading `v`.
    pub tag: String,
    /// Major, minor and patch: what releases are ordered by.
    pub number: (u64, u64, u64),
}

impl ReleaseVersion {
    /// Reads `v2.7.0` or `v2.7.0-autumn`: a semantic version (semver.org) whose
    /// pre-release part is used as a name.
    pub fn parse(written: &str) -> Option<ReleaseVersion> {
        let version = semver::Version::parse(written.strip_prefix('v')?).ok()?;
        let number = (version.major, version.minor, version.patch);
        Some(ReleaseVersion { tag: written.to_owned(), number })
    }
}

impl TryFrom<String> for ReleaseVersion {
    type Error = &'static str;

    fn try_from(written: String) -> Result<Self, Self::Error> {
        ReleaseVersion::parse(&written).ok_or("a version")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_have_a_v_and_may_have_a_name() {
        let read = |text| ReleaseVersion::parse(text).map(|version| version.number);
        assert_eq!(read("v2.7.0-autumn"), Some((2, 7, 0)));
        assert_eq!(read("v1.0.0"), Some((1, 0, 0)));
        assert_eq!(read("2.7.0"), None);
        assert_eq!(read("v2.7"), None);
    }
}
