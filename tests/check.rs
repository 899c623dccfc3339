//! `giljabi check`: the problems that it finds, the levels of rules, remarks that allow a
//! problem, and the forms of a report.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value as Json;

use crate::support::{Ran, SETTINGS, TestSite, guide, program, translation};

const B: &str = "content/guides/b.en.md";
/// A body with a warning of one rule and one of another.
const TWO: &str = "# One\n\n[^n]: Never used.";

fn check(site: &TestSite, arguments: &[&str]) -> Ran {
    site.run_in("C", &[&["check"], arguments].concat())
}

/// Returns the code and level of each problem in the JSON form.
fn problems(site: &TestSite, arguments: &[&str]) -> Vec<(String, String)> {
    let report = json(&check(site, &[&["--format", "json"], arguments].concat()));
    let problems = report["problems"].as_array().expect("problems").iter();
    let text = |problem: &Json, key| problem[key].as_str().expect("text").to_owned();
    problems.map(|problem| (text(problem, "code"), text(problem, "level"))).collect()
}

fn json(ran: &Ran) -> Json {
    serde_json::from_str(&ran.stdout).unwrap_or_else(|e| panic!("{e}: {}", ran.stdout))
}

fn with_rules(site: &TestSite, rules: &str) {
    site.write("guide.toml", [SETTINGS, "\n[rules]\n", rules, "\n"].concat());
}

