//! Decisions: answered one question at a time, or by links without scripts, with the same
//! verdicts in both languages.

use std::{collections::BTreeMap, fs};

use giljabi::{
    diag::Diagnostics,
    diagram::{
        self, Diagram,
        decision::{DecisionFile, WalkEnd, decode},
    },
    span::SourceId,
};
use serde_json::{Value, json};

use super::{Visit, guide, visit};
use crate::support::browser::{Browser, DESK, Key, PHONE, Reader};

const DECISIONS: [&str; 5] =
    ["customer-service", "ready-to-automate", "evidence-before-buying", "stop-or-go-on", "start"];

/// Tries all ways through the decision on the page by clicking, and returns the verdict and the
/// address of each. For several choices, each one alone, none, and all; for a number, the least
/// of each range.
const WALK_ALL: &str = r#"(() => {
    const root = document.querySelector('.walk');
    // Layout takes most of the time, and is checked in other tests.
    document.body.hidden = true;
    // Browsers limit the number of addresses in half a minute.
    let address = '';
    history.pushState = (state, title, url) => { address = url.slice(url.indexOf('#')); };
    const { questions } = JSON.parse(root.dataset.decision);
    const here = () => root.querySelector('[data-node]:not([hidden])');
    const question = () => questions.find(({ id }) => id === here().dataset.node);
    const ways = () => {
        const { type, answers, ranges } = question();
        if (type === 'one') return answers.map((_, at) => at);
        if (type === 'number') return ranges.map(({ from }) => from);
        const each = answers.map((_, at) => [at]);
        return [[], ...each, answers.map((_, at) => at)];
    };
    const take = (way) => {
        const section = here();
        if (typeof way === 'number' && question().type === 'one') {
            section.querySelector(`[data-exit="${way}"]`).click();
            return;
        }
        if (typeof way === 'number') section.querySelector('input').value = way;
        else for (const at of way) section.querySelectorAll('input')[at].click();
        section.querySelector('.walk-continue').click();
    };
    const found = [];
    // Without its script the page would never go back.
    let left = 5000;
    const visit = (taken) => {
        root.querySelector('.walk-verdict:not([hidden]) .walk-again a')?.click();
        if (taken.length === 0) while (left-- > 0 && here().dataset.node !== questions[0].id) here().querySelector('.walk-back').click();
        for (const way of taken) take(way);
        if (!question()) {
            found.push([here().dataset.node, address]);
            return;
        }
        for (const way of ways()) {
            root.querySelector('.walk-change')?.click();
            visit([...taken, way]);
        }
    };
    visit([]);
    return found;
})()
"#;

/// Returns the verdict of every way by its address.
fn all_ways(page: &Browser) -> BTreeMap<String, String> {
    let found: Vec<(String, String)> =
        serde_json::from_value(page.ask(WALK_ALL)).expect("verdicts and addresses");
    found.into_iter().map(|(verdict, address)| (address, verdict)).collect()
}

/// Returns the decision file that the build writes.
fn file(path: &str) -> Value {
    let folder = guide().join("guide").join(path.trim_start_matches('/'));
    let decision = fs::read_dir(&folder).expect("the page's folder").find_map(|entry| {
        let path = entry.expect("an entry").path();
        (path.extension()? == "json").then_some(path)
    });
    let text = fs::read_to_string(decision.expect("a decision file")).expect("its text");
    serde_json::from_str(&text).expect("JSON")
}

/// Returns the decision as an editor wrote it.
fn written(slug: &str) -> Diagram {
    let path = format!("{}/content/decisions/{slug}.en.md", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(path).expect("the page");
    let (_, block) = text.split_once("```diagram\n").expect("a diagram");
    read(block.split_once("\n```").expect("its end").0).expect("a sound decision")
}

fn read(toml: &str) -> Option<Diagram> {
    diagram::read(SourceId(0), toml, 0, &mut Diagnostics::default())
}

/// Asserts that scripts and the program came to the same verdicts, by address.
fn assert_same_verdicts(diagram: &Diagram, ways: &BTreeMap<String, String>) {
    let decision = diagram.data.as_decision().expect("a decision");
    for (address, verdict) in ways {
        let (_, address) = address.split_once('=').expect("a name and answers");
        let walk = decode(decision, address).unwrap_or_else(|e| panic!("{address}: {e:?}"));
        let WalkEnd::Verdict(at) = walk.end else { panic!("{address} does not end") };
        assert_eq!(&decision.verdicts[at].id.value, verdict, "{address}");
    }
}

/// Pseudo-random numbers, the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 33) % most
    }
}

