//! The generated pages of the documentation, and the examples that they show.

use std::{fs, path::Path};

use giljabi::{cli::reference, model::Lang};

use crate::support::TestSite;

#[test]
fn the_committed_pages_are_those_that_the_declarations_give() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/content/pages");
    let outputs = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/problems");
    let examples = reference::read_examples(&outputs).expect("the expected outputs");
    for lang in Lang::ALL {
        for (name, text) in reference::pages(lang, &examples) {
            let file = docs.join(format!("{name}.{}.md", lang.code()));
            let committed = fs::read_to_string(&file).unwrap_or_default();
            assert!(committed == text, "run `giljabi reference --root docs`: {}", file.display());
        }
    }
}

#[test]
fn every_example_builds_without_a_warning() {
    for lang in Lang::ALL {
        let site = TestSite::empty();
        let code = lang.code();
        site.write(
            "guide.toml",
            format!(
                "base_url = \"https://guide.example\"\nsource_language = \"{code}\"\n\
                 title = {{ en = \"Decision guide\", ko = \"결정 가이드\" }}\n\
                 topics.costs = {{ en = \"Costs\", ko = \"비용\" }}\n\
                 [collections.cases]\ntitle = {{ en = \"Cases\", ko = \"사례\" }}\n\
                 introduction = {{ en = \"What others saw.\", ko = \"다른 팀이 겪은 일입니다.\" }}\n\
                 order = \"number\"\nfeed = true\n"
            ),
        );
        let ending = format!(".{code}.md");
        for (path, bytes) in reference::EXAMPLES.iter().filter(|(path, _)| path.ends_with(&ending))
        {
            site.write(&format!("content/{path}"), bytes);
        }
        let ran = site.build(&["--strict"]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
    }
}
