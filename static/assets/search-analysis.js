// Cuts text into words, and words into the keys under which they are found. `src/search` does the
// same with the same tables; both are tested with `tests/fixtures/search/vectors.json`.

import rules from "./search-rules.js";

const words = (text) => text.split(" ");
const set = (text) => new Set(words(text));
const byLength = (text) => words(text).sort((a, b) => b.length - a.length);
const stacked = (text) =>
  new Set(words(text).flatMap((word) => (word.endsWith("+") ? ["", ...MORE].map((more) => word.slice(0, -1) + more) : word)));
const { any, open, closed, more } = rules.particles;
const MORE = words(more);
const [ANY, OPEN, CLOSED] = [any, open, closed].map(stacked);
const LIGHT = byLength(rules.light);
const TAILS = set(rules.tails);
const ENDINGS = byLength(rules.endings);
const STOP = set(rules.stop);
const FUSED = Object.fromEntries(Object.entries(rules.fused).map(([last, tails]) => [last, set(tails)]));
/** What may follow a word: particles, endings, and verbs. */
export const followers = () => [...ANY, ...OPEN, ...CLOSED, ...TAILS, ...LIGHT];
const UNITS = byLength(rules.units);
const STROKES = rules.strokes;

const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
export const FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

/** Returns whether a word begins with Hangul, consists of syllables, or consists of consonants. */
export const isHangul = (word) => /^[ㄱ-ㅣ가-힣]/.test(word);
export const isWhole = (word) => /^[가-힣]+$/.test(word);
export const isConsonants = (word) => /^[ㄱ-ㅎ]+$/.test(word);

/** Returns initial, vowel and final of a syllable; the final may be missing. */
export function jamo(c) {
  if (!isWhole(c)) return null;
  const at = c.charCodeAt(0) - 0xac00;
  return [INITIALS[Math.floor(at / 588)], VOWELS[Math.floor(at / 28) % 21], at % 28 ? FINALS[at % 28] : ""];
}

/** Returns the syllable of these jamo, if there is one. */
export function syllable(initial, vowel, last = "") {
  const at = [INITIALS.indexOf(initial), VOWELS.indexOf(vowel), last ? FINALS.indexOf(last) : 0];
  return at.includes(-1) ? "" : String.fromCharCode(0xac00 + (at[0] * 21 + at[1]) * 28 + at[2]);
}

export const initials = (word) => Array.from(word, (c) => jamo(c)?.[0] ?? c).join("");

/** Returns the strokes by which beginnings are compared: keystrokes, with ㅕ as the two vowels that it is contracted from. */
export const strokes = (word) => keystrokes(word).replaceAll("ㅕ", "ㅣㅓ");

/** Returns the keystrokes of a word, as jamo. */
export const keystrokes = (word) =>
  Array.from(word, (c) => (jamo(c) ?? [c]).map((part) => STROKES[part] ?? part).join("")).join("");

/** Returns the stem of a word that consists of syllables. It has at least two of them. */
export function koreanStem(word) {
  const bare = () => {
    const noun = withoutParticle(word);
    return predicate(noun) ?? noun;
  };
  const found = withoutPlural(predicate(word) ?? bare());
  return found.length === word.length ? (uncontracted(word) ?? withoutEnding(word)) : found;
}

/** Returns the stem of a verb whose last syllable was contracted with the ending. */
function uncontracted(word) {
  for (let at = 2; at < word.length; at++) {
    const [initial, own, last] = jamo(word[at - 1]) ?? [];
    // 었 and 았 are endings themselves.
    if (initial === "ㅇ" && last === "ㅆ" && /[ㅓㅏ]/.test(own)) continue;
    const contracted = rules.contracted[own];
    const vowel = last === "ㅆ" ? (contracted ?? own) : last ? own : contracted;
    if (vowel && FUSED[last]?.has(word.slice(at))) return word.slice(0, at - 1) + syllable(initial, vowel);
  }
  return null;
}

/** Returns whether `tail` may follow a word in another script directly. */
export const canFollowForeignWord = (tail) =>
  ANY.has(tail) || OPEN.has(tail) || CLOSED.has(tail) || isPredicate(tail);