/// Returns a decision of up to six questions of every type, as TOML.
fn any_decision(numbers: &mut Numbers) -> String {
    let count = 1 + numbers.below(6);
    let mut toml =
        String::from("kind = \"decision\"\nid = \"any\"\ntitle = \"T\"\ncaption = \"C\"\n");
    for at in 0..count {
        let mut to = |nth: u64| match (count - at - 1, nth) {
            (0, nth) => format!("v-{}", nth % 2),
            (_, 0) => format!("q-{}", at + 1),
            (later, _) if numbers.below(2) == 0 => format!("q-{}", at + 1 + numbers.below(later)),
            _ => format!("v-{}", numbers.below(2)),
        };
        let ways: Vec<String> = (0..3).map(&mut to).collect();
        let points: Vec<u64> = (0..3).map(|_| numbers.below(4)).collect();
        let answer = |nth: usize, leads: bool| {
            let to = if leads { format!(", to = \"{}\"", ways[nth]) } else { String::new() };
            format!("{{ label = \"A\", points = {}{to} }}", points[nth])
        };
        let range = |nth: usize, bounds: &str| format!("{{ {bounds}, to = \"{}\" }}", ways[nth]);
        let form = match numbers.below(4) {
            0 => format!(
                "answers = [{}]",
                (0..3).map(|nth| answer(nth, true)).collect::<Vec<_>>().join(", ")
            ),
            1 => format!(
                "type = \"several\"\notherwise = \"{}\"\nanswers = [{}, {}, {}]",
                ways[0],
                answer(0, false),
                answer(1, true),
                answer(2, true)
            ),
            2 => format!(
                "type = \"number\"\nranges = [{}, {}]",
                range(0, "from = 2, until = 4"),
                range(1, "from = 5")
            ),
            _ => format!(
                "type = \"points\"\nranges = [{}, {}]",
                range(0, "from = 0, until = 2"),
                range(1, "from = 3")
            ),
        };
        toml.push_str(&format!("[[questions]]\nid = \"q-{at}\"\nlabel = \"Q\"\n{form}\n"));
    }
    for at in 0..2 {
        toml.push_str(&format!("[[verdicts]]\nid = \"v-{at}\"\nlabel = \"V\"\ntone = \"go\"\n"));
    }
    toml
}

/// Every walk through `%decision%` in the script's evaluator: its address, its verdict, and the
/// verdict of the walk that is read from its address.
const EVALUATE: &str = r#"Promise.all(['decide.js', 'alternatives.js'].map((name) => import(document.querySelector('script[src$="walk.js"]').src.replace('walk.js', name))))
    .then(([{ walk, encode, decode }, { alternatives }]) => {
        const decision = %decision%;
        const found = [];
        // Every answer that differs in one question and leads elsewhere must be named, or fewer
        // ticks that lead there too.
        const checkAlternatives = (decision, walked, walk, alternatives) => {
            const named = alternatives(decision, walked);
            const known = new Map(walked.steps.map(({ question, given }) => [question.id, given]));
            for (const { question, given } of walked.steps.filter((step) => step.question.type !== 'points')) {
                for (const way of waysOf(question)) {
                    const other = walk(decision, ({ id }) => (id === question.id ? way : known.get(id)));
                    const to = (other.verdict ?? other.question).id;
                    if (to === walked.verdict.id) continue;
                    const same = named.filter((one) => one.question === question && (one.verdict ?? one.open).id === to);
                    const ticks = Array.isArray(way) ? [0, 1, 2].filter((at) => way.includes(at) !== given.includes(at)).length : 0;
                    const fits = same.some((one) => ticks === 1 ? String(one.given) === String(way) : !ticks || one.ticks <= ticks);
                    if (!fits) throw new Error(JSON.stringify({ decision, known: [...known], way, named }));
                }
            }
            if (named.some(({ verdict }) => verdict === walked.verdict)) throw new Error('what changes nothing is named');
        };
        const waysOf = ({ type, answers }) => type === 'one' ? [0, 1, 2]
            : type === 'number' ? [2, 4, 5]
            : [...Array(8).keys()].map((set) => answers.flatMap((_, at) => (set >> at & 1 ? [at] : [])));
        const visit = (given) => {
            const left = [...given];
            const walked = walk(decision, () => left.shift());
            if (walked.verdict) {
                const again = decode(decision, encode(decision, walked));
                if (!again.verdict) throw new Error(JSON.stringify(again));
                checkAlternatives(decision, walked, walk, alternatives);
                found.push([`any=${encode(decision, walked)}`, again.verdict.id]);
                return;
            }
            for (const way of waysOf(walked.question)) visit([...given, way]);
        };
        visit([]);
        window.found = found;
    }, (error) => { window.found = String(error); }) && undefined"#;

