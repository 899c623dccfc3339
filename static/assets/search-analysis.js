// Cuts text into words and words into the keys under which they are found: the same as
// `src/search`, by the same tables. Both are held to `tests/fixtures/search/vectors.json`.

import rules from "./search-rules.js";
import { stem } from "./search-stem.js";

const words = (text) => text.split(" ");
const set = (text) => new Set(words(text));
const byLength = (text) => words(text).sort((a, b) => b.length - a.length);
const { any, open, closed } = rules.particles;
const ANY = set(any);
const OPEN = set(open);
const CLOSED = set(closed);
const PARTICLES = [...ANY, ...OPEN, ...CLOSED];
const LONGEST_PARTICLE = Math.max(...PARTICLES.map((word) => word.length));
const LIGHT = byLength(rules.light);
const TAILS = set(rules.tails);
const ENDINGS = byLength(rules.endings);
const STOP = set(rules.stop);
const FUSED = Object.fromEntries(Object.entries(rules.fused).map(([last, tails]) => [last, set(tails)]));
export const CONTRACTED = rules.contracted;
const UNITS = byLength(rules.units);
const STROKES = rules.strokes;
const JOINED = Object.fromEntries(Object.entries(STROKES).map(([whole, parts]) => [parts, whole]));
const KEYS = Object.fromEntries(rules.keys.match(/../g).map(([key, jamo]) => [key, jamo]));
const KEY_OF = Object.fromEntries(Object.entries(KEYS).reverse().map(([key, jamo]) => [jamo, key]));

const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
const FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

export const isSyllable = (c) => c >= "가" && c <= "힣";
export const isConsonant = (c) => c >= "ㄱ" && c <= "ㅎ";
export const isHangul = (c) => isSyllable(c) || (c >= "ㄱ" && c <= "ㅣ");
export const every = (text, test) => [...text].every(test);

/** Initial, vowel and final of a syllable; the final may be missing. */
export function jamo(c) {
  if (!c || !isSyllable(c)) return null;
  const at = c.charCodeAt(0) - 0xac00;
  return [INITIALS[Math.floor(at / 588)], VOWELS[Math.floor(at / 28) % 21], at % 28 ? FINALS[at % 28] : ""];
}

/** The syllable of these jamo; nothing where there is none. */
export function syllable(initial, vowel, last = "") {
  const at = [INITIALS.indexOf(initial), VOWELS.indexOf(vowel), last ? FINALS.indexOf(last) : 0];
  return at.includes(-1) ? "" : String.fromCharCode(0xac00 + (at[0] * 21 + at[1]) * 28 + at[2]);
}

export const initials = (word) => Array.from(word, (c) => jamo(c)?.[0] ?? c).join("");

/** What beginnings are compared by: keystrokes, with ㅕ as what it is contracted from. */
export const strokes = (word) => keystrokes(word).replaceAll("ㅕ", "ㅣㅓ");

/** The keystrokes of a word, as jamo. */
const keystrokes = (word) =>
  Array.from(word, (c) => (jamo(c) ?? [c]).map((part) => STROKES[part] ?? part).join("")).join("");

/** What the keys of `latin` type on a Korean layout, where that is whole syllables. */
export function typedAsHangul(latin) {
  const lower = /[a-z]/.test(latin);
  const typed = Array.from(latin, (c) => KEYS[lower ? c : c.toLowerCase()] ?? KEYS[c.toLowerCase()]);
  if (typed.includes(undefined)) return null;
  const composed = compose(typed);
  return every(composed, isSyllable) ? composed : null;
}

export const typedAsLatin = (hangul) => Array.from(keystrokes(hangul), (c) => KEY_OF[c] ?? c).join("");

/** Puts jamo together as an input method does. */
function compose(typed) {
  let composed = "";
  for (let at = 0; at < typed.length; ) {
    const [vowel, after] = vowelAt(typed, at + 1);
    if (!isConsonant(typed[at]) || !vowel) {
      composed += typed[at++];
      continue;
    }
    const [last, end] = finalAt(typed, after);
    composed += syllable(typed[at], vowel, last) || typed.slice(at, end).join("");
    at = end;
  }
  return composed;
}

function vowelAt(typed, at) {
  const first = typed[at];
  if (!first || isConsonant(first)) return ["", at];
  const both = JOINED[first + typed[at + 1]];
  return both ? [both, at + 2] : [first, at + 1];
}

function finalAt(typed, at) {
  const ends = (at) => {
    const c = typed[at];
    return c && FINALS.includes(c) && (at + 1 >= typed.length || isConsonant(typed[at + 1])) ? c : "";
  };
  const first = ends(at);
  if (!first) return ["", at];
  const second = ends(at + 1);
  const both = second && JOINED[first + second];
  return both ? [both, at + 2] : [first, at + 1];
}

/** The stem of a word that is all syllables: at least two of them. */
export function koreanStem(word) {
  const bare = () => {
    const noun = withoutParticle(word);
    return predicate(noun) ?? noun;
  };
  const found = plural(predicate(word) ?? bare());
  return found.length === word.length ? (unfused(word) ?? withoutEnding(word)) : found;
}

