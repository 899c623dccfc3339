//! Makes a guide of any size, always the same one: N guides in English and Korean, about 7 KB
//! each, with headings, links, lists, a table, and two code blocks that no other guide has
//! (code is the same in both languages, as in real guides).

use std::{fmt::Write, fs, io, path::Path};

/// Writes a site with `guides` guides in both languages to `root`.
pub fn write(root: &Path, guides: usize) -> io::Result<()> {
    let folder = root.join("content/guides");
    fs::create_dir_all(&folder)?;
    fs::write(root.join("guide.toml"), SETTINGS)?;
    for number in 0..guides {
        let mut words = Words { state: number as u64 + 1 };
        fs::write(
            folder.join(format!("guide-{number}.en.md")),
            english(number, guides, &mut words),
        )?;
        fs::write(
            folder.join(format!("guide-{number}.ko.md")),
            korean(number, guides, &mut words),
        )?;
    }
    Ok(())
}

const SETTINGS: &str = "base_url = \"https://corpus.example\"\n\n[title]\nen = \"Corpus of guides\"\nko = \"가이드 말뭉치\"\n\n[topics]\nuse-case = { en = \"Use\", ko = \"쓰임\" }\nevaluation = { en = \"Evaluation\", ko = \"평가\" }\nrisk = { en = \"Risk\", ko = \"위험\" }\n";

/// A pseudo-random sequence (Knuth's MMIX generator).
struct Words {
    state: u64,
}

impl Words {
    fn next(&mut self, below: usize) -> usize {
        self.state = self.state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.state >> 33) as usize % below
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.next(from.len())]
    }

    fn sentence(&mut self, from: &[&str], length: usize) -> String {
        let words: Vec<&str> = (0..length).map(|_| self.pick(from)).collect();
        words.join(" ")
    }
}

const ENGLISH: [&str; 32] = [
    "agent", "answers", "before", "review", "the", "sample", "and", "records", "a", "draft",
    "person", "approves", "every", "refund", "with", "evidence", "that", "shows", "how", "long",
    "repair", "takes", "when", "policy", "changes", "in", "one", "market", "but", "not", "another",
    "team",
];

const KOREAN: [&str; 32] = [
    "에이전트가",
    "초안을",
    "쓰고",
    "사람이",
    "검토합니다",
    "샘플은",
    "열",
    "개면",
    "충분하고",
    "근거를",
    "남깁니다",
    "환불은",
    "언제나",
    "사람이",
    "승인합니다",
    "정책이",
    "바뀌면",
    "다시",
    "검증하고",
    "기준선을",
    "넘으면",
    "멈춥니다",
    "고객이",
    "보는",
    "화면과",
    "내부",
    "메모를",
    "나누어",
    "관리하고",
    "수정",
    "시간을",
    "잽니다",
];

struct Voice {
    words: &'static [&'static str],
    section: &'static str,
    stop: &'static str,
    sentences: usize,
    length: usize,
}

fn english(number: usize, guides: usize, words: &mut Words) -> String {
    let mut page = format!(
        "+++\ntitle = \"Guide number {number} of the corpus\"\ndescription = \"What guide {number} \
         says about agents, samples and reviews, at some length.\"\npublished = 2026-{:02}-{:02}\n\
         topic = \"{}\"\nrelated = [\"guide-{}\"]\n+++\n\n",
        1 + number % 10,
        1 + number % 28,
        ["use-case", "evaluation", "risk"][number % 3],
        (number + 1) % guides,
    );
    let voice = Voice { words: &ENGLISH, section: "Section", stop: ".", sentences: 7, length: 16 };
    body(&mut page, &voice, number, guides, words);
    page
}

fn korean(number: usize, guides: usize, words: &mut Words) -> String {
    let mut page = format!(
        "+++\ntitle = \"말뭉치의 가이드 {number}번\"\ndescription = \"가이드 {number}번이 에이전트와 샘플, \
         검토를 두고 하는 이야기입니다.\"\n+++\n\n"
    );
    let voice = Voice { words: &KOREAN, section: "절", stop: ".", sentences: 6, length: 10 };
    body(&mut page, &voice, number, guides, words);
    page
}

fn body(page: &mut String, voice: &Voice, number: usize, guides: usize, words: &mut Words) {
    // The targets of links and the contents of tables do not depend on the language.
    let mut facts = code_words(number);
    for section in 0..7 {
        let _ = write!(page, "## {} {section} {{#s{section}}}\n\n", voice.section);
        paragraph(page, voice, words);
        let other = facts.next(guides);
        let _ = write!(
            page,
            "{} [{}](guide-{other}.md#s{}) **{}({section})**{}\n\n",
            words.sentence(voice.words, 5),
            words.sentence(voice.words, 2),
            facts.next(7),
            words.pick(voice.words),
            voice.stop,
        );
        match section {
            1 | 4 => list(page, voice, words),
            2 => table(page, voice, words, &mut facts),
            3 => json(page, number),
            5 => shell(page, number),
            _ => {}
        }
    }
}

fn paragraph(page: &mut String, voice: &Voice, words: &mut Words) {
    for _ in 0..voice.sentences {
        let _ = write!(page, "{}{} ", words.sentence(voice.words, voice.length), voice.stop);
    }
    page.push_str("\n\n");
}

fn list(page: &mut String, voice: &Voice, words: &mut Words) {
    for _ in 0..5 {
        let _ = writeln!(page, "- {}", words.sentence(voice.words, 7));
    }
    page.push('\n');
}

fn table(page: &mut String, voice: &Voice, words: &mut Words, facts: &mut Words) {
    page.push_str("| A | B | C |\n|---|--:|---|\n");
    for _ in 0..5 {
        let cell = |words: &mut Words| words.sentence(voice.words, 2);
        let (a, b, c) = (cell(words), facts.next(1000), cell(words));
        let _ = writeln!(page, "| {a} | {b} | {c} |");
    }
    page.push('\n');
}

/// Returns the words for code and other content that is the same in both languages.
fn code_words(number: usize) -> Words {
    Words { state: number as u64 ^ 0xc0de }
}

fn json(page: &mut String, number: usize) {
    let mut words = code_words(number);
    let _ = write!(
        page,
        "```json\n{{\n  \"sample\": \"{number}-{}\",\n  \"quality\": {},\n  \"repair_minutes\": {},\n  \
         \"critical\": {}\n}}\n```\n\n",
        words.next(100_000),
        words.next(5),
        words.next(60),
        words.next(2) == 0,
    );
}

fn shell(page: &mut String, number: usize) {
    let mut words = code_words(number);
    let _ = write!(
        page,
        "```bash\nfor file in samples/{number}-*.json; do\n  jq '.quality > {}' \"$file\" >> \
         {}-{number}.txt\ndone\nsort -n {number}.txt | tail -{}\n```\n\n",
        words.next(5),
        words.pick(&ENGLISH),
        words.next(50),
    );
}
