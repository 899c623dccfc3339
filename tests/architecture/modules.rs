//! The modules of a crate and the arrows between them. An arrow leads from the file that
//! names an item to the file that defines it: a re-export is followed, and a module that
//! only declares and re-exports its children has no arrow to or from them.

use std::collections::{BTreeMap, BTreeSet};

use super::rust_text::{WrittenPath, paths, without_literals, without_tests};

/// A source file.
pub struct Module {
    /// The path below `src`.
    pub file: String,
    /// `model::lang` for `model/lang.rs`; the crate itself is empty.
    pub name: String,
    /// The code without comments, literals and tests.
    pub code: String,
    pub code_follows_tests: bool,
    paths: Vec<WrittenPath>,
}

impl Module {
    pub fn new(file: &str, text: &str) -> Module {
        let stem = file.trim_end_matches(".rs");
        let stem = if stem == "lib" { "" } else { stem.trim_end_matches("/mod") };
        let (code, code_follows_tests) = without_tests(&without_literals(text));
        Module {
            file: file.to_owned(),
            name: stem.replace('/', "::"),
            paths: paths(&code),
            code,
            code_follows_tests,
        }
    }

    /// Returns the module at the top of the crate that it is part of.
    pub fn area(&self) -> &str {
        area(&self.name)
    }

    /// Returns the `pub use` by which a module exports `name`.
    fn exported(&self, name: &String) -> Option<&WrittenPath> {
        self.paths.iter().find(|path| path.exported && path.binds.as_ref() == Some(name))
    }
}

/// Returns the first name of a module's path.
pub fn area(name: &str) -> &str {
    name.split("::").next().unwrap_or_default()
}

/// The modules that each module uses, by name.
pub type Arrows = BTreeMap<String, BTreeSet<String>>;

pub fn arrows(modules: &[Module]) -> Arrows {
    let tree = Tree { modules: modules.iter().map(|m| (m.name.as_str(), m)).collect() };
    modules.iter().map(|module| (module.name.clone(), tree.used_by(module))).collect()
}

struct Tree<'a> {
    modules: BTreeMap<&'a str, &'a Module>,
}

/// How many re-exports of re-exports are followed.
const DEEPEST: u32 = 8;