#[test]
fn script_and_program_agree_on_any_decision() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open("/en/decisions/start/");
    let mut numbers = Numbers(7);
    let sound: Vec<Diagram> =
        (0..400).filter_map(|_| read(&any_decision(&mut numbers))).take(60).collect();
    assert_eq!(sound.len(), 60);
    for diagram in sound {
        let decision = diagram.data.as_decision().expect("a decision");
        let structure = serde_json::to_string(&DecisionFile::structure("any", decision));
        page.ask("window.found = undefined");
        page.ask(&EVALUATE.replace("%decision%", &structure.expect("JSON")));
        page.wait_until("window.found");
        let found: Vec<(String, String)> =
            serde_json::from_value(page.ask("window.found")).expect("addresses and verdicts");
        assert!(!found.is_empty());
        assert_same_verdicts(&diagram, &found.into_iter().collect());
    }
}

#[test]
fn every_way_leads_to_the_same_verdict_in_both_languages() {
    let Some(visit) = visit(DESK) else { return };
    for slug in DECISIONS {
        let ways: Vec<_> = ["en", "ko"]
            .map(|lang| all_ways(visit.open(&format!("/{lang}/decisions/{slug}/"))))
            .into();
        assert_eq!(ways[0], ways[1], "{slug}");
        assert_same_verdicts(&written(slug), &ways[0]);
        let mut verdicts: Vec<&str> = ways[0].values().map(String::as_str).collect();
        verdicts.sort_unstable();
        verdicts.dedup();
        let file = file(&format!("/en/decisions/{slug}/"));
        let all = file["verdicts"].as_array().expect("verdicts").len();
        assert_eq!(verdicts.len(), all, "{slug}: {verdicts:?}");
    }
}

#[test]
fn an_address_opens_at_its_verdict_in_the_other_language_too() {
    let Some(visit) = visit(PHONE) else { return };
    let page = visit.open("/en/decisions/stop-or-go-on/");
    for at in ["1", "0", "1"] {
        page.click(&format!("[data-node]:not([hidden]) [data-exit='{at}']"));
    }
    assert_eq!(page.text(".walk [data-node]:not([hidden]) h2"), "Stay stopped");
    page.click("[data-language-switch]");
    page.wait_until("document.documentElement.lang === 'ko'");
    page.wait_until("!document.querySelector('[data-node=stay]').hidden");
    assert_eq!(page.text(".walk [data-node]:not([hidden]) h2"), "계속 멈춤");
    assert_eq!(page.count(".walk-way li"), 3);
    assert_eq!(page.overflow(), 0);
    page.back();
    page.back();
    page.wait_until("document.querySelectorAll('.walk-way li').length === 2");
}

/// The question or verdict whose heading has the focus.
const FOCUSED: &str = "document.activeElement.matches('h2') && document.activeElement.closest('[data-node]:not([hidden])')?.dataset.node";