/** Returns the noun of one syllable before a particle that only nouns take. */
function shortNoun(word) {
  const noun = word[0];
  const particle = word.slice(1);
  const isOpen = !jamo(noun)?.[2];
  if (/^(을|은|과|으로)$/.test(particle)) return isOpen ? null : noun;
  if (/^[를는와]$/.test(particle)) return isOpen ? noun : null;
  return /^(에|에서|에는|에서는|까지|부터)$/.test(particle) ? noun : null;
}

function withoutParticle(word) {
  for (let at = 2; at < word.length; at++) {
    if (isParticleAfter(word.slice(0, at), word.slice(at))) return word.slice(0, at);
  }
  return word;
}

function isParticleAfter(noun, particle) {
  if (ANY.has(particle)) return true;
  const last = jamo(noun.at(-1))?.[2];
  if (!last) return OPEN.has(particle);
  if (last !== "ㄹ") return CLOSED.has(particle);
  if (particle.startsWith("으로")) return false;
  return CLOSED.has(particle) || (particle.startsWith("로") && OPEN.has(particle));
}

function predicate(word) {
  for (let at = 2; at < word.length; at++) {
    if (isPredicate(word.slice(at))) return word.slice(0, at);
  }
  return null;
}

function isPredicate(rest) {
  return LIGHT.some((light) => rest.startsWith(light) && (rest === light || TAILS.has(rest.slice(light.length))));
}

const withoutPlural = (word) => (word.endsWith(rules.plural) && word.length > 2 ? word.slice(0, -1) : word);

function withoutEnding(word) {
  const ending = ENDINGS.find((ending) => word.endsWith(ending) && word.length - ending.length >= 2);
  return ending ? word.slice(0, -ending.length) : word;
}

const LONGEST = 40;
// Words, including those in other scripts that contain joining signs.
const LATIN = String.raw`(?![가-힣ㄱ-ㅣ])[\p{Alphabetic}\p{N}]`;
const CHUNK = new RegExp(
  String.raw`(?:[가-힣ㄱ-ㅣ]+|${LATIN}(?:(?<=[0-9])%)*(?:[-_.,'’/\u2010\u2011](?=${LATIN}))?)+`,
  "gu",
);
const JOINT = /[-_.,'’/\u2010\u2011]/;

/** Returns the stretches of `text` without white space and punctuation, each with its offset. */
export const chunks = (text) =>
  Array.from(text.matchAll(CHUNK), ({ 0: text, index }) => ({ start: index, text }));

const fold = (text) =>
  text.replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).toLowerCase();
const pieces = (chunk) => chunk.match(/[가-힣ㄱ-ㅣ]+|[^가-힣ㄱ-ㅣ]+/gu) ?? [];
const isSaid = ({ text, form }) => text && !STOP.has(text) && !STOP.has(form);

/** Returns the keys of a chunk: `{ text, form, inside }`. */
export function keys(chunk) {
  const all = [];
  let before;
  for (const piece of pieces(fold(chunk))) {
    before = isHangul(piece) ? hangulKeys(piece, before, all) : latinKeys(piece, all);
  }
  return all.filter(isSaid);
}

// `before` is the piece directly before this one: nothing, Latin letters (""), or a number.
function hangulKeys(piece, before, all) {
  let word = piece;
  if (before) {
    const unit = UNITS.find((unit) => piece.startsWith(unit));
    if (unit) {
      all.push({ text: measure(before, unit) });
      word = piece.slice(unit.length);
    }
  }
  if (before == null || (word && !canFollowForeignWord(word))) koreanKeys(word, all);
}

const measure = (number, unit) => number.replace(/%$/, "") + (rules.same[unit] ?? unit);

/** Returns the key of a measure whose unit, `next`, stands apart from its number. */
export function spacedMeasure(number, next) {
  if (!/^[0-9][0-9.,]*$/.test(number)) return null;
  const bare = isWhole(next) ? koreanStem(next) : next;
  const unit =
    UNITS.find((unit) => next.startsWith(unit) && (next === unit || canFollowForeignWord(next.slice(unit.length)))) ??
    (Object.hasOwn(rules.same, bare) ? bare : null);
  return unit && measure(number.replaceAll(",", ""), unit);
}

function koreanKeys(word, all) {
  if (STOP.has(word) || word.length > LONGEST) return;
  const found = koreanStem(word);
  if (STOP.has(found)) return;
  all.push({ text: found });
  const noun = word.length > 1 && word.length <= 3 && shortNoun(word);
  if (noun) all.push({ text: noun, inside: true });
  for (let at = found.length === 3 ? 1 : 2; at < found.length - 1; at++) {
    all.push({ text: found.slice(at), inside: true });
  }
}