/** The stem of a verb with whose last syllable an ending has become one. */
function unfused(word) {
  for (let at = 2; at < word.length; at++) {
    const [initial, own, last] = jamo(word[at - 1]) ?? [];
    // 었 and 았 are endings themselves.
    if (initial === "ㅇ" && last === "ㅆ" && /[ㅓㅏ]/.test(own)) continue;
    const contracted = CONTRACTED[own];
    const vowel = last === "ㅆ" ? (contracted ?? own) : last ? own : contracted;
    if (vowel && FUSED[last]?.has(word.slice(at))) return word.slice(0, at - 1) + syllable(initial, vowel);
  }
  return null;
}

/** Whether `tail` may stand right after a word in another script. */
export const isTail = (tail) =>
  ANY.has(tail) || OPEN.has(tail) || CLOSED.has(tail) || isPredicate(tail);

/** The noun of one syllable before a particle that only nouns have. */
export function shortNoun(word) {
  const noun = word[0];
  const particle = word.slice(1);
  const isOpen = !jamo(noun)?.[2];
  if (["을", "은", "과", "으로"].includes(particle)) return isOpen ? null : noun;
  if (["를", "는", "와"].includes(particle)) return isOpen ? noun : null;
  return ["에", "에서", "에는", "에서는", "까지", "부터"].includes(particle) ? noun : null;
}

function withoutParticle(word) {
  for (let at = Math.max(2, word.length - LONGEST_PARTICLE); at < word.length; at++) {
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

const plural = (word) => (word.endsWith(rules.plural) && word.length > 2 ? word.slice(0, -1) : word);

function withoutEnding(word) {
  const ending = ENDINGS.find((ending) => word.endsWith(ending) && word.length - ending.length >= 2);
  return ending ? word.slice(0, -ending.length) : word;
}

const LONGEST = 40;
// Words, those in other scripts joined by what may stand inside them.
const LATIN = String.raw`(?![가-힣ㄱ-ㅣ])[\p{Alphabetic}\p{N}]`;
const CHUNK = new RegExp(
  String.raw`(?:[가-힣ㄱ-ㅣ]+|${LATIN}(?:(?<=[0-9])%)*(?:[-_.,'’/\u2010\u2011](?=${LATIN}))?)+`,
  "gu",
);
const JOINT = /[-_.,'’/\u2010\u2011]/;

/** The stretches of `text` without white space or punctuation, each with its start. */
export const chunks = (text) =>
  Array.from(text.matchAll(CHUNK), ({ 0: text, index }) => ({ start: index, text }));

const fold = (text) =>
  text.replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).toLowerCase();
const pieces = (chunk) => chunk.match(/[가-힣ㄱ-ㅣ]+|[^가-힣ㄱ-ㅣ]+/gu) ?? [];
const isSaid = ({ text }) => text && !STOP.has(text);

/** The keys of a chunk: `{ text, form, inside }`. */
export function keys(chunk) {
  const all = [];
  let before = null;
  for (const piece of pieces(fold(chunk))) {
    before = isHangul(piece[0]) ? hangulKeys(piece, before, all) : latinKeys(piece, all);
  }
  return all.filter(isSaid);
}

// What a piece follows without a space: nothing, Latin letters (""), or a number.
function hangulKeys(piece, before, all) {
  let word = piece;
  if (before) {
    const unit = UNITS.find((unit) => piece.startsWith(unit));
    if (unit) {
      all.push({ text: measure(before, unit) });
      word = piece.slice(unit.length);
    }
    if (!word || isTail(word)) return null;
  } else if (before === "" && isTail(piece)) return null;
  koreanKeys(word, all);
  return null;
}

const measure = (number, unit) => number.replace(/%$/, "") + (rules.same[unit] ?? unit);

/** The key of a number with the unit that `next` is, where a space stands between them. */
export function spacedMeasure(number, next) {
  if (!/^[0-9][0-9.,]*$/.test(number)) return null;
  const bare = every(next, isSyllable) ? koreanStem(next) : next;
  const unit =
    UNITS.find((unit) => next.startsWith(unit) && (next === unit || isTail(next.slice(unit.length)))) ??
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

/** Whether a stem has so little of a word that the word has a key of its own. */
export const isFarFrom = (word, stem) => word.length >= stem.length + 4;

function latinForms(word) {
  const key = latinKey(word);
  return isFarFrom(word, key.text) ? [key, { text: word, inside: true }] : [key];
}

function latinKey(word) {
  const text = englishStem(word);
  return text === word ? { text } : { text, form: word };
}

export const englishStem = (word) => (/^[\x00-\x7f]*$/.test(word) ? stem(word) : word);

/** The words of a query: `{ raw, key, parts }`. */
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
  let before = null;
  for (const piece of pieces(fold(chunk))) {
    const hangul = isHangul(piece[0]);
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

/** Where a key stands among all keys. */
export function place(key) {
  if (!isHangul(key[0] ?? "")) return key;
  return initials(key).padEnd(2).slice(0, 2) + strokes(key);
}

/** Whether a particle or an ending may begin with these strokes. */
export function mayFollow(rest) {
  return (
    !rest ||
    [...PARTICLES, ...TAILS, ...LIGHT].some((word) => {
      const all = strokes(word);
      return all.startsWith(rest) || (isTail(word) && rest.startsWith(all));
    })
  );
}
