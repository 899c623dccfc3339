//! The commands about the program itself: completions and manual pages.

use crate::support::{Ran, TestSite, program};

fn run(locale: &str, arguments: &[&str]) -> Ran {
    TestSite::empty().run_in(locale, arguments)
}

#[test]
fn every_shell_gets_a_script_that_names_every_command() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let ran = run("en_US.UTF-8", &["completions", shell]);
        assert_eq!(ran.code, 0, "{shell}: {}", ran.stderr);
        for command in ["build", "serve", "accept", "completions"] {
            assert!(ran.stdout.contains(command), "{shell} lacks {command}");
        }
    }
}

#[test]
fn bash_reads_its_script_and_completes_a_command() {
    let script = run("en_US.UTF-8", &["completions", "bash"]).stdout;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("giljabi");
    std::fs::write(&file, script).expect("a file");
    let asked = "source \"$0\"; COMP_WORDS=(giljabi bui); COMP_CWORD=1; \
                 _giljabi giljabi bui giljabi; echo \"${COMPREPLY[@]}\"";
    let mut bash = std::process::Command::new("bash");
    let output = bash.arg("-c").arg(asked).arg(&file).output().expect("bash runs");
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "build");
}

#[test]
fn manual_pages_are_in_the_language_of_the_user() {
    let english = run("en_US.UTF-8", &["man", "build"]);
    assert!(english.stdout.contains("giljabi\\-build \\- Build the site"), "{}", english.stdout);
    let korean = run("ko_KR.UTF-8", &["man"]);
    assert_eq!((english.code, korean.code), (0, 0));
    assert!(korean.stdout.contains("giljabi\\-accept"), "{}", korean.stdout);
    assert!(korean.stdout.contains("사이트를 만듭니다"), "{}", korean.stdout);
}

#[test]
fn an_unknown_command_has_no_manual_page() {
    let output = program().args(["man", "biuld"]).output().expect("the program runs");
    let ran = Ran::from(output);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("use one of init, new"), "{}", ran.stderr);
}

#[test]
fn files_of_the_theme_are_listed_and_copied_once() {
    let site = TestSite::new();
    let list = site.run_in("en_US.UTF-8", &["theme", "list"]);
    assert!(list.stdout.lines().any(|line| line == "templates/components/footer.html"));
    let copy = ["theme", "copy", "templates/components/footer.html"];
    let copied = site.run_in("en_US.UTF-8", &copy);
    assert_eq!((copied.code, &*copied.stdout), (0, "templates/components/footer.html\n"));
    assert_eq!(site.build(&["--strict"]).code, 0);
    assert_eq!(site.run_in("en_US.UTF-8", &copy).code, 2);
    let wrong = site.run_in("en_US.UTF-8", &["theme", "copy", "templates/components/foter.html"]);
    assert!(wrong.code == 2 && wrong.stderr.contains("did you mean"), "{}", wrong.stderr);
}