function latinKeys(piece, all) {
  const bare = /^v.*\./.test(piece) ? piece.slice(1) : piece;
  if (/^[0-9][0-9.,%]*$/.test(bare)) {
    const number = bare.replaceAll(",", "");
    if (piece.endsWith("%")) all.push({ text: number.replace(/%+$/, ""), inside: true });
    all.push({ text: number });
    return number;
  }
  const parts = piece.split(JOINT).filter(Boolean);
  const said = parts.filter((part, at) => !at || !/^(s|t|re|ve|ll|d)$/.test(part));
  const fits = (word) => [...word].length <= LONGEST;
  all.push(...said.filter(fits).flatMap(latinForms));
  const whole = said.join("");
  if (said.length >= 2 && said.length <= 4 && fits(whole)) all.push(latinKey(whole));
  return "";
}

/** Returns whether a stem is so much shorter than its word that the word gets a key of its own. */
const isFarFrom = (word, stem) => word.length >= stem.length + 4;

function latinForms(word) {
  const key = latinKey(word);
  return isFarFrom(word, key.text) ? [key, { text: word, inside: true }] : [key];
}

function latinKey(word) {
  const text = englishStem(word);
  return text === word ? { text } : { text, form: word };
}

export const isAscii = (word) => /^[\x00-\x7f]*$/.test(word);
export const englishStem = (word) => (isAscii(word) ? stem(word) : word);

/** Returns the words of a query: `{ raw, key, parts }`. */
export function queryWords(query) {
  const all = [];
  let before = "";
  for (const { text } of chunks(query)) {
    const measured = before && spacedMeasure(before, text);
    if (measured) all.splice(-1, 1, { raw: measured, key: measured, parts: [] });
    else chunkWords(text, all);
    before = text;
  }
  return all;
}

function chunkWords(chunk, all) {
  let before;
  for (const piece of pieces(fold(chunk))) {
    const hangul = isHangul(piece);
    const found = [];
    before = hangul ? hangulKeys(piece, before, found) : latinKeys(piece, found);
    const whole = found.filter((key) => !key.inside && isSaid(key));
    const plain = ({ text, form }) => ({ raw: form ?? text, key: text, parts: [] });
    if (!whole.length) continue;
    if (hangul && whole.length === 1) {
      const measured = /^[0-9]/.test(whole[0].text);
      if (measured) all.pop();
      all.push({ raw: measured ? whole[0].text : piece, key: whole[0].text, parts: [] });
    } else if (hangul) {
      all.pop();
      all.push(...whole.map(plain));
    } else {
      const parts = whole.slice(0, -1).map((key) => key.text);
      all.push({ ...plain(whole.at(-1)), parts });
    }
  }
}

/** Returns the sort key of a key. */
export function place(key) {
  if (!isHangul(key)) return key;
  return initials(key).padEnd(2).slice(0, 2) + strokes(key);
}

export const asInitials = (word) => word.length > 1 && isConsonants(word);

/** Returns the lookups of a word itself: `[kind, key, worth]`. */
export function lookups({ raw, key, parts }) {
  if (asInitials(raw)) return [["initials", raw, 0.9]];
  const isForm = !isHangul(raw) && isFarFrom(raw, key);
  const all = [["exact", key, isForm ? 0.7 : 1]];
  if (isForm || (isHangul(raw) && raw !== key && isWhole(raw))) all.push(["exact", raw, 1]);
  const short = raw.length >= 2 && raw.length <= 3 && isWhole(raw) && shortNoun(raw);
  if (short) all.push(["exact", short, 0.9]);
  const begins = isHangul(key) ? key.length > 1 : key.length >= 3 || key.includes(".");
  if (begins) all.push(["beginning", key, 0.6]);
  if (parts.length > 1) all.push(["together", parts, 0.9]);
  const ends = (parts) => parts.map((part) => (isWhole(part) ? koreanStem(part) : part));
  return [...all, ...splits(key, 1).map((parts) => ["together", ends(parts), 0.8])];
}

/** Returns the ways to cut a word in two parts that have at least so many letters. */
export const cuts = (word, first, second) =>
  Array.from(word.slice(first + second - 1), (_, at) => [word.slice(0, at + first), word.slice(at + first)]);
export const splits = (key, first) => (isHangul(key) ? cuts(key, first, 2) : []);

