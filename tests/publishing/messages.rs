//! The messages of a run, and where they are printed.

use std::process::Command;

use crate::support::{TestSite, guide};

#[test]
fn quiet_prints_nothing_without_problems() {
    let site = TestSite::new();
    let ran = site.build(&["--quiet"]);
    assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (0, "", ""));
}

/// Runs the program in a shell with the given redirections of its output, and returns its exit
/// code.
fn run_with(site: &TestSite, arguments: &str, redirections: &str) -> i32 {
    let script = format!("{} {arguments} {redirections}", env!("CARGO_BIN_EXE_giljabi"));
    let shell = Command::new("bash").args(["-c", &script]).current_dir(site.root()).output();
    shell.expect("a shell").status.code().unwrap_or(-1)
}

#[test]
fn closed_outputs_are_no_error() {
    let site = TestSite::new();
    let broken = TestSite::new();
    broken.write("content/guides/b.en.md", "x");
    let closed = "| true; exit ${PIPESTATUS[0]}";
    let both_closed = "2>&1 | true; exit ${PIPESTATUS[0]}";
    for command in ["build", "status", "nginx", "--help"] {
        assert_eq!(run_with(&site, command, closed), 0, "{command}");
        assert_eq!(run_with(&site, command, ">&- 2>&-"), 0, "{command}");
    }
    assert_eq!(run_with(&broken, "build", both_closed), 1);
    assert_eq!(run_with(&broken, "build", "2>&-"), 1);
    assert_eq!(run_with(&broken, "build --root nowhere", both_closed), 2);
}

#[test]
fn output_to_a_full_disk_ends_with_exit_code_2() {
    let (site, broken) = (TestSite::new(), TestSite::new());
    broken.write("content/guides/b.en.md", "x");
    for command in ["build", "status", "nginx"] {
        assert_eq!(run_with(&site, command, "> /dev/full"), 2, "{command}");
    }
    assert_eq!(run_with(&broken, "build", "2> /dev/full"), 2);
}

#[test]
fn the_messages_about_one_file_are_limited() {
    let site = TestSite::new();
    let body = "[x](no.md) ".repeat(20_000);
    site.write("content/guides/b.en.md", guide("Beta", "", &["# One\n\n", &body].concat()));
    let ran = site.build(&[]);
    assert_eq!(ran.code, 1);
    assert_eq!(ran.stderr.matches("error[broken-link]").count(), 20);
    assert!(ran.stderr.contains("19980 more are not drawn"), "{}", ran.stderr);
    assert!(ran.stderr.contains("20000 errors, 1 warning"));
}

#[test]
fn usage_errors_are_in_korean_too() {
    let site = TestSite::new();
    for (arguments, words) in [
        (&["build", "--stric"][..], ["--stric 옵션은 없습니다", "--strict"]),
        (&["biuld"], ["“biuld” 명령은 없습니다", "build"]),
        (&["build", "--base-url", "nonsense"], ["“nonsense”", "쓸 수 없는 값입니다"]),
        (&["status", "--fail-on", "old"], ["“old”", "stale, missing"]),
        (&["accept"], ["<PAGE>", "빠졌습니다"]),
        (&["build", "--root"], ["--root <DIR>", "값이 빠졌습니다"]),
    ] {
        let ran = site.run_in("ko_KR.UTF-8", arguments);
        assert_eq!(ran.code, 2, "{arguments:?}");
        for word in words {
            assert!(ran.stderr.contains(word), "no “{word}” in: {}", ran.stderr);
        }
    }
    let asked = site.run_in("C", &["--lang", "ko", "build", "--stric"]);
    assert!(asked.stderr.contains("오류: --stric 옵션은"), "{}", asked.stderr);
    let english = site.run_in("ko_KR.UTF-8", &["--lang=en", "build", "--stric"]);
    assert!(english.stderr.contains("error: unexpected argument"), "{}", english.stderr);
}

#[test]
fn help_is_in_the_language_of_the_user() {
    let site = TestSite::new();
    for (locale, usage, words) in [
        ("C", "Usage: giljabi status [OPTIONS] [PAGE]", "Print JSON"),
        ("ko_KR.UTF-8", "사용법: giljabi status [OPTIONS] [PAGE]", "JSON으로 출력하기"),
    ] {
        for arguments in [["status", "--help"], ["help", "status"]] {
            let ran = site.run_in(locale, &arguments);
            assert_eq!(ran.code, 0, "{}", ran.stderr);
            assert!(ran.stdout.contains(usage) && ran.stdout.contains(words), "{}", ran.stdout);
        }
    }
}

#[test]
fn timings_are_a_table_or_json() {
    let site = TestSite::new();
    let code = format!("```ini\n{}\n```", "a = b; ".repeat(500));
    site.write("content/guides/b.en.md", guide("Beta", "", &code));
    let ran = site.build(&["--timings"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    for words in ["reading files", "rendering", "in all", "slowest", "1 blocks of code"] {
        assert!(ran.stdout.contains(words), "no “{words}” in: {}", ran.stdout);
    }
    let ran = site.build(&["--timings=json"]);
    let timings: serde_json::Value = serde_json::from_str(&ran.stdout).expect("JSON");
    let stages = timings["stages"].as_array().expect("stages").iter();
    let names: Vec<_> = stages.filter_map(|stage| stage["name"].as_str()).collect();
    assert_eq!(names, ["load", "prepare", "render", "write"]);
    assert_eq!(timings["plain_code_blocks"], 1);
    assert!(timings["kept_images"].as_u64() > Some(0), "{timings}");
    assert!(timings["slowest"][0]["path"].is_string(), "{timings}");
}
