//! The search as readers use it: by keyboard, with a Korean input method, on a phone, without
//! scripts, without storage, on a slow network. The search in the browser must also give the
//! same results as that in the program.

use giljabi::{lang::Lang, model::UrlPath, search::SearchEngine};
use serde_json::{Value, json};

use super::{Visit, guide, visit};
use crate::{
    search::judged_queries,
    support::browser::{Browser, DESK, Key, PHONE, Reader, Server},
};

const INPUT: &str = "dialog.search input";

/// An event of an input method.
#[derive(Clone, Copy)]
enum Step {
    /// `compositionupdate` (after `compositionstart`, unless something is being composed).
    Compose(&'static str),
    /// `compositionend`, with this text in place of the composed one.
    Commit(&'static str),
}

/// 환불 and 코드 as a two-set input method composes them, one event per key (UI Events, 5.7.5; the
/// final of 콛 moves to the next syllable when a vowel follows).
const REFUND: [Step; 8] = [
    Step::Compose("ㅎ"),
    Step::Compose("호"),
    Step::Compose("화"),
    Step::Compose("환"),
    Step::Commit("환"),
    Step::Compose("ㅂ"),
    Step::Compose("부"),
    Step::Compose("불"),
];

fn take(page: &Browser, step: Step) {
    match step {
        Step::Compose(text) => {
            let end = text.encode_utf16().count();
            let composed = json!({ "text": text, "selectionStart": end, "selectionEnd": end });
            page.devtools("Input.imeSetComposition", composed);
        }
        Step::Commit(text) => {
            page.devtools("Input.insertText", json!({ "text": text }));
        }
    }
}

fn value(page: &Browser) -> String {
    page.ask(&format!("document.querySelector('{INPUT}').value"))
        .as_str()
        .unwrap_or_default()
        .into()
}

/// Waits until the first result leads to `path`.
fn wait_for_first(page: &Browser, path: &str) {
    page.wait_until(&format!(
        "document.querySelector('[data-search-results] a')?.pathname.endsWith('{path}')"
    ));
}

fn open_search(page: &Browser) {
    page.type_text("/");
    page.wait_until(&format!("document.activeElement === document.querySelector('{INPUT}')"));
}

#[test]
fn by_keyboard_from_any_page() {
    for (lang, query, found) in [
        ("ko", "검토 게이트", "/ko/guides/human-review-gates/"),
        ("en", "held-out", "/en/pages/glossary/"),
    ] {
        let Some(visit) = visit(DESK) else { return };
        let page = visit.open(&format!("/{lang}/guides/customer-service/"));
        open_search(page);
        page.type_text(query);
        wait_for_first(page, found);
        let status = "document.querySelector('dialog [role=status]').textContent";
        page.wait_until(&format!("{status}.includes({})", json!(query)));
        assert_eq!(
            page.ask(&format!("document.querySelector('{INPUT}').ariaExpanded")),
            json!("true")
        );
        page.press(&[Key::Down]);
        let active = format!(
            "document.getElementById(document.querySelector('{INPUT}').getAttribute('aria-activedescendant'))"
        );
        assert_eq!(page.ask(&format!("{active}.getAttribute('aria-selected')")), json!("true"));
        assert_eq!(page.ask(&format!("{active}.role")), json!("option"));
        page.press(&[Key::Down, Key::Up]);
        page.press(&[Key::Enter]);
        page.wait_until(&format!("location.pathname.endsWith('{found}')"));
    }
}

#[test]
fn escape_closes_and_the_focus_returns() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open("/ko/");
    page.click("[data-search-open]");
    page.wait_until("document.querySelector('dialog.search')?.open");
    // Pressing it once is enough, even if something has been typed.
    page.type_text("환불");
    page.press(&[Key::Escape]);
    page.wait_until("!document.querySelector('dialog.search').open");
    page.wait_until("document.activeElement.matches('[data-search-open]')");
    // Control and K, by the position of the key: on a Korean layout it has another letter.
    page.ask("dispatchEvent(new KeyboardEvent('keydown', { key: 'ㅏ', code: 'KeyK', ctrlKey: true, bubbles: true })) || document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ㅏ', code: 'KeyK', ctrlKey: true, bubbles: true }))");
    page.wait_until("document.querySelector('dialog.search').open");
}

#[test]
fn composed_text_is_searched_and_not_changed() {
    for reader in [DESK, PHONE] {
        let Some(visit) = visit(reader) else { return };
        let page = visit.open("/ko/");
        if reader.width < 500 {
            page.click("[data-search-open]");
            page.wait_until(&format!(
                "document.activeElement === document.querySelector('{INPUT}')"
            ));
        } else {
            open_search(page);
        }
        let mut written = String::new();
        for step in REFUND {
            take(page, step);
            let shown = match step {
                Step::Compose(text) => format!("{written}{text}"),
                Step::Commit(text) => {
                    written.push_str(text);
                    written.clone()
                }
            };
            assert_eq!(value(page), shown);
        }
        // 환불 is found before its last syllable is committed.
        wait_for_first(page, "/ko/guides/marked-replies/");
        // Enter belongs to the input method during composition.
        let count = page.count("[data-search-results] .search-hit");
        take(page, Step::Commit("불"));
        assert_eq!(value(page), "환불");
        assert!(count > 0 && page.count("[data-search-results] .search-hit") > 0);
        // A letter that was just begun does not remove results.
        take(page, Step::Compose("ㅇ"));
        page.wait_until(
            "document.querySelectorAll('[data-search-results] .search-hit').length > 0",
        );
        assert_eq!(value(page), "환불ㅇ");
    }
}

/// Returns the message of the results page about a query.
fn message<'v>(visit: &'v Visit, query: &str) -> (&'v Browser, String) {
    let page = visit.open(&format!("/ko/search/?q={query}"));
    page.wait_until("![\"\", \"찾고 있습니다.\"].includes(document.querySelector('[data-search-status]').textContent)");
    (page, page.text("[data-search-status]"))
}