// The stems of English words: the algorithm English (Porter 2) of the Snowball project,
// snowballstem.org/algorithms/english/stemmer.html.

const VOWEL = /[aeiouy]/;
const DOUBLE = /(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/;
const SHORT = /(^[aeiouy][^aeiouy]|[^aeiouy][aeiouy][^aeiouywxY])$/;
const table = (text) => text.split(", ").map((rule) => rule.split(" "));
const WHOLE = Object.fromEntries(
  table("skis ski, skies sky, dying die, lying lie, tying tie, idly idl, gently gentl, ugly ugli, early earli, only onli, singly singl"),
);
const KEPT = /^(sky|news|howe|atlas|cosmos|bias|andes)$/;
const KEPT_SINGULAR = /^(inning|outing|canning|herring|earring|proceed|exceed|succeed)$/;
const FIRST = table("eedly, eed, edly, ed, ingly, ing");
const SECOND = table(
  "tional tion, enci ence, anci ance, abli able, entli ent, ization ize, izer ize, ational ate, ation ate, ator ate, alism al, " +
    "aliti al, alli al, fulness ful, ousli ous, ousness ous, iveness ive, iviti ive, biliti ble, bli ble, fulli ful, lessli less, ogi og, li",
);
const THIRD = table("ational ate, tional tion, alize al, icate ic, iciti ic, ical ic, ful, ness, ative");
const FOURTH = table("al, ance, ence, er, ic, able, ible, ant, ement, ment, ent, ism, ate, iti, ous, ive, ize, ion");

/** Returns the rule for the longest matching ending of `word`. */
const longest = (word, table) =>
  table.filter(([ending]) => word.endsWith(ending)).sort((a, b) => b[0].length - a[0].length)[0] ?? [];

/** Returns the offset after the first consonant that follows a vowel. */
function region(word, from) {
  const found = /[aeiouy][^aeiouy]/.exec(word.slice(from));
  return found ? from + found.index + 2 : word.length;
}

function stem(given) {
  if (given.length <= 2 || KEPT.test(given)) return given;
  if (Object.hasOwn(WHOLE, given)) return WHOLE[given];
  let word = given.replace(/^'/, "").replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
  const prefix = /^(gener|commun|arsen)/.exec(word);
  const r1 = prefix ? prefix[0].length : region(word, 0);
  const r2 = region(word, r1);
  const inFirst = (ending) => word.length - ending.length >= r1;
  const inSecond = (ending) => word.length - ending.length >= r2;
  const replace = (ending, by = "") => {
    word = word.slice(0, -ending.length) + by;
  };

  word = word.replace(/('s'|'s|')$/, "");
  if (word.endsWith("sses")) replace("sses", "ss");
  else if (/(ied|ies)$/.test(word)) replace("ies", word.length > 4 ? "i" : "ie");
  else if (/[^us]s$/.test(word) && VOWEL.test(word.slice(0, -2))) replace("s");
  if (KEPT_SINGULAR.test(word)) return word;

  const [first] = longest(word, FIRST);
  if (first?.startsWith("eed")) {
    if (inFirst(first)) replace(first, "ee");
  } else if (first && VOWEL.test(word.slice(0, -first.length))) {
    replace(first);
    if (/(at|bl|iz)$/.test(word)) word += "e";
    else if (DOUBLE.test(word)) word = word.slice(0, -1);
    else if (r1 === word.length && SHORT.test(word)) word += "e";
  }
  if (/.[^aeiouy][yY]$/.test(word)) word = `${word.slice(0, -1)}i`;

  const [second, by] = longest(word, SECOND);
  const mayGo = { ogi: /logi$/, li: /[cdeghkmnrt]li$/ }[second] ?? /./;
  if (second && inFirst(second) && mayGo.test(word)) replace(second, by);
  const third = longest(word, THIRD);
  if (third[0] && inFirst(third[0]) && (third[0] !== "ative" || inSecond("ative"))) replace(...third);
  const [fourth] = longest(word, FOURTH);
  if (fourth && inSecond(fourth) && (fourth !== "ion" || /[st]ion$/.test(word))) replace(fourth);
  if (word.endsWith("e")) {
    if (inSecond("e") || (inFirst("e") && !SHORT.test(word.slice(0, -1)))) replace("e");
  } else if (/ll$/.test(word) && inSecond("l")) replace("l");
  return word.toLowerCase();
}
