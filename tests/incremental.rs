//! A site that is updated after every edit is the same as a site made from scratch: the same
//! outputs, the same problems.

use std::fmt::Write;

use giljabi::{
    load,
    pipeline::{FingerprintScope, PrepareOptions, PreparedSite, SitePreparer, prepare},
    report,
    source::Sources,
};
use proptest::prelude::*;

/// All versions of each file; `""` means that there is none.
const FILES: &[(&str, &[&str])] = &[
    ("guide.toml", &[SETTINGS, SUB_PATH, NAVIGATION, "base_url = 1"]),
    (
        "content/guides/a.en.md",
        &[
            "+++\ntitle = \"A\"\ndescription = \"da\"\npublished = 2026-01-01\nrelated = [\"b\"]\n+++\n\
             ## One {#one}\n\n[b](b.md#one) 30 minutes\n\n- [ ] task {#t}\n",
            "+++\ntitle = \"A\"\ndescription = \"da\"\npublished = 2026-01-01\nrelated = [\"b\"]\n+++\n\
             ## One {#one}\n\nOther words [b](b.md#two)\n\n- [ ] task {#t}\n",
            "+++\ntitle = \"New A\"\ndescription = \"db\"\npublished = 2025-01-01\naliases = \
             [\"guides/old\"]\n+++\n## Two {#two}\n\n![x](x.svg)\n",
            "+++\ntitle = \"A\"\ndescription = \"da\"\npublished = 2026-01-01\naudience = \
             [\"buyers\"]\ndraft = true\n+++\n",
            "+++\ntitle = \"A\"\nseo = { noindex = true }\ndescription = \"da\"\npublished = \
             2026-01-01\n+++\n<b id=\"two\">x</b>\n",
            "no front matter",
            "",
        ],
    ),
    (
        "content/guides/a.ko.md",
        &[
            "+++\ntitle = \"가\"\ndescription = \"설명\"\n+++\n## 하나 {#one}\n\n[나](b.md#one) 30분\n\n\
             - [ ] 할 일 {#t}\n",
            "+++\ntitle = \"가\"\ndescription = \"설명\"\n+++\n## 하나 {#one}\n\n[나](b.md) 40분\n",
            "",
        ],
    ),
    ("content/guides/a.ko.ledger", &["", LEDGER]),
    (
        "content/guides/b.en.md",
        &[
            "+++\ntitle = \"B\"\ndescription = \"db\"\npublished = 2026-02-01\n+++\n## One {#one}\n\n\
             [a](a.md) [local](/en/guides/a/)\n",
            "+++\ntitle = \"B\"\ndescription = \"db\"\npublished = 2026-02-01\nrelated = [\"a\"]\n+++\n\
             ## Two {#two}\n\n```diagram\nkind = \"signals\"\nid = \"d\"\ntitle = \"T\"\ncaption = \"C\"\n\
             subject = \"U\"\n[[flow]]\nid = \"x\"\nlabel = \"X\"\nicon = \"flow\"\n[[signals]]\nid = \
             \"q\"\nsignal = \"quality\"\nlabel = \"Q\"\n```\n",
            "",
        ],
    ),
    (
        "content/guides/b.ko.md",
        &[
            "",
            "+++\ntitle = \"나\"\ndescription = \"둘\"\n+++\n## 하나 {#one}\n\n[가](a.md)\n",
            "+++\ntitle = \"나\"\nsource_language = \"ko\"\ndescription = \"둘\"\npublished = \
             2026-03-01\n+++\n글\n",
        ],
    ),
    (
        "content/profiles/buyers.en.md",
        &["+++\ntitle = \"Buyers\"\ndescription = \"dp\"\npath = [\"a\", \"b\"]\n+++\n", ""],
    ),
    (
        "content/changelog/v1.en.md",
        &[
            "",
            "+++\ntitle = \"V\"\ndescription = \"dv\"\nversion = \"v1.0.0\"\nreleased = \
             2026-01-01\n+++\n[a](../guides/a.md)\n",
        ],
    ),
    ("content/guides/x.svg", &["", "<svg viewBox=\"0 0 1 1\"/>"]),
    (
        "templates/components/gate.html",
        &["", "{% component gate() %}G{% endcomponent gate %}", "{{"],
    ),
    ("static/assets/site.css", &["", "a { color: red }"]),
];