#[test]
fn what_finds_nothing_is_said_where_it_helps() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open("/ko/");
    open_search(page);
    page.ask("(window.told = [], new MutationObserver(() => told.push(document.querySelector('dialog [role=status]').textContent)).observe(document.querySelector('dialog [role=status]'), { childList: true }), true)");
    for step in &REFUND[..3] {
        take(page, *step);
        // Longer than the pause after which a query is answered.
        page.wait_until(
            "(window.since ??= Date.now()) < Date.now() - 1500 && !(window.since = null)",
        );
    }
    take(page, Step::Commit("환불"));
    wait_for_first(page, "/ko/guides/marked-replies/");
    let told = page.ask("told.join(' ')");
    assert!(!told.as_str().expect("text").contains("없습니다"), "{told}");
    page.ask("document.querySelector('dialog input').value = ''");
    page.type_text("비트코인");
    page.wait_until(
        "document.querySelector('dialog [role=status]').textContent.includes('없습니다')",
    );
    assert!(!page.text("dialog [role=status]").contains("아래"), "no list stands below");
    assert!(message(&visit, "비트코인").1.contains("아래 목록"));
    let (page, said) = message(&visit, "점심 메뉴");
    assert!(said.contains("에 맞는 결과가 없습니다"), "{said}");
    assert_eq!(page.text("[data-search-results] h2"), "낱말이 일부만 나오는 글");
}

#[test]
fn a_final_that_moves_to_the_next_syllable_is_found() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open("/ko/");
    open_search(page);
    for step in [Step::Compose("ㅋ"), Step::Compose("코"), Step::Compose("콛")] {
        take(page, step);
    }
    wait_for_first(page, "/ko/guides/coding-assistance/");
    take(page, Step::Commit("코"));
    take(page, Step::Compose("드"));
    assert_eq!(value(page), "코드");
    wait_for_first(page, "/ko/guides/coding-assistance/");
}