#[test]
fn the_history_moves_the_focus_as_the_buttons_do() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open("/en/decisions/stop-or-go-on/");
    let mut walked = Vec::new();
    for at in ["1", "0", "1"] {
        page.click(&format!("[data-node]:not([hidden]) [data-exit='{at}']"));
        walked.push(page.ask(FOCUSED));
    }
    page.ask("history.back()");
    page.wait_until(&format!("{FOCUSED} === {}", walked[1]));
    page.ask("history.forward()");
    page.wait_until(&format!("{FOCUSED} === {}", walked[2]));
    page.ask("history.go(-3)");
    page.wait_until(&format!(
        "{FOCUSED} === document.querySelector('.walk-question').dataset.node"
    ));
    // A link to a section of the page is not a step in the walk.
    page.ask("(document.activeElement.blur(), location.hash = '#elsewhere', true)");
    page.wait_until("location.hash === '#elsewhere'");
    assert_eq!(page.ask("document.activeElement === document.body"), json!(true));
}

#[test]
fn questions_and_verdicts_are_named_for_screen_readers() {
    let Some(visit) = visit(DESK) else { return };
    let page = open_with(&visit, "/en/decisions/customer-service/", "1-0-1-1");
    let named = |css: &str, attribute: &str| {
        let ids = format!("document.querySelector('{css}').getAttribute('{attribute}')");
        let words = page.ask(&format!(
            "{ids}.split(' ').map((id) => document.getElementById(id).textContent).join(' ')"
        ));
        words.as_str().expect("text").to_owned()
    };
    const FIELD: &str = ".walk input[type=number]";
    let name = named(FIELD, "aria-labelledby");
    assert!(name.starts_with("How many drafts") && name.ends_with(" drafts"), "{name}");
    assert!(named(FIELD, "aria-describedby").starts_with("Write 0 if"));
    let group = named(".walk-question:has([type=checkbox])[role=group]", "aria-labelledby");
    let text = |css: &str| page.ask(&format!("document.querySelector('{css}').textContent"));
    assert_eq!(group, text(".walk-question:has([type=checkbox]) h2 > span:last-child"));
    assert_eq!(named(".walk-stop h2", "aria-describedby"), text(".walk-stop .walk-tone"));
    assert_eq!(
        page.ask("document.querySelector('.walk-way ol').ariaLabel"),
        json!("Your answers so far")
    );
}

/// Opens a decision with answers.
fn open_with<'v>(visit: &'v Visit, path: &str, answers: &str) -> &'v Browser {
    let file = file(path);
    let (id, stamp) =
        (file["id"].as_str().expect("an id"), file["stamp"].as_str().expect("a stamp"));
    visit.open("/en/");
    let page = visit.open(&format!("{path}#{id}=1.{stamp}.{answers}"));
    open_folds(page);
    page
}

/// Opens what is folded below a verdict.
fn open_folds(page: &Browser) {
    page.wait_until("document.querySelector('.walking')");
    // What other answers would change comes a moment after the verdict.
    let shown = format!("document.querySelector('{SHOWN}')");
    page.wait_until(&format!("!{shown} || {shown}.querySelector('.walk-changes')"));
    page.ask("document.querySelectorAll('.fold').forEach((fold) => { fold.open = true; })");
}

const SHOWN: &str = ".walk-verdict:not([hidden])";

#[test]
fn one_more_tick_that_changes_the_verdict_is_named() {
    let Some(visit) = visit(PHONE) else { return };
    let changes = |path: &str, answers: &str| {
        open_with(&visit, path, answers).text(&format!("{SHOWN} .walk-changes"))
    };
    // Six of the seven safeguards are ticked; the seventh decides.
    let six = changes("/ko/decisions/customer-service/", "1-0-1-1-150-1+2+3+4+5+6");
    assert!(
        six.contains("상담원 연결’\u{2060}도 고르면: 제한 출시")
            || six.contains("상담원 연결’도 고르면: 제한 출시"),
        "{six}"
    );
    let none = changes("/ko/decisions/customer-service/", "1-0-1-1-150-0");
    assert!(none.contains("모두 고르면: 제한 출시"), "{none}");
    let all = changes("/en/decisions/customer-service/", "1-0-1-1-150-1+2+3+4+5+6+7");
    assert!(all.contains("Without any one of “") && all.contains(": Draft mode"), "{all}");
    // Points add up: one more tick leads to the next level.
    let low = changes("/ko/decisions/ready-to-automate/", "3-2-2-2-0");
    assert!(low.contains("도 고르면: 초안 모드로 시도"), "{low}");
    let evidence = changes("/en/decisions/evidence-before-buying/", "2-1-0");
    assert!(evidence.contains(" ticked in “"), "{evidence}");
    assert_eq!(visit.browser.overflow(), 0);
}

