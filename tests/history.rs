//! The history of one page in two languages, edited step by step, with the exact state after
//! each step: moved sections, stale sections, and sections that are current although their
//! files changed a lot.

use std::{fmt::Write, path::Path};

use crate::support::{TestSite, assert_golden};
use unicode_normalization::UnicodeNormalization;

const ENGLISH: &str = r#"+++
title = "Alpha"
description = "What Alpha is about."
published = 2026-11-22
+++

Read this before you begin.

```diagram
kind = "workflow"
id = "way"
title = "The way"
caption = "Two steps."
[[steps]]
id = "draft"
label = "Draft"
[[steps]]
id = "review"
label = "Review"
```

## Scope {#scope}

The agent drafts, and a person sends.
Nothing reaches a customer unread.

> [!NOTE]
> A line in a prompt
> is not a permission.

## Costs

Count the minutes that repair takes.

| Item | Minutes |
|---|--:|
| Draft | 4 |

## Checks {#checks}

- [ ] The rule is written. {#rule}
- [ ] The way back is tested.

## Next step {#next}

Take ten samples and compare.
"#;

const KOREAN: &str = r#"+++
title = "알파"
description = "알파에 관한 글입니다."
+++

시작하기 전에 읽으십시오.

```diagram
kind = "workflow"
id = "way"
title = "가는 길"
caption = "두 단계입니다."
[[steps]]
id = "draft"
label = "초안"
[[steps]]
id = "review"
label = "검토"
```

## 범위 {#scope}

에이전트가 초안을 쓰고 사람이 보냅니다.
읽지 않은 답변은 나가지 않습니다.

> [!NOTE]
> 프롬프트의 한 줄은
> 권한이 아닙니다.

## 비용

고치는 데 든 시간을 셉니다.

| 항목 | 분 |
|---|--:|
| 초안 | 4 |

## 점검 {#checks}

- [ ] 규칙을 적었습니다. {#rule}
- [ ] 되돌아갈 길을 시험했습니다.

## 다음 단계 {#next}

샘플 열 개를 골라 비교하십시오.
"#;

const EN: &str = "content/guides/a.en.md";
const KO: &str = "content/guides/a.ko.md";
const LEDGER: &str = "content/guides/a.ko.ledger";

struct History {
    site: TestSite,
    english: String,
    korean: String,
    events: String,
    step: usize,
}

impl History {
    fn new() -> History {
        let (english, korean) = (ENGLISH.to_owned(), KOREAN.to_owned());
        let history =
            History { site: TestSite::new(), english, korean, events: String::new(), step: 0 };
        history.save();
        history
    }

    fn save(&self) {
        self.site.write(EN, &self.english).write(KO, &self.korean);
    }

    /// Edits the source; the replaced text must occur in it.
    fn source(&mut self, from: &str, to: &str) -> &mut History {
        assert!(self.english.contains(from), "{from}");
        self.english = self.english.replacen(from, to, 1);
        self.save();
        self
    }

    /// Edits the translation.
    fn translation(&mut self, from: &str, to: &str) -> &mut History {
        assert!(self.korean.contains(from), "{from}");
        self.korean = self.korean.replacen(from, to, 1);
        self.save();
        self
    }

    fn accept(&mut self, arguments: &[&str]) -> &mut History {
        let ran = self.site.run_in("C", &[&["accept", "guides/a"], arguments].concat());
        for line in ran.stdout.lines().filter(|line| line.starts_with("guides/a")) {
            let _ = writeln!(self.events, "   accept {}: {line}", arguments.join(" "));
        }
        self
    }

    /// Records the name of the step and the state of every page after it.
    fn then(&mut self, what: &str) {
        self.step += 1;
        let json = self.site.run_in("C", &["status", "--json"]).stdout;
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        let pages = json["pages"].as_array().expect("pages").iter().map(page);
        let events = std::mem::take(&mut self.events);
        let step = self.step;
        self.events = format!("{step}. {what}\n{events}{}\n", pages.collect::<String>());
        self.site.write("history.txt", [self.so_far(), self.events.clone()].concat());
        self.events.clear();
    }

    fn so_far(&self) -> String {
        if self.step == 1 { String::new() } else { self.site.read("history.txt") }
    }
}

/// Returns a line for a page, and a line for each section that is not current.
fn page(page: &serde_json::Value) -> String {
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let mut shown =
        format!("   {}: {}, {} words\n", text(&page["page"]), text(&page["state"]), page["words"]);
    for section in page["sections"].as_array().into_iter().flatten() {
        if section["state"] == "current" {
            continue;
        }
        let elsewhere = section["elsewhere"].as_str().map(|page| format!(" ({page})"));
        let _ = writeln!(
            shown,
            "     {:<24} {}{}",
            text(&section["id"]),
            text(&section["state"]),
            elsewhere.unwrap_or_default()
        );
    }
    shown
}

/// Returns the text from the lead on, or the whole file, decomposed as on macOS.
fn decomposed(text: &str) -> String {
    text.nfd().collect()
}

#[test]
fn every_edit_leads_to_the_expected_state() {
    let mut h = History::new();
    h.then("nothing is recorded yet");
    h.accept(&["--all"]).then("everything is recorded");

    h.source("and a person sends", "and a person always sends");
    h.accept(&["scope"]).then("a word is added to the source; the translation did not change");
    h.accept(&["scope", "--unchanged", "the Korean says so already"])
        .then("… which is said on purpose");

    h.source(
        "The agent drafts, and a person always sends.\nNothing",
        "The agent drafts,\nand a person always sends. Nothing",
    );
    h.source(
        "> A line in a prompt\n> is not a permission.",
        "> A line in a prompt is not\n> a permission.",
    );
    h.source(
        "| Item | Minutes |\n|---|--:|\n| Draft | 4 |",
        "|  Item | Minutes |\n|-------|--------:|\n| Draft |       4 |",
    );
    h.then("the source is broken into lines anew, its table lined up");

    h.korean = decomposed(&h.korean.clone());
    h.english = h.english.replace('\n', "\r\n");
    h.save();
    h.then("the translation is saved decomposed (NFD), the source with CRLF");
    h.korean = h.korean.nfc().collect();
    h.english = h.english.replace("\r\n", "\n");

    h.source("## Checks", "## Limits\n\nStop at the first false promise.\n\n## Checks");
    h.then("a section is inserted in the source");
    h.translation("## 점검", "## 한계\n\n거짓 약속이 하나라도 나오면 멈춥니다.\n\n## 점검");
    h.then("… and translated");
    h.accept(&["--all"]).then("… and recorded");

    h.source("Nothing reaches", "\n\n## Gate {#gate}\n\nNothing reaches");
    h.then("a section of the source is split");
    h.translation("\n읽지 않은", "\n\n## 게이트 {#gate}\n\n읽지 않은").accept(&["--all"]);
    h.accept(&["scope"]).then("… and that of the translation");

    h.source("\n\n## Gate {#gate}\n\nNothing", " Nothing").then("the two are merged in the source");
    h.translation("\n\n## 게이트 {#gate}\n\n읽지", "\n읽지")
        .accept(&["scope"])
        .accept(&["--all"])
        .then("… and in the translation");

    h.source(
        "|  Item | Minutes |\n|-------|--------:|\n| Draft |       4 |",
        "| Item | Minutes |\n|---|--:|\n| Draft | 4 |",
    );
    let costs = "## Costs\n\nCount the minutes that repair takes.\n\n| Item | Minutes |\n|---|--:|\n| Draft | 4 |\n\n";
    h.source(costs, "").source("## Next step", &[costs, "## Next step"].concat());
    h.then("a section without an id of its own moves");
    h.english =
        ENGLISH.replace("\n## Next step {#next}\n\nTake ten samples and compare.\n", "").replace(
            "## Scope {#scope}",
            "## Next step {#next}\n\nTake ten samples and compare.\n\n## Scope {#scope}",
        );
    h.korean = KOREAN.to_owned();
    h.save();
    h.accept(&["--all"])
        .then("back to the beginning, but for the last section, which stands first now");
    h.translation("\n## 다음 단계 {#next}\n\n샘플 열 개를 골라 비교하십시오.\n", "");
    h.translation("## 범위", "## 다음 단계 {#next}\n\n샘플 열 개를 골라 비교하십시오.\n\n## 범위");
    h.accept(&["--all", "--unchanged", "back to the beginning"]).then("… in the translation too");

    h.source("## Costs\n", "## What it costs\n").then("a heading without an id is renamed");
    h.translation("## 비용", "## 드는 비용").accept(&["--all"]).then("… and translated");

    h.source("## What it costs", "## What it costs {#costs}")
        .then("its id is pinned in the source");
    h.translation("## 드는 비용", "## 드는 비용 {#costs}").then("… and in the translation");
    h.accept(&["--all"]);
    h.source(" {#costs}", "").translation(" {#costs}", "").then("… and unpinned in both");
    h.source("{#next}", "{#samples}").then("a pinned id is renamed in the source alone");
    h.source("{#samples}", "{#next}");

    h.source(
        "[[steps]]\nid = \"review\"",
        "[[steps]]\nid = \"test\"\nlabel = \"Test it\"\n[[steps]]\nid = \"review\"",
    );
    h.then("a step is added to the diagram");
    h.translation(
        "[[steps]]\nid = \"review\"",
        "[[steps]]\nid = \"test\"\nlabel = \"시험\"\n[[steps]]\nid = \"review\"",
    );
    h.accept(&["diagram-way"]).then("… and to its translation");

    h.source("- [ ] The way back", "- [ ] Somebody is on call. {#on-call}\n- [ ] The way back");
    h.then("a checklist item is added");
    h.translation("- [ ] 되돌아갈", "- [ ] 담당자가 대기합니다. {#on-call}\n- [ ] 되돌아갈")
        .accept(&["--all"]);
    h.then("… and translated");

    h.translation("샘플 열 개를", "샘플을 열 개").then("the translation alone is edited");
    h.source("Take ten samples", "Take twenty samples").then("then the source: both are");
    h.accept(&["next"]).then("… and what was edited can be recorded");

    h.source("title = \"Alpha\"", "title = \"Alpha and Omega\"").then("the title changes");
    h.translation("title = \"알파\"", "title = \"알파와 오메가\"")
        .accept(&["title"])
        .then("… in both");

    let moved = "## What it costs\n\nCount the minutes that repair takes.\n\n| Item | Minutes |\n|---|--:|\n| Draft | 4 |\n\n";
    h.source(moved, "");
    let other = |title: &str, more: &str, body: &str| {
        format!("+++\ntitle = \"{title}\"\ndescription = \"{title}.\"\n{more}+++\n\n{body}")
    };
    let front = "published = 2026-11-22\n";
    h.site.write("content/guides/b.en.md", other("Beta", front, moved));
    h.site.write("content/guides/b.ko.md", other("베타", "", ""));
    h.site.run_in("C", &["accept", "guides/b", "--all"]);
    h.then("a section moves to another page");
    let own =
        "## 드는 비용\n\n고치는 데 든 시간을 셉니다.\n\n| 항목 | 분 |\n|---|--:|\n| 초안 | 4 |\n\n";
    h.translation(own, "");
    h.site.write("content/guides/b.ko.md", other("베타", "", own));
    h.site.run_in("C", &["accept", "guides/b", "--all"]);
    h.accept(&["--all"]).then("… and its translation after it");

    let ledger = h.site.read(LEDGER);
    h.site.remove(LEDGER);
    h.then("the ledger is lost");
    let (before, after) = ledger.split_once("[next]\n").expect("an entry");
    let (entry, after) = after.split_once("\n\n").expect("an end");
    let conflict = format!(
        "{before}<<<<<<< HEAD\n[next]\n{entry}\n=======\n[next]\n{entry}\n>>>>>>> other\n\n{after}"
    );
    h.site.write(LEDGER, conflict);
    h.then("it is back, with a merge conflict in one entry");
    h.site.write(LEDGER, ledger);
    h.then("… which is resolved");
    h.site.remove(KO);
    h.then("the translation is removed");

    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/history.txt");
    assert_golden(&golden, &h.site.read("history.txt"));
}