const SETTINGS: &str = "base_url = \"https://a.example\"\npreview_images = \"none\"\n[title]\nen = \"S\"\nko = \"사\"\n";
const SUB_PATH: &str = "base_url = \"https://a.example/x\"\npreview_images = \"none\"\n[title]\nen = \"S\"\nko = \"사\"\n";
const NAVIGATION: &str = "base_url = \"https://a.example\"\npreview_images = \"none\"\nnavigation = \
                          [\"guides/b\", \"guides\"]\nsource_language = \"ko\"\n[title]\nen = \"S\"\nko = \
                          \"사\"\n";
const LEDGER: &str = "# giljabi ledger 1\n\n[one]\nsource = 0123456789abcdef\ntranslation = \
                      0123456789abcdef\ntext = \n";

/// The files on an editor's disk, and the version of each.
struct Disk {
    sources: Sources,
    versions: Vec<usize>,
}

impl Disk {
    fn new() -> Disk {
        let mut disk = Disk { sources: load::built_in(), versions: vec![usize::MAX; FILES.len()] };
        (0..FILES.len()).for_each(|file| disk.save(file, 0));
        disk
    }

    fn save(&mut self, file: usize, version: usize) {
        let (path, versions) = FILES[file];
        let version = version % versions.len();
        let before = self.versions[file];
        let there = before != usize::MAX && !versions[before].is_empty();
        let text = versions[version];
        self.versions[file] = version;
        let id = self.sources.find(path).filter(|_| there);
        match (id, text) {
            (Some(id), "") => self.sources.remove(id),
            (Some(id), text) => self.sources.replace(id, text.into()),
            (None, "") => {}
            (None, text) => {
                self.sources.add_file(path, text);
            }
        }
    }
}

/// Returns all outputs and all problems of a site.
fn shown(
    prepared: &PreparedSite,
    mut found: giljabi::diag::Diagnostics,
    sources: &Sources,
) -> String {
    let mut all = String::new();
    for (path, route) in prepared.site.routes.iter() {
        let bytes = prepared.render(sources, *route);
        let text = bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let _ = writeln!(all, "{}: {text:?}", path.as_str());
    }
    found.sort(|span| sources.get(span.source).path.to_string());
    let style = report::Style {
        lang: giljabi::model::Lang::En,
        colour: false,
        root: std::path::Path::new("."),
    };
    for problem in found.iter() {
        let _ = writeln!(all, "{}", report::render(problem, sources, style));
    }
    let states = prepared.site.translations.iter().map(|t| (t.state, &t.pairs));
    let _ = writeln!(all, "{:?}", states.collect::<Vec<_>>());
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..Default::default() })]

    #[test]
    fn an_updated_site_equals_a_new_one(
        edits in prop::collection::vec(
            prop::collection::vec((0..FILES.len(), 0..7usize), 1..3),
            1..14,
        ),
    ) {
        let mut disk = Disk::new();
        let mut preparer = SitePreparer::default();
        let options = PrepareOptions { fingerprints: FingerprintScope::Recorded, ..PrepareOptions::default() };
        for edit in edits {
            edit.iter().for_each(|(file, version)| disk.save(*file, *version));
            let sources = disk.sources.clone();
            let (prepared, found) = preparer.prepare(&sources, &options);
            if !prepared.is_usable() {
                continue;
            }
            let now = shown(&prepared, found, &sources);
            let (fresh, problems) = prepare(&sources, &options);
            prop_assert_eq!(now, shown(&fresh, problems, &sources), "{:?}", disk.versions);
        }
    }
}