#[test]
fn particles_follow_the_last_letter_that_is_spoken() {
    let Some(visit) = visit(PHONE) else { return };
    let page = open_with(&visit, "/ko/decisions/customer-service/", "1-0-1-1-150-1+2+3+4+5+6+7");
    let changes = page.text(&format!("{SHOWN} .walk-changes")).replace('\u{2060}', "");
    assert!(changes.contains("‘0–99건’이라고 답하면"), "{changes}");
    assert!(changes.contains("‘아니요’라고 답하면"), "{changes}");
}

#[test]
fn ticks_and_reasons_stay_visible() {
    let Some(visit) = visit(PHONE) else { return };
    let page = open_with(&visit, "/ko/decisions/customer-service/", "1-0-1-1-150-1+2+3+4+5+6");
    let way = page.text(".walk-way");
    assert!(way.contains("7개 중 6개(빠진 것: AI 안내 표시"), "{way}");
    assert_eq!(page.count(".walk-way li"), 6, "the tally is no answer");
    let reasons = page.text(&format!("{SHOWN} .walk-reasons"));
    assert!(reasons.contains("빠진 것: AI 안내 표시"), "{reasons}");
    let page = open_with(&visit, "/ko/decisions/customer-service/", "1-1+2+3");
    let reasons = page.text(&format!("{SHOWN} .walk-reasons"));
    for reason in ["환불과 보상은", "법에 관한 설명은", "계정 변경은"] {
        assert!(reasons.contains(reason), "{reasons}");
    }
    let way = page.text(".walk-way");
    assert!(way.contains("환불, 적립금, 보상 · ") && way.contains("계정 권한이나"), "{way}");
}

#[test]
fn questions_are_numbered_in_the_order_of_a_walk() {
    let Some(visit) = visit(PHONE) else { return };
    let page = open_with(&visit, "/en/decisions/evidence-before-buying/", "2-1");
    assert_eq!(page.text("[data-node=reach] .walk-number"), "3");
    assert!(page.text("[data-node=reach] .walk-how").contains("tick nothing and go on"));
}

#[test]
fn an_invalid_address_is_reported() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open("/en/decisions/start/#start=1.zzzzz.1-1");
    page.wait_for_text(".walk > .walk-told", "have changed");
    assert_eq!(page.count(".walk-way li"), 0);
    let stamp = file("/en/decisions/start/")["stamp"].as_str().expect("a stamp").to_owned();
    let page = visit.open(&format!("/ko/decisions/start/#start=1.{stamp}.9"));
    page.wait_for_text(".walk > .walk-told", "읽을 수 없습니다");
    // In another language, so that the page is a new one: what is no escape stops no script.
    let page = visit.open(&format!("/en/decisions/start/#start=1.{stamp}.%"));
    page.wait_for_text(".walk > .walk-told", "cannot be read");
    assert_eq!(page.count(".walk > section:not([hidden])"), 1);
}

#[test]
fn the_address_of_another_part_of_the_page_leaves_the_answers() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open("/en/decisions/stop-or-go-on/");
    page.click("[data-node]:not([hidden]) [data-exit='1']");
    let asked = "document.querySelector('[data-node]:not([hidden])').dataset.node";
    let before = page.ask(asked);
    page.ask("location.hash = 'related'");
    page.wait_until("location.hash === '#related'");
    assert_eq!(page.ask(asked), before);
    assert_eq!(page.count(".walk-way li"), 1);
}

#[test]
fn full_storage_is_reported() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open("/en/decisions/start/");
    page.ask("Storage.prototype.setItem = () => { throw new DOMException('full') }");
    for _ in 0..3 {
        page.click("[data-node]:not([hidden]) [data-exit='0']");
    }
    assert!(page.text(".walk-verdict:not([hidden]) .walk-kept").contains("keeps nothing"));
}

