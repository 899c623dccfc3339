//! The tables by which text and queries are cut into words. They stand in one file, which
//! the browser loads as a module and the program reads as JSON.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde_json::Value;

/// The tables, prepared for look-ups.
pub struct WordRules {
    /// Particles after any syllable, after an open one, and after a closed one.
    pub particles: [FxHashSet<String>; 3],
    /// The syllables of light verbs, which make a predicate of a noun: 하, 되.
    pub light: Vec<String>,
    /// Endings of light verbs.
    pub tails: FxHashSet<String>,
    /// Endings that are removed from other words, the longest first.
    pub endings: Vec<String>,
    /// Endings of a verb whose stem is one syllable.
    pub verb: Vec<String>,
    /// Endings by the final that they add to the syllable before them; `None` for those before
    /// which a vowel was contracted.
    pub fused: Vec<(Option<char>, FxHashSet<String>)>,
    /// The original vowel of each contracted one.
    pub contracted: FxHashMap<char, char>,
    pub plural: String,
    /// Endings of English words; a sign before them says what becomes of the stem's last letter.
    pub forms: Vec<String>,
    pub stop: FxHashSet<String>,
    /// Units of measures, the longest first.
    pub units: Vec<String>,
    pub same: FxHashMap<String, String>,
    /// Jamo by key, and keys by jamo, of the two-set layout.
    pub keys: FxHashMap<char, char>,
    pub key_of: FxHashMap<char, char>,
    pub strokes: FxHashMap<char, [char; 2]>,
    /// The longest particle, in syllables.
    pub longest: usize,
}

/// The files that the browser loads too: the tables of words, and those for queries that find nothing.
const FILES: [&str; 2] = [
    include_str!("../../static/assets/search-rules.js"),
    include_str!("../../static/assets/search-guess-rules.js"),
];

/// The tables of [`FILES`].
pub static RULES: LazyLock<WordRules> = LazyLock::new(|| WordRules::read(FILES.map(tables)));

fn tables(file: &str) -> Value {
    let json: String = file.lines().filter(|line| !line.starts_with("//")).collect();
    let start = json.find('{').unwrap_or_default();
    let end = json.rfind('}').map_or(0, |at| at + 1);
    serde_json::from_str(&json[start..end]).unwrap_or_default()
}

impl WordRules {
    fn read([value, guesses]: [Value; 2]) -> WordRules {
        let more: Vec<String> = words(&value["particles"]["more"]).collect();
        let particles = ["any", "open", "closed"].map(|name| {
            words(&value["particles"][name]).flat_map(|word| stacked(word, &more)).collect()
        });
        let keys = pairs(guesses["keys"].as_str().unwrap_or_default());
        WordRules {
            longest: longest(&particles),
            particles,
            light: by_length(words(&value["light"])),
            tails: words(&value["tails"]).collect(),
            endings: by_length(words(&value["endings"])),
            verb: words(&guesses["verb"]).collect(),
            fused: texts(&value["fused"]).map(fused).collect(),
            contracted: texts(&value["contracted"]).filter_map(pair).collect(),
            plural: value["plural"].as_str().unwrap_or_default().to_owned(),
            forms: words(&guesses["forms"]).collect(),
            stop: words(&value["stop"]).collect(),
            units: by_length(words(&value["units"])),
            same: texts(&value["same"]).collect(),
            key_of: keys.iter().rev().map(|(key, jamo)| (*jamo, *key)).collect(),
            keys: keys.into_iter().collect(),
            strokes: texts(&value["strokes"]).filter_map(stroke).collect(),
        }
    }
}

fn words(value: &Value) -> impl Iterator<Item = String> + '_ {
    value.as_str().unwrap_or_default().split(' ').map(str::to_owned)
}

/// Returns a particle, and with a plus its combination with each particle that may follow it.
fn stacked(word: String, more: &[String]) -> Vec<String> {
    match word.strip_suffix('+') {
        Some(word) => {
            let longer = more.iter().map(|more| [word, more].concat());
            longer.chain([word.to_owned()]).collect()
        }
        None => vec![word],
    }
}

fn texts(value: &Value) -> impl Iterator<Item = (String, String)> + '_ {
    let entries = value.as_object().into_iter().flatten();
    entries.filter_map(|(key, value)| Some((key.clone(), value.as_str()?.to_owned())))
}

fn stroke((whole, parts): (String, String)) -> Option<(char, [char; 2])> {
    let mut parts = parts.chars();
    Some((whole.chars().next()?, [parts.next()?, parts.next()?]))
}

fn fused((last, endings): (String, String)) -> (Option<char>, FxHashSet<String>) {
    (last.chars().next(), endings.split(' ').map(str::to_owned).collect())
}

fn pair((from, to): (String, String)) -> Option<(char, char)> {
    Some((from.chars().next()?, to.chars().next()?))
}

fn pairs(written: &str) -> Vec<(char, char)> {
    let chars: Vec<char> = written.chars().collect();
    chars.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
}

fn by_length(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut words: Vec<String> = words.collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
}

fn longest(particles: &[FxHashSet<String>]) -> usize {
    particles.iter().flatten().map(|word| word.chars().count()).max().unwrap_or_default()
}
