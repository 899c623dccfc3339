//! Names of folders that the settings declare, in a form that fits into the kind of a page.

use std::{
    collections::BTreeSet,
    sync::{Mutex, PoisonError},
};

/// The name of a folder that the settings declare. Equal names share one string, which is never
/// freed, as a site has only few.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Folder(&'static str);

static NAMES: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());

impl Folder {
    /// A placeholder, for when only the kind of page matters.
    pub const ANY: Folder = Folder("");

    /// Returns the folder called `name`.
    pub fn named(name: &str) -> Folder {
        let mut names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(existing) = names.get(name) {
            return Folder(existing);
        }
        let name: &'static str = Box::leak(name.into());
        names.insert(name);
        Folder(name)
    }

    pub const fn name(self) -> &'static str {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_names_are_one_string() {
        let (one, again) = (Folder::named("cases"), Folder::named(&["ca", "ses"].concat()));
        assert_eq!(one, again);
        assert!(std::ptr::eq(one.name(), again.name()));
        assert_ne!(one, Folder::named("notes"));
    }
}