#[test]
fn recent_queries_stay_on_the_device_and_can_be_cleared() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open("/ko/");
    open_search(page);
    page.type_text("환불");
    wait_for_first(page, "/ko/guides/marked-replies/");
    page.press(&[Key::Down, Key::Enter]);
    page.wait_until("location.pathname.endsWith('/ko/guides/marked-replies/')");
    open_search(page);
    page.wait_until("document.querySelector('[data-search-recent] li')?.textContent === '환불'");
    page.click("[data-search-clear]");
    page.wait_until("document.querySelector('[data-search-recent]').hidden");
    assert_eq!(page.ask("localStorage.getItem('giljabi:/guide:search')"), json!("[]"));
}

#[test]
fn without_storage_it_works_too() {
    let Some(visit) = visit(Reader { storage: false, ..DESK }) else { return };
    let page = visit.open("/en/");
    open_search(page);
    page.type_text("benchmark");
    wait_for_first(page, "/en/guides/reading-benchmarks/");
    page.press(&[Key::Down, Key::Enter]);
    page.wait_until("location.pathname.endsWith('/en/guides/reading-benchmarks/')");
}

#[test]
fn the_focus_returns_to_where_it_was() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open("/ko/guides/marked-replies/");
    page.ask("document.querySelector('.prose a').focus()");
    open_search(page);
    page.press(&[Key::Escape]);
    page.wait_until("document.activeElement.matches('.prose a')");
}

#[test]
fn enter_opens_only_what_is_chosen_of_the_shown_results() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open("/ko/");
    open_search(page);
    page.type_text("환불");
    wait_for_first(page, "/ko/guides/marked-replies/");
    page.press(&[Key::Down]);
    page.wait_until("document.querySelector('dialog [aria-selected=true]')");
    page.type_text(" 정책");
    page.press(&[Key::Enter]);
    page.wait_until("location.pathname.endsWith('/ko/search/')");
    assert_eq!(page.ask("new URLSearchParams(location.search).get('q')"), json!("환불 정책"));
}

#[test]
fn words_that_say_nothing_are_answered_in_the_dialog() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open("/en/");
    open_search(page);
    page.type_text("the");
    page.wait_until(
        "document.querySelector('dialog [role=status]').textContent.includes('Nothing was found')",
    );
}

#[test]
fn where_its_script_fails_the_page_of_results_says_so() {
    let Some(visit) = visit(PHONE) else { return };
    let page = visit.open("/ko/search/?q=x");
    let shown = "(() => { const style = getComputedStyle(document.querySelector('.search-late')); return style.display !== 'none' && style.visibility === 'visible' })()";
    page.wait_until("!document.querySelector('[data-search-form]').hidden");
    assert_eq!(page.ask(shown), json!(false));
    page.devtools("Network.enable", json!({}));
    page.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true }));
    page.devtools("Network.setBlockedURLs", json!({ "urls": ["*search-engine*"] }));
    let page = visit.open("/ko/search/?q=%ED%99%98%EB%B6%88");
    page.wait_until(shown);
    assert!(page.text(".search-late").contains("불러오지 못했습니다"));
}

#[test]
fn the_page_of_results_can_be_linked() {
    for reader in [DESK, PHONE] {
        let Some(visit) = visit(reader) else { return };
        for (address, found) in [
            ("/ko/search/?q=%ED%99%98%EB%B6%88", "/ko/guides/marked-replies/"),
            ("/en/search/?q=ㄱㄷ려ㅜㅇ", "/en/guides/marked-replies/"),
        ] {
            let page = visit.open(address);
            wait_for_first(page, found);
            let wide = "document.documentElement.scrollWidth > innerWidth";
            assert_eq!(page.ask(wide), json!(false), "{address} is too wide");
        }
    }
}

#[test]
fn without_scripts_the_lists_are_offered() {
    let Some(visit) = visit(Reader { scripts: false, ..DESK }) else { return };
    let page = visit.open("/ko/guides/customer-service/");
    page.click("[data-search-open]");
    page.wait_until("location.pathname.endsWith('/ko/search/')");
    assert!(page.count(".search-lists li a") >= 5);
    assert_eq!(
        page.ask("getComputedStyle(document.querySelector('noscript')).display !== 'none'"),
        json!(true)
    );
    assert_eq!(page.ask("document.querySelector('[data-search-form]').hidden"), json!(true));
}