impl Tree<'_> {
    fn used_by(&self, module: &Module) -> BTreeSet<String> {
        let mut used = BTreeSet::new();
        let imported: BTreeMap<&str, String> =
            module.paths.iter().filter_map(|path| self.imported_module(module, path)).collect();
        for path in &module.paths {
            let [first, rest @ ..] = &path.names[..] else { continue };
            let definition = match imported.get(first.as_str()) {
                Some(start) => self.definition(start, rest, 0),
                None => self.from(module, &path.names, 0),
            };
            let Some(definition) = definition else { continue };
            let is_child = is_within(&definition, &module.name);
            if definition != module.name && !(is_child && path.exported) {
                used.insert(definition);
            }
        }
        used
    }

    /// Returns the name that `path` imports a module under, and that module.
    fn imported_module<'p>(
        &self,
        module: &Module,
        path: &'p WrittenPath,
    ) -> Option<(&'p str, String)> {
        let name = path.binds.as_deref()?;
        Some((name, self.module(module, &path.names)?))
    }

    /// Returns the module that a path leads to, if it leads to a module.
    fn module(&self, from: &Module, names: &[String]) -> Option<String> {
        let (mut at, mut rest) = self.start(from, names)?;
        while let [name, after @ ..] = rest {
            at = self.child(&at, name)?;
            rest = after;
        }
        Some(at)
    }

    /// Returns the module that defines the item at the end of a path; `None` if the path leads
    /// to a module or out of the crate.
    fn from(&self, module: &Module, names: &[String], depth: u32) -> Option<String> {
        match self.start(module, names) {
            Some((start, rest)) => self.definition(&start, rest, depth),
            // A module that re-exports a name also uses it.
            None => {
                let exported = module.exported(names.first()?)?;
                if depth < DEEPEST { self.from(module, &exported.names, DEEPEST) } else { None }
            }
        }
    }

    /// Resolves the beginning of a path: `crate`, `self`, `super` or a child.
    fn start<'n>(&self, from: &Module, names: &'n [String]) -> Option<(String, &'n [String])> {
        let mut at = from.name.clone();
        let mut rest = names;
        loop {
            match rest.first().map(String::as_str) {
                Some("crate") => at = String::new(),
                Some("self") => {}
                Some("super") => at = at.rsplit_once("::").map_or("", |(parent, _)| parent).into(),
                _ if rest.len() < names.len() => return Some((at, rest)),
                first => return Some((self.child(&at, first?)?, &rest[1..])),
            }
            rest = &rest[1..];
        }
    }

    fn child(&self, module: &str, name: &str) -> Option<String> {
        let child = if module.is_empty() { name.to_owned() } else { [module, "::", name].concat() };
        self.modules.contains_key(child.as_str()).then_some(child)
    }

    fn definition(&self, start: &str, names: &[String], depth: u32) -> Option<String> {
        let (name, rest) = names.split_first()?;
        if let Some(child) = self.child(start, name) {
            return self.definition(&child, rest, depth);
        }
        let module = self.modules.get(start)?;
        let exported = module.exported(name).filter(|_| depth < DEEPEST);
        let definition = exported.and_then(|path| self.from(module, &path.names, depth + 1));
        // An item that a module re-exports from elsewhere counts as its own.
        let definition = definition.filter(|definition| is_within(definition, start));
        Some(definition.unwrap_or_else(|| start.to_owned()))
    }
}

/// Returns whether the module `name` is `ancestor` or is inside it.
fn is_within(name: &str, ancestor: &str) -> bool {
    let rest = name.strip_prefix(ancestor);
    rest.is_some_and(|rest| ancestor.is_empty() || rest.is_empty() || rest.starts_with("::"))
}

/// Returns the groups of modules that use each other, directly or through others.
///
/// A module belongs to the one that declares it and may use its items. Such an arrow forms a
/// circle only together with a module outside both.
pub fn circles(arrows: &Arrows) -> Vec<Vec<String>> {
    let mut without_parents = arrows.clone();
    for (name, used) in &mut without_parents {
        used.retain(|used| !is_within(name, used));
    }
    let mut circles = components(&without_parents);
    let is_family = |circle: &Vec<String>| {
        circle.iter().any(|root| circle.iter().all(|name| is_within(name, root)))
    };
    circles.extend(components(arrows).into_iter().filter(|circle| !is_family(circle)));
    circles.sort_by_key(|circle| std::cmp::Reverse(circle.len()));
    let mut widest: Vec<Vec<String>> = Vec::new();
    for circle in circles {
        if !widest.iter().any(|wider| circle.iter().all(|name| wider.contains(name))) {
            widest.push(circle);
        }
    }
    widest
}

fn components(arrows: &Arrows) -> Vec<Vec<String>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        arrows.keys().map(|name| (name.as_str(), reachable(arrows, name))).collect();
    let mut components: Vec<Vec<String>> = Vec::new();
    for (name, below) in reached.iter().filter(|(name, below)| below.contains(**name)) {
        if components.iter().flatten().any(|member| member == name) {
            continue;
        }
        let both = below.iter().filter(|other| reached[**other].contains(name));
        components.push(both.map(|name| name.to_string()).collect());
    }
    components
}

/// Returns every module that can be reached from `start`.
fn reachable<'a>(arrows: &'a Arrows, start: &str) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&str> = vec![start];
    while let Some(name) = open.pop() {
        for used in arrows.get(name).into_iter().flatten() {
            if found.insert(used.as_str()) {
                open.push(used);
            }
        }
    }
    found
}
