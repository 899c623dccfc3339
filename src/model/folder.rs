//! Names of folders that the settings declare, small enough to be part of a page's kind.

use std::{
    collections::BTreeSet,
    sync::{Mutex, PoisonError},
};

/// The name of a folder that the settings declare. Equal names are one string, which lives as long as the
/// program: a site has few.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Folder(&'static str);

static NAMES: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());

impl Folder {
    /// A placeholder for any folder, where only the kind of page counts.
    pub const ANY: Folder = Folder("");

    /// Returns the folder called `name`.
    pub fn named(name: &str) -> Folder {
        let mut names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = names.get(name) {
            return Folder(known);
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