#[test]
fn on_a_phone_it_fills_the_window() {
    let Some(visit) = visit(PHONE) else { return };
    let page = visit.open("/ko/guides/customer-service/");
    page.click("[data-search-open]");
    page.wait_until("document.querySelector('dialog.search')?.open");
    page.type_text("기준선");
    wait_for_first(page, "/ko/guides/thresholds-and-samples/");
    let size = "((r) => [r.left, r.top, r.width, r.height])(document.querySelector('dialog.search').getBoundingClientRect())";
    page.wait_until(&format!("JSON.stringify({size}) === '[0,0,360,740]'"));
    // The keyboard takes part of the window.
    page.resize(360, 380);
    page.wait_until(&format!("JSON.stringify({size}) === '[0,0,360,380]'"));
    let input = format!("document.querySelector('{INPUT}').getBoundingClientRect().bottom < 380");
    assert_eq!(page.ask(&input), json!(true));
}

#[test]
fn on_a_slow_network_it_says_so() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open("/ko/");
    open_search(page);
    page.devtools("Network.enable", json!({}));
    let slow = json!({ "offline": false, "latency": 1500, "downloadThroughput": 20_000, "uploadThroughput": 20_000 });
    page.devtools("Network.emulateNetworkConditions", slow);
    page.type_text("환불");
    page.wait_until(
        "document.querySelector('dialog [role=status]').textContent === '찾고 있습니다.'",
    );
    wait_for_first(page, "/ko/guides/marked-replies/");
    let gone =
        json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 });
    page.devtools("Network.emulateNetworkConditions", gone);
    page.press(&[Key::Backspace, Key::Backspace]);
    page.type_text("카카오톡");
    page.wait_until("document.querySelector('dialog [role=status]').textContent.startsWith('검색을 불러오지 못했습니다')");
}

#[test]
fn a_page_that_is_missing_offers_others() {
    let Some(visit) = visit(DESK) else { return };
    // Static hosts answer with this page; this server does not.
    let page = visit.open("/404.html");
    page.ask("history.replaceState(null, '', location.pathname.replace('404.html', 'ko/guides/benchmarks/'))");
    page.ask("(() => { const script = document.createElement('script'); script.type = 'module'; script.src = document.querySelector('script[src*=search-page]').src + '?again'; document.head.append(script); })()");
    wait_for_first(page, "/ko/guides/reading-benchmarks/");
    assert_eq!(page.ask("document.querySelector('[data-search-section]').lang"), json!("ko"));
}

/// Runs an asynchronous expression in the page and returns its value. `asset` imports a script
/// of the site.
fn run(page: &Browser, expression: &str) -> Value {
    page.ask(&format!(
        "(window.answer = null, (async () => {{
            const asset = (name) => import(document.querySelector('script[src*=page]').src.replace(/[^/]*$/, name));
            return {expression};
        }})().then((answer) => (window.answer = {{ answer }}), (error) => (window.answer = {{ answer: String(error) }})), 1)"
    ));
    page.wait_until("window.answer");
    page.ask("window.answer.answer")
}

#[test]
fn the_browser_cuts_words_as_the_program_does() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open("/ko/");
    let vectors = include_str!("../fixtures/search/vectors.json");
    let wrong = run(
        page,
        &format!(
            "(({{ keys, chunks, queryWords, typedAsHangul, typedAsLatin, place }}, vectors) => {{
                const show = (key) => key.text + (key.form ? `(${{key.form}})` : '') + (key.inside ? '~' : '');
                const word = ({{ raw, key, parts }}) => `${{raw}}=${{key}}${{parts.length ? `[${{parts.join(' ')}}]` : ''}}`;
                const tests = {{
                    keys: (text) => chunks(text).map((chunk) => keys(chunk.text).map(show).join(' ')).join(' | '),
                    queries: (text) => queryWords(text).map(word).join(', '),
                    hangul: typedAsHangul, latin: typedAsLatin, places: place,
                }};
                return Object.entries(tests).flatMap(([name, test]) =>
                    vectors[name].filter(([given, expected]) => test(given) !== expected).map(([given]) => [name, given, test(given)]));
            }})({{ ...(await asset('search-analysis.js')), ...(await asset('search-guess.js')) }}, {vectors})"
        ),
    );
    assert_eq!(wrong, json!([]));
}