#[test]
fn a_keyboard_is_enough() {
    let Some(visit) = visit(Reader { storage: false, ..DESK }) else { return };
    let page = visit.open("/ko/decisions/customer-service/");
    page.tab_to("[data-node=rules] [data-exit='0']");
    page.press(&[Key::Enter]);
    assert_eq!(
        page.ask("document.activeElement.closest('[data-node]').dataset.node"),
        json!("topic")
    );
    page.tab_to("[data-node=topic] li:nth-child(2) input");
    page.press(&[Key::Space]);
    page.tab_to("[data-node=topic] .walk-continue");
    page.press(&[Key::Enter]);
    page.wait_until("!document.querySelector('[data-node=assisted]').hidden");
    assert_eq!(page.ask("document.activeElement.textContent"), json!("보조 업무"));
    assert!(!page.is_shown("[data-node=assisted] .walk-reasons"), "the reasons are folded");
    open_folds(page);
    page.wait_for_text("[data-node=assisted] .walk-reasons", "법에 관한 설명은 사람이 합니다.");
    page.wait_for_text("[data-node=assisted] .walk-changes", "아직 맡기지 않음");
    let kept = page.text("[data-node=assisted] .walk-kept");
    assert!(kept.contains("보관하지 않습니다"), "nothing is offered that cannot be: {kept}");
}

#[test]
fn the_drawing_marks_the_way_taken() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open("/en/guides/human-review-gates/");
    page.click("#diagram-gate-or-not .diagram-walk summary");
    page.click("[data-node=commits] [data-exit='1']");
    page.click("[data-node=reversible] [data-exit='1']");
    let walked = "[...new Set([...document.querySelectorAll('.diagram-wide .walked')].map((e) => e.dataset.way))]";
    assert_eq!(
        page.ask(walked),
        json!(["commits", "reversible", "every", "commits.1", "reversible.1"])
    );
}

#[test]
fn the_question_comes_before_the_drawing() {
    let Some(visit) = visit(DESK) else { return };
    for lang in ["en", "ko"] {
        let page = visit.open(&format!("/{lang}/decisions/customer-service/"));
        let contents =
            "[...document.querySelectorAll('.contents-path a')].slice(0, 2).map((e) => e.hash)";
        let parts = ["#diagram-may-it-do--walk", "#diagram-may-it-do--drawing"];
        assert_eq!(page.ask(contents), json!(parts));
        assert!(!page.is_shown(".diagram-drawing svg"), "folded while there is a question");
        page.click("[data-node=rules] [data-exit='1']");
        assert!(!page.is_shown(".diagram-drawing svg"), "and below a verdict");
        assert!(page.count(".diagram-wide [data-way='rules.1'].walked") > 0);
    }
}

#[test]
fn every_way_can_be_walked_by_links_without_scripts() {
    let Some(visit) = visit(Reader { scripts: false, ..PHONE }) else { return };
    for path in ["/en/decisions/stop-or-go-on/", "/ko/decisions/start/"] {
        let page = visit.open(path);
        let file = file(path);
        for question in file["questions"].as_array().expect("questions") {
            let id = question["id"].as_str().expect("an id");
            for (at, answer) in question["answers"].as_array().expect("answers").iter().enumerate()
            {
                // One question is in sight, that of the address.
                page.ask(&format!("location.hash = document.querySelector('[data-node={id}]').id"));
                let link = format!("[data-node={id}] [data-exit='{at}']");
                page.click(&link);
                let to = answer["to"].as_str().expect("a target");
                assert!(
                    page.url().ends_with(&format!("--{to}")),
                    "{path} {id} {at}: {}",
                    page.url()
                );
                assert_eq!(page.count(&format!("[data-node={to}]:target")), 1);
            }
        }
        assert_eq!(page.overflow(), 0);
    }
    // Choices that only add points have one way out, whatever is ticked.
    let page = visit.open("/ko/decisions/customer-service/");
    for (id, words) in [("ready", "무엇을 고르든"), ("topic", "해당 없음")] {
        page.ask(&format!("location.hash = document.querySelector('[data-node={id}]').id"));
        assert!(page.text(&format!("[data-node={id}] .walk-otherwise")).starts_with(words));
    }
}
