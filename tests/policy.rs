//! The Content-Security-Policy as a browser applies it: a real Chromium, in the preview and on
//! a host that sends no headers. If no Chromium is found, these tests say so and pass.

use axum::{Router, routing::get};

use crate::{
    serve::Preview,
    support::{
        SETTINGS, TestSite,
        browser::{self, Browser, DESK, Server},
        guide,
    },
};

/// Inserts a script into the page and returns whether it ran.
const INLINE: &str = "(() => { const s = document.createElement('script'); \
    s.textContent = 'window.ran = 1'; document.body.append(s); return window.ran === 1 })()";

/// Records violations of the policy from now on.
fn watch(browser: &Browser) {
    let source = "addEventListener('securitypolicyviolation', \
        (e) => (window.broken ??= []).push(e.violatedDirective))";
    let parameters = serde_json::json!({ "source": source });
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", parameters);
}

#[test]
fn a_page_contains_the_policy_if_its_host_sends_none() {
    let Some(browser) = browser::open(DESK) else { return };
    let site = TestSite::new();
    assert_eq!(site.build(&["--out", "plain"]).code, 0);
    site.write("guide.toml", [SETTINGS, "[security]\nmeta = true\n"].concat());
    site.write("content/guides/b.en.md", guide("Beta", "aliases = [\"guides/old\"]\n", "x"));
    assert_eq!(site.build(&["--out", "meta"]).code, 0);
    let (plain, meta) = (Server::plain(&site.path("plain")), Server::plain(&site.path("meta")));
    browser.go(&format!("{}/en/guides/a/", plain.address));
    assert_eq!(browser.ask(INLINE), true, "without a policy");
    watch(&browser);
    for path in ["/", "/404.html", "/en/", "/en/guides/", "/en/guides/a/"] {
        browser.go(&[&*meta.address, path].concat());
        assert_eq!(browser.ask("window.broken ?? []"), serde_json::json!([]), "{path}");
        assert_eq!(browser.ask(INLINE), false, "{path}");
        assert!(
            browser.ask("[...document.styleSheets].length > 0").as_bool().unwrap_or(false),
            "{path}"
        );
    }
    // Pages at old addresses have the policy too, and redirect.
    browser.go(&format!("{}/en/guides/old/", meta.address));
    browser.wait_until("location.pathname === '/en/guides/b/'");
    let old = site.read("meta/en/guides/old/index.html");
    let first = old.find("http-equiv=\"Content-Security-Policy\"").expect("the policy");
    assert!(
        old.find("<link").is_some_and(|link| first < link),
        "it stands before all that is loaded"
    );
    assert!(!old.contains("frame-ancestors"));
}

#[test]
fn a_script_of_another_site_runs_once_it_is_allowed() {
    let Some(browser) = browser::open(DESK) else { return };
    let script = ([("content-type", "text/javascript")], "document.body.dataset.other = 'ran'");
    let other = Server::with(Router::new().route("/a.js", get(move || async move { script })));
    let site = TestSite::new();
    let page = format!(
        "{{% extends \"base.html\" %}}\n{{% block main %}}<p>x</p>{{% endblock %}}\n{{% block scripts %}}<script src=\"{}/a.js\"></script>{{% endblock %}}\n",
        other.address
    );
    site.write("templates/guide.html", page);
    let refused = site.build(&[]);
    assert!(refused.code == 1 && refused.stderr.contains("policy-refuses"), "{}", refused.stderr);
    assert!(
        refused.stderr.contains(&format!("[security] script_src = [\"{}\"]", other.address)),
        "{}",
        refused.stderr
    );
    site.write(
        "guide.toml",
        [SETTINGS, &format!("[security]\nscript_src = [\"{}\"]\n", other.address)].concat(),
    );
    let allowed = site.build(&["--strict"]);
    assert_eq!(allowed.code, 0, "{}", allowed.stderr);
    let preview = Preview::start(site.root(), &[]);
    watch(&browser);
    browser.go(&preview.url("/en/guides/a/"));
    browser.wait_until("document.body.dataset.other === 'ran'");
    assert_eq!(browser.ask("window.broken ?? []"), serde_json::json!([]));
}

#[test]
fn films_and_sounds_of_the_site_are_played() {
    let Some(browser) = browser::open(DESK) else { return };
    let site = TestSite::new();
    site.write("content/guides/film.webm", "x").write("content/guides/sound.ogg", "x");
    let body = "<video src=\"film.webm\" controls></video>\n\n<audio controls><source src=\"sound.ogg\"></audio>";
    site.write("content/guides/a.en.md", guide("Alpha", "", body));
    let preview = Preview::start(site.root(), &[]);
    watch(&browser);
    browser.go(&preview.url("/en/guides/a/"));
    // Neither file is a valid recording: an error of the decoder shows that the policy let it
    // load.
    browser.wait_until("document.querySelector('video').error !== null");
    assert_eq!(browser.ask("window.broken ?? []"), serde_json::json!([]));
}

#[test]
fn refused_html_runs_nothing_in_the_preview() {
    let Some(browser) = browser::open(DESK) else { return };
    for refused in [
        "<script src=\"/evil.js\"></script>",
        "<img src=\"x.png\" alt=\"\" onerror=\"document.title='evil'\">",
        "<svg onload=\"document.title='evil'\"></svg>",
    ] {
        let site = TestSite::new();
        site.write("static/evil.js", "document.title = 'evil'");
        site.write("content/guides/a.en.md", guide("Alpha", "", refused));
        let preview = Preview::start(site.root(), &[]);
        browser.go(&preview.url("/en/guides/a/"));
        browser.wait_for_text("pre", "unsafe-html");
        assert_ne!(browser.ask("document.title"), "evil", "{refused}");
    }
}