#[test]
fn a_guide_without_problems_is_reported_and_nothing_is_written() {
    let site = TestSite::new();
    let before = site.tree(".");
    let ran = check(&site, &["--strict"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(
        ran.stdout.starts_with("✓ Checked 2 pages (English 1, Korean 1) in "),
        "{}",
        ran.stdout
    );
    assert!(site.tree(".") == before);
    let quiet = check(&site, &["--quiet"]);
    assert_eq!((quiet.code, quiet.stdout.as_str(), quiet.stderr.as_str()), (0, "", ""));
}

#[test]
fn it_finds_what_a_build_would_and_what_templates_do_with_pages() {
    for (path, text) in [
        (B, guide("Beta", "", "[x](no.md)")),
        ("guide.toml", SETTINGS.replace("https", "ftp")),
        ("templates/guide.html", "<p>{{ titel }}</p>".to_owned()),
        ("templates/404.html", "{{ nope.x }}".to_owned()),
        ("static/assets/c.js", "const = 1;\n".to_owned()),
    ] {
        let site = TestSite::new();
        site.write(path, text);
        let before = site.tree(".");
        let checked = check(&site, &[]);
        assert!(site.tree(".") == before, "{path}");
        let built = site.build(&[]);
        assert_eq!((checked.code, built.code), (1, 1), "{path}: {}", checked.stderr);
        let built = built.stderr.replace(": nothing was written", "");
        assert_eq!(checked.stderr, built, "{path}");
    }
}

#[test]
fn settings_choose_the_level_of_a_rule() {
    let site = TestSite::new();
    site.write(B, guide("Beta", "", TWO));
    let pair = |code: &str, level: &str| (code.to_owned(), level.to_owned());
    let heading = |level| pair("top-level-heading", level);
    let footnote = |level| pair("unused-footnote", level);
    assert_eq!(problems(&site, &[]), [heading("warning"), footnote("warning")]);
    with_rules(&site, "top-level-heading = \"off\"");
    assert_eq!(problems(&site, &[]), [footnote("warning")]);
    assert_eq!(site.build(&["--strict", "--allow", "unused-footnote"]).code, 0);
    with_rules(&site, "top-level-heading = \"error\"\nunused-footnote = \"off\"");
    assert_eq!(problems(&site, &[]), [heading("error")]);
    assert_eq!(site.build(&[]).code, 1);
    assert_eq!(problems(&site, &["--allow", "top-level-heading"]), []);
    let ran = check(&site, &["--allow", "broken-link"]);
    assert!(ran.code == 2 && ran.stderr.contains("cannot be allowed"), "{}", ran.stderr);
    assert_eq!(check(&site, &["--allow", "brokn-link"]).code, 2);
}

#[test]
fn a_remark_allows_a_problem_in_the_block_that_follows_it() {
    let site = TestSite::new();
    let allowed = |body: &str, left: &[&str]| {
        site.write(B, guide("Beta", "", &[body, "\n\nThe end."].concat()));
        let codes: Vec<String> = problems(&site, &[]).into_iter().map(|(code, _)| code).collect();
        assert_eq!(codes, left, "{body}");
    };
    let remark = |code: &str| format!("<!-- giljabi: allow {code}: a test -->");
    let heading = remark("top-level-heading");
    allowed(&format!("{heading}\n# One\n\n# Two"), &["top-level-heading"]);
    allowed(&format!("{heading}\n\n# One\n\n{heading}\n# Two"), &[]);
    allowed(&format!("> {heading}\n> # One\n\nText."), &[]);
    allowed(
        &format!(
            "{heading}\n{}\n> # One\n>\n> ```rustt\n> x\n> ```",
            remark("unknown-code-language")
        ),
        &[],
    );
    allowed(&format!("- a\n\n  {heading}\n\n  # One"), &[]);
    allowed(
        &format!("{}\n<p><img src=\"https://a.example/x.png\"></p>", remark("missing-alt-text")),
        &["foreign-image"],
    );
    allowed(&format!("# One\n\n{heading}"), &["top-level-heading", "allow-without-effect"]);
    allowed(&format!("{heading}\nText.\n\n# One"), &["allow-without-effect", "top-level-heading"]);
    // In code it is no remark.
    allowed(&format!("```html\n{heading}\n```"), &[]);
    with_rules(&site, "top-level-heading = \"off\"");
    allowed(&format!("{heading}\nText."), &[]);
}

#[test]
fn a_remark_in_toml_allows_a_problem_of_the_key_that_follows_it() {
    let site = TestSite::new();
    let long = "A title that goes on for so long that no page of results will show it";
    let page =
        |before: &str| guide(long, "", "Text.").replacen("title =", &format!("{before}title ="), 1);
    site.write(B, page("# giljabi: allow long-title: its name\n"));
    assert_eq!(problems(&site, &["--strict"]), []);
    let listed = check(&site, &["--silenced"]);
    assert!(
        listed.stdout.contains("content/guides/b.en.md:3:9 long-title: its name\n"),
        "{}",
        listed.stdout
    );
    assert!(listed.stdout.contains("1 problem is allowed"), "{}", listed.stdout);
    let both = page("# giljabi: allow long-title: its name\n");
    let both = both.replace("Text.", "<!-- giljabi: allow top-level-heading: why -->\n# One");
    site.write(B, both);
    let listed = check(&site, &["--silenced"]).stdout;
    let place = |code: &str| listed.find(code).unwrap_or_else(|| panic!("{code}: {listed}"));
    assert!(place("long-title") < place("top-level-heading"), "in the order of the file: {listed}");
    site.write(B, page(""));
    assert_eq!(problems(&site, &[]).len(), 1);
    site.write(B, guide("Beta", "", "Text."));
    site.write("guide.toml", ["# giljabi: allow no-pages: later\n", SETTINGS].concat());
    let codes = problems(&site, &[]);
    assert_eq!(codes[0].0, "allow-without-effect");
    for file in ["content/guides/a.en.md", "content/guides/a.ko.md", B] {
        site.remove(file);
    }
    assert_eq!(problems(&site, &[]), []);
}

/// The remark is neither text nor published, and the ledger ignores it.
#[test]
fn a_remark_is_no_text() {
    let site = TestSite::new();
    site.write("content/guides/a.en.md", guide("Alpha", "", "## First {#first}\n\nText."));
    assert_eq!(site.run_in("C", &["accept", "a", "--all"]).code, 0);
    let remark = "<!-- giljabi: allow list-differs: secret words -->\n";
    for body in [
        format!("{remark}\n## First {{#first}}\n\nText."),
        format!("## First {{#first}}\n\n{remark}\nText."),
        format!("## First {{#first}}\n\nText.\n\n{remark}"),
    ] {
        site.write("content/guides/a.en.md", guide("Alpha", "", &body));
        let status = site.run_in("C", &["status", "a"]);
        assert!(!status.stdout.contains("changed"), "{body}: {}", status.stdout);
        assert!(!status.stdout.contains("new"), "{body}: {}", status.stdout);
    }
}

#[test]
fn many_problems_are_summarised_with_the_error_last() {
    let site = TestSite::new();
    for number in 0..300 {
        let path = format!("content/guides/g{number}.en.md");
        let body =
            "# One\n\n```rustt\nx\n```\n\n[^n]: Never used.\n\n![](p.png)\n\n#### Deep\n\n##\n";
        site.write(&path, guide(&format!("Guide number {number}"), "", body));
        site.write("content/guides/p.png", include_bytes!("fixtures/pixel.png"));
    }
    site.write(B, guide("Beta", "", "[x](no.md)"));
    let ran = check(&site, &[]);
    assert_eq!(ran.code, 1);
    let drawn = ran.stderr.matches("\n  --> ").count() + ran.stderr.matches("\n --> ").count();
    assert_eq!(drawn, 100, "{}", ran.stderr);
    for code in ["top-level-heading", "unknown-code-language", "unused-footnote"] {
        let drawn = ran.stderr.matches(&format!("warning[{code}]")).count();
        assert!((1..=20).contains(&drawn), "{code}: {drawn}");
        let row =
            ran.stderr.lines().find(|line| line.starts_with("warning ") && line.contains(code));
        let cells: Vec<&str> = row.expect(code).split_whitespace().collect();
        assert_eq!(cells, ["warning", code, "300", "300"]);
    }
    let error = ran.stderr.find("error[broken-link]").expect("the error");
    assert!(!ran.stderr[error..].contains("warning["), "nothing is drawn below the error");
    assert!(ran.stderr.len() < 40_000, "{}", ran.stderr.len());
    assert!(ran.stderr.contains("more are not drawn: --all draws them all"));
    let all = check(&site, &["--all"]);
    assert_eq!(all.stderr.matches("warning[top-level-heading]").count(), 300);
    let quiet = check(&site, &["--quiet"]);
    assert_eq!(quiet.stderr.matches("error[").count(), 1);
    assert!(!quiet.stderr.contains("warning["), "{}", quiet.stderr);
    assert!(quiet.stderr.ends_with("1 error, 1800 warnings\n"), "{}", quiet.stderr);
}

#[test]
fn json_has_every_problem_with_its_place_and_page() {
    let site = TestSite::new();
    site.write(B, guide("Beta", "", "한글 뒤 [x](no.md)\n\n# One"));
    for command in ["check", "build"] {
        let ran = site.run_in("ko_KR.UTF-8", &[command, "--format", "json"]);
        assert_eq!((ran.code, ran.stderr.as_str()), (1, ""), "{command}");
        let report = json(&ran);
        assert_eq!(report["version"], 1);
        assert_eq!(
            report["counts"],
            serde_json::json!({ "errors": 1, "warnings": 1, "silenced": 0 })
        );
        let problem = &report["problems"][0];
        assert_eq!(problem["code"], "broken-link");
        assert_eq!(problem["level"], "error");
        assert_eq!(problem["path"], B);
        assert_eq!(
            (&problem["line"], &problem["column"], &problem["endColumn"]),
            (&7.into(), &10.into(), &15.into())
        );
        assert!(problem["message"].as_str().expect("words").contains("no.md"), "{problem}");
        assert_eq!(
            problem["help"],
            "https://giljabi.github.io/giljabi/ko/pages/rules/#rule-broken-link"
        );
    }
    site.write(B, guide("Beta", "", "Text."));
    let ran = site.build(&["--format", "json"]);
    assert_eq!(ran.code, 0);
    assert_eq!(json(&ran)["problems"], serde_json::json!([]));
}

#[test]
fn github_is_told_in_one_line_for_each_problem() {
    let site = TestSite::new();
    site.write("guides, 100%/guide.toml", SETTINGS);
    site.write("guides, 100%/content/guides/b.en.md", guide("Beta", "", "[x](no%.md)\n\n# One"));
    let ran = check(&site, &["--root", "guides, 100%", "--format", "github"]);
    let file = "guides%2C 100%25/content/guides/b.en.md";
    let lines: Vec<&str> = ran.stdout.lines().collect();
    assert_eq!(lines.len(), 2, "{}", ran.stdout);
    let place = "line=7,endLine=7,col=5,endColumn=11,title=broken-link";
    assert!(
        lines[0].starts_with(&format!(
            "::error file={file},{place}::this link leads nowhere: no%25.md%0A"
        )),
        "{}",
        lines[0]
    );
    assert!(lines[1].starts_with(&format!("::warning file={file},line=9,")), "{}", lines[1]);
}

#[test]
fn colours_have_one_switch() {
    let site = TestSite::new();
    site.write(B, guide("Beta", "", TWO));
    let coloured = |set: &[(&str, &str)], arguments: &[&str]| {
        let mut command = program();
        command.current_dir(site.root()).args(arguments).envs(set.iter().copied());
        let ran = Ran::from(command.output().expect("the program runs"));
        [ran.stdout.contains('\u{1b}'), ran.stderr.contains('\u{1b}')]
    };
    let forced = [("CLICOLOR_FORCE", "1")];
    assert_eq!(coloured(&[], &["build"]), [false, false]);
    assert_eq!(coloured(&forced, &["build"]), [true, true]);
    assert_eq!(coloured(&forced, &["--color", "never", "check"]), [false, false]);
    assert_eq!(coloured(&[], &["check", "--color=always"]), [true, true]);
    assert_eq!(coloured(&[("NO_COLOR", "1")], &["build", "--color", "always"]), [true, true]);
    assert_eq!(coloured(&[("NO_COLOR", "1"), ("TERM", "xterm")], &["build"]), [false, false]);
    assert_eq!(coloured(&[("NO_COLOR", "1")], &["status"]), [false, false]);
    assert!(coloured(&forced, &["status"])[0]);
    assert_eq!(coloured(&[], &["biuld", "--color", "always"]), [false, true]);
    assert_eq!(coloured(&forced, &["biuld", "--color", "never"]), [false, false]);
}

#[test]
fn every_command_finds_the_guide_that_it_is_in() {
    let site = TestSite::new();
    site.write("content/guides/deep/notes.txt", "x");
    site.write(B, guide("Beta", "", "[x](no.md)"));
    let run = |folder: &str, arguments: &[&str]| {
        let mut command = program();
        command.current_dir(site.path(folder)).args(arguments);
        Ran::from(command.output().expect("the program runs"))
    };
    for arguments in [&["check"][..], &["build"], &["nginx"]] {
        let ran = run("content/guides/deep", arguments);
        assert_eq!(ran.code, 1, "{arguments:?}: {}", ran.stderr);
        assert!(ran.stderr.contains("--> ../../../content/guides/b.en.md:7:"), "{}", ran.stderr);
    }
    assert_eq!(run("content", &["status"]).code, 0);
    site.write(B, guide("Beta", "", "x"));
    assert_eq!(run("content/guides", &["build"]).code, 0);
    assert!(site.path("site/en/guides/b/index.html").is_file());
    let outside = TestSite::empty();
    for arguments in [&["check"][..], &["build"], &["status"], &["serve"], &["nginx"]] {
        let ran = outside.run_in("C", arguments);
        assert_eq!(ran.code, 2, "{arguments:?}");
        assert!(
            ran.stderr.contains("there is no guide.toml in ")
                && ran.stderr.contains("giljabi init"),
            "{}",
            ran.stderr
        );
        let ran = outside.run_in("ko_KR.UTF-8", arguments);
        assert!(ran.stderr.contains("guide.toml이 없습니다"), "{}", ran.stderr);
    }
}

#[test]
fn a_page_published_by_mistake_is_retired() {
    let site = TestSite::new();
    let manifest = "cache/manifest.json";
    let publish = |arguments: &[&str]| {
        // A fresh checkout each time: only the manifest is kept.
        let _ = std::fs::remove_dir_all(site.path("site"));
        let ran = site.build(&[&["--strict"], arguments].concat());
        if ran.code == 0 {
            site.write(manifest, site.read("site/.giljabi/manifest.json"));
        }
        ran
    };
    assert_eq!(publish(&[]).code, 0);
    site.write(B, guide("Beta", "", "A mistake."));
    site.write("content/guides/c.en.md", guide("Gamma", "", "Another."));
    assert_eq!(publish(&["--published", manifest]).code, 0);
    site.remove(B);
    let refused = publish(&["--published", manifest]);
    assert!(
        refused.code == 1 && refused.stderr.contains("warning[page-gone]"),
        "{}",
        refused.stderr
    );
    assert_eq!(check(&site, &["--published", manifest, "--strict"]).code, 1);
    assert_eq!(check(&site, &["--strict"]).code, 0);
    let back = publish(&["--published", manifest, "--allow", "page-gone"]);
    assert_eq!((back.code, back.stderr.as_str()), (0, ""));
    assert!(!site.path("site/en/guides/b").exists());
    // It is not reported again, but the next one is.
    assert_eq!(publish(&["--published", manifest]).stderr, "");
    site.remove("content/guides/c.en.md");
    assert_eq!(publish(&["--published", manifest]).code, 1);
    let missing = publish(&["--published", "none.json"]);
    assert!(missing.code == 2 && missing.stderr.contains("no manifest"), "{}", missing.stderr);
}

#[test]
fn local_builds_do_not_count_as_published() {
    let site = TestSite::new();
    site.write(B, guide("Beta", "", "Text."));
    site.write("content/guides/b.ko.md", translation("베타", "", "글"));
    assert_eq!(site.build(&[]).code, 0);
    site.remove(B);
    site.remove("content/guides/b.ko.md");
    let desk = site.build(&["--strict", "--out", "desk"]);
    assert_eq!((desk.code, desk.stderr.as_str()), (0, ""));
    assert_eq!(check(&site, &["--strict", "--published"]).code, 1);
    let ran = site.build(&["--strict", "--published"]);
    assert!(ran.code == 1 && ran.stderr.contains("page-gone"), "{}", ran.stderr);
    assert!(site.path("site/en/guides/b/index.html").is_file());
    assert_eq!(site.build(&["--strict"]).code, 0);
}

/// Returns the program check-jsonschema, which validates JSON against a schema: where `.ci/run`
/// installs it, or where the system finds it (with `GILJABI_REQUIRE_JSONSCHEMA` it must exist).
fn schema_checker() -> Option<PathBuf> {
    let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools/bin/check-jsonschema");
    let known = [tools, PathBuf::from("check-jsonschema")];
    let found = known.into_iter().find(|path| Command::new(path).arg("--version").output().is_ok());
    if found.is_none() {
        assert!(env::var_os("GILJABI_REQUIRE_JSONSCHEMA").is_none(), "no check-jsonschema");
        eprintln!("test skipped: no check-jsonschema");
    }
    found
}

/// Returns the checker's complaints about a report; empty for a valid one.
fn sarif_faults(checker: &Path, log: &Json) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("report.sarif");
    fs::write(&file, log.to_string()).expect("a report");
    let schema =
        concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/sarif/sarif-schema-2.1.0.json");
    let mut command = Command::new(checker);
    let ran =
        Ran::from(command.args(["--schemafile", schema]).arg(file).output().expect("it runs"));
    if ran.code == 0 { String::new() } else { ran.stdout + &ran.stderr }
}

#[test]
fn sarif_follows_its_schema() {
    let Some(checker) = schema_checker() else { return };
    let site = TestSite::new();
    for arguments in [&["--format", "sarif"][..], &["--format", "sarif", "--strict", "--silenced"]]
    {
        assert_eq!(sarif_faults(&checker, &json(&check(&site, arguments))), "");
    }
    let body = "# One\n\n[x](no.md)\n\n## Two {#x}\n\n## Three {#x}\n\n\
                <!-- giljabi: allow top-level-heading: a test -->\n# Four";
    site.write("content/guides/한글.en.md", guide("Beta", "", body));
    site.write("guide.toml", SETTINGS.to_owned() + "\nnothing = 1\n");
    site.write("content/guides/b.ko.md", translation("베타", "", "글 [가](a.md)"));
    let built = site.build(&["--format", "sarif"]);
    for log in [json(&check(&site, &["--format", "sarif"])), json(&built)] {
        assert_eq!(sarif_faults(&checker, &log), "");
        assert!(log["runs"][0]["results"].as_array().is_some_and(|all| all.len() > 4), "{log}");
    }
    let mut broken = json(&built);
    broken["runs"][0]["results"][0]["lines"] = 1.into();
    assert!(sarif_faults(&checker, &broken).contains("lines"));
}

#[test]
fn sarif_says_where_and_what_is_allowed() {
    let site = TestSite::new();
    let body = "# One\n\n[x](no.md)\n\n## Two {#x}\n\n## Three {#x}\n\n\
                <!-- giljabi: allow top-level-heading: a test -->\n# Four";
    site.write("content/guides/한글.en.md", guide("Beta", "", body));
    let ran = check(&site, &["--format", "sarif"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (1, ""));
    let log = json(&ran);
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let driver = &run["tool"]["driver"];
    let results = run["results"].as_array().expect("results");
    let mut codes = Vec::new();
    for result in results {
        let rule = &driver["rules"][result["ruleIndex"].as_u64().expect("an index") as usize];
        assert_eq!(rule["id"], result["ruleId"]);
        let help = rule["helpUri"].as_str().expect("an address");
        assert!(help.starts_with("https://") && help.contains("/rules/#rule-"), "{help}");
        let silenced = result["suppressions"].as_array();
        if let Some([suppression]) = silenced.map(Vec::as_slice) {
            assert_eq!(
                (&suppression["kind"], &suppression["justification"]),
                (&"inSource".into(), &"a test".into())
            );
        }
        codes.push((rule["id"].as_str().expect("an id"), silenced.is_some()));
    }
    codes.sort_unstable();
    let expected = [
        ("broken-link", false),
        ("duplicate-anchor", false),
        ("top-level-heading", false),
        ("top-level-heading", true),
    ];
    assert_eq!(codes, expected, "{}", ran.stdout);
    let uri = &results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(uri, "content/guides/%ED%95%9C%EA%B8%80.en.md");
}

#[test]
fn no_form_of_a_report_controls_the_terminal() {
    let site = TestSite::new();
    site.write("content/guides/b\u{9b}31m\u{202e}.en.md", "x");
    site.write(B, guide("Beta", "", "See \u{9b}31m [x](none.md)."));
    for form in ["text", "json", "github", "sarif"] {
        let ran = check(&site, &["--format", form]);
        let all = [ran.stdout, ran.stderr].concat();
        assert!(all.contains("dead-link") || all.contains("none.md"), "{form}: {all}");
        assert!(!all.contains(['\u{9b}', '\u{202e}', '\u{1b}']), "{form}: {all:?}");
    }
    let ran = check(&site, &["--format", "json"]);
    let paths = json(&ran)["problems"].to_string();
    assert!(paths.contains("b\u{9b}31m\u{202e}.en.md"), "{paths}");
}

/// Behind the fence stands text, which would be wrong line by line.
#[test]
fn a_diagram_that_is_not_closed_is_one_error() {
    let site = TestSite::new();
    let body =
        "```diagram\nkind = \"workflow\"\n``\n\nText.\n\n## [More] {#more}\n\nText [x](b.md.";
    site.write("content/guides/b.en.md", guide("Beta", "", body));
    let ran = site.run_in("C", &["check"]);
    let count = |what: &str| ran.stderr.matches(what).count();
    assert_eq!((count("error["), count("warning[unclosed-fence]")), (1, 1), "{}", ran.stderr);
}