#[test]
fn the_browser_finds_what_the_program_finds() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open("/ko/");
    let folder = guide().join("guide");
    let read =
        |url: &UrlPath| std::fs::read(folder.join(url.as_str().trim_start_matches('/'))).ok();
    let engine = SearchEngine::new(&read);
    let queries: Vec<_> =
        judged_queries().into_iter().map(|judged| (judged.lang, judged.query)).collect();
    let given: Vec<_> = queries.iter().map(|(lang, query)| json!([lang.code(), query])).collect();
    let found = run(
        page,
        &format!(
            "(async ({{ Engine }}, queries) => {{
                const root = new URL('../', document.baseURI);
                const load = async (path) => (await fetch(new URL(path, root))).json();
                const engines = {{ ko: new Engine('ko', load), en: new Engine('en', load) }};
                const all = [];
                for (const [lang, query] of queries) {{
                    const {{ ranked }} = await engines[lang].rank(query);
                    const hits = await Promise.all(ranked.slice(0, 10).map((one) => engines[lang].hit(one)));
                    all.push(hits.filter(Boolean).map((hit) => `/${{hit.lang}}/${{hit.address}}#${{hit.passages[0].anchor}}`));
                }}
                return all;
            }})(await asset('search-engine.js'), {})",
            Value::from(given)
        ),
    );
    for ((lang, query), found) in queries.iter().zip(found.as_array().expect("a list")) {
        let hits = engine.search(*lang, query).into_iter().take(10);
        let expected: Vec<_> =
            hits.map(|hit| format!("{}#{}", hit.url, hit.passages[0].anchor)).collect();
        assert_eq!(found, &json!(expected), "{query}");
    }
    assert!(queries.iter().any(|(lang, _)| *lang == Lang::En));
}

#[test]
fn markup_is_text_everywhere() {
    let site = crate::support::TestSite::new();
    let evil = "<img src=x onerror=window.hacked=1>";
    let title = format!("{evil} Quagga");
    let body = format!(
        "## Stripes &lt;script&gt;window.hacked=1&lt;/script&gt; {{#s}}\n\nA quagga: `{evil}` \"quoted\" \\ back."
    );
    site.write("content/guides/q.en.md", crate::support::guide(&title, "", &body));
    let out = site.path("out");
    super::build(site.root(), &out);
    let Some(browser) = crate::support::browser::open(DESK) else { return };
    let server = Server::start(out.parent().expect("a folder"));
    let query = "quagga <img src=x onerror=window.hacked=1> \"><script>window.hacked=1</script>";
    browser.go(&format!("{}/out/en/search/?q={}", server.address, percent(query)));
    browser.wait_until("document.querySelector('[data-search-results] a')");
    browser
        .wait_until("document.querySelector('.search-title').textContent.includes('<img src=x')");
    browser.wait_until(
        "document.querySelector('[data-search-status]').textContent.includes('<script>')",
    );
    assert_eq!(browser.ask("window.hacked ?? null"), Value::Null);
    assert_eq!(browser.count("[data-search-results] :is(img, script)"), 0);
    browser.type_text("/");
    browser.wait_until("document.querySelector('dialog.search')?.open");
    browser.type_text(query);
    browser.wait_until("document.querySelector('dialog .search-hit')");
    assert_eq!(browser.ask("window.hacked ?? null"), Value::Null);
    assert_eq!(browser.count("dialog .search-results :is(img, script)"), 0);
}

fn percent(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
