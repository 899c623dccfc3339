//! The fields that several kinds of pages have, read in the same way from each.

use jiff::civil::Date;

use super::TermFields;
use crate::{
    model::{At, PageRef},
    schema::NamedEntry,
};

/// The fields that several kinds of pages have. A kind without such a field keeps the default.
pub trait CommonFields {
    /// Returns the day on which the page first appeared or the release was made.
    fn published(&self) -> Option<Date> {
        None
    }

    /// Returns the number by which pages are ordered in a list.
    fn order(&self) -> Option<i64> {
        None
    }

    /// Returns the name of the person who has read and approved the page.
    fn reviewer(&self) -> Option<&str> {
        None
    }

    /// Returns the sources of the page, one line for each.
    fn evidence(&self) -> &[String] {
        &[]
    }

    /// Returns the profiles for which the page is written.
    fn audience(&self) -> &[At<PageRef>] {
        &[]
    }

    /// Returns the pages that readers may want next.
    fn related(&self) -> &[At<PageRef>] {
        &[]
    }

    /// Returns the page to continue with at the end.
    fn next(&self) -> Option<&At<PageRef>> {
        None
    }

    /// Returns the reading path of a profile, or the guides of a ranking's items; in order.
    fn path(&self) -> Vec<&At<PageRef>> {
        Vec::new()
    }

    /// Returns the terms that the page explains.
    fn terms(&self) -> &[NamedEntry<TermFields>] {
        &[]
    }

    /// Returns the name of the page in feeds, if that is not its slug.
    fn feed_id(&self) -> Option<&At<String>> {
        None
    }

    /// Returns whether a page of this kind needs a text.
    fn needs_text(&self) -> bool {
        false
    }
}

/// Implements [`CommonFields`] for the fields of a kind: from the fields that it has under the
/// usual names, and with the methods in the second pair of braces.
macro_rules! common_fields {
    ($fields:ident { $($name:ident),* } $({ $($methods:tt)* })?) => {
        impl $crate::model::kinds::CommonFields for $fields {
            $(common_fields!(@method $name);)*
            $($($methods)*)?
        }
    };
    (@method published) => {
        fn published(&self) -> Option<Date> {
            self.published
        }
    };
    (@method order) => {
        fn order(&self) -> Option<i64> {
            self.order
        }
    };
    (@method reviewer) => {
        fn reviewer(&self) -> Option<&str> {
            self.reviewer.as_deref()
        }
    };
    (@method evidence) => {
        fn evidence(&self) -> &[String] {
            &self.evidence
        }
    };
    (@method audience) => {
        fn audience(&self) -> &[At<PageRef>] {
            &self.audience
        }
    };
    (@method related) => {
        fn related(&self) -> &[At<PageRef>] {
            &self.related
        }
    };
    (@method feed_id) => {
        fn feed_id(&self) -> Option<&At<String>> {
            self.feed_id.as_ref()
        }
    };
}
