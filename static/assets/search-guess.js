// Finds what few queries ask for: initial consonants, and what was intended by a word that is not
// found, which may be half typed, of the other keyboard layout, or wrong by a letter. Loaded when the
// first such word is searched.

import guessRules from "./search-guess-rules.js";
import rules from "./search-rules.js";
import {
  FINALS, asInitials, canFollowForeignWord, cuts, englishStem, followers, isAscii, isConsonants, initials as initialsOf, isHangul,
  isWhole, jamo, keystrokes, queryWords, splits, strokes, syllable,
} from "./search-analysis.js";

const ENDINGS = new Set([rules.tails, rules.endings].flatMap((endings) => endings.split(" ")));
const FORMS = guessRules.forms.split(" ");
/** Jamo that are typed as two, by the two: ㅘ by ㅗㅏ. */
const COMPOUND_JAMO = Object.fromEntries(Object.entries(rules.strokes).map(([whole, parts]) => [parts, whole]));
const KEYS = Object.fromEntries(guessRules.keys.match(/../g).map(([key, jamo]) => [key, jamo]));
const KEY_OF = Object.fromEntries(Object.entries(KEYS).reverse().map(([key, jamo]) => [jamo, key]));

/** What a guess is worth, beside 1 for a word that is found as it is written. */
const GUESS_WEIGHT = 0.7;

/** Returns the lookups to try one after the other if those find nothing. */
export function fallbackLookups({ raw, key, parts }) {
  if (!isHangul(raw)) {
    // The other part of the word is a stop word.
    if (parts.length === 1) return [["together", parts, 0.7]];
    const beginning = raw.length >= 3 && raw !== key ? [["beginning", raw, 0.6]] : [];
    return [...beginning, ...latinSplits(raw).map((parts) => ["together", parts, 0.7])];
  }
  if (asInitials(raw)) return splits(raw, 2).map((parts) => ["together", parts, 0.6]);
  const typed = strokes(raw);
  const ending = raw.slice(1);
  const all = ENDINGS.has(ending) ? [["verb", raw[0], 0.8]] : [];
  if (raw.length === 1 && raw !== typed) all.push(["beginning", raw, 0.5]);
  for (const less of shorter(raw)) {
    const begins = strokes(less);
    const worth = mayFollow(typed.startsWith(begins) ? typed.slice(begins.length) : "") ? 0.9 : 0.5;
    all.push(["exact", less, worth], ["beginning", less, worth * 0.6]);
  }
  return all;
}

/** Returns the sort key of the words that a syllable becomes when the next vowel is typed: 콛 becomes 코드. */
export function movedFinal(start) {
  const parts = jamo(start);
  const typed = strokes(start);
  return parts?.[2] && parts[0] + typed.at(-1) + typed;
}

const latinSplits = (word) => (isAscii(word) ? cuts(word, 3, 3).map((parts) => parts.map(englishStem)) : []);

function shorter(word) {
  const whole = /^[가-힣]*/.exec(word)[0];
  const all = whole !== word && whole.length >= 2 ? [whole] : [];
  for (let rest = whole; rest.length >= 2; ) {
    const [initial, vowel, last] = jamo(rest.at(-1));
    rest = rest.slice(0, -1);
    if (last) all.push(rest + syllable(initial, vowel));
    if (rules.contracted[vowel]) all.push(rest + syllable(initial, rules.contracted[vowel]));
    if (rest.length >= 2) all.push(rest);
  }
  return all;
}

/** Returns whether a particle or an ending may begin with these strokes. */
function mayFollow(rest) {
  return (
    !rest ||
    followers().some((word) => {
      const all = strokes(word);
      return all.startsWith(rest) || (canFollowForeignWord(word) && rest.startsWith(all));
    })
  );
}

/** Returns the places of the forms of a verb, in the index of one language, `index`. */
export const verb = (index, stem) => index.all(guessRules.verb.split(" ").map((ending) => ["exact", stem + ending, 1]));

/** Returns the places of the words whose syllables begin with these consonants. */
export async function initials(index, letters) {
  const begins = (key) => initialsOf(key).startsWith(letters);
  const entries = await index.entries(letters.slice(0, 2), false, begins);
  const most = Math.max(...entries.map(([, value]) => value.length));
  // Of words with the same initials, people more often look for a frequent one.
  const common = ([, value]) => Math.max(0.3, Math.sqrt(value.length / most));
  const each = entries.map((entry) => [index.best([entry], letters.length), common(entry)]);
  return each.reduce((all, [hits, worth]) => all.add(hits, worth), await index.all([]));
}

/** Returns the word that the same keys type in the other layout; null unless it is a single word. */
function otherLayout({ raw }) {
  const typed = isHangul(raw) ? typedAsLatin(raw) : typedAsHangul(raw);
  const [word, ...more] = typed ? queryWords(typed) : [];
  return word && !more.length && [...word.raw].length > 1 ? word : null;
}

/** Returns the text that the keys of `latin` type on a Korean layout, if it consists of syllables. */
export function typedAsHangul(latin) {
  const lower = /[a-z]/.test(latin);
  const typed = Array.from(latin, (c) => KEYS[lower ? c : c.toLowerCase()] ?? KEYS[c.toLowerCase()]);
  if (typed.includes(undefined)) return null;
  const composed = compose(typed);
  return isWhole(composed) ? composed : null;
}

/** Returns the text that the keys of `hangul` type on a Latin layout. */
export const typedAsLatin = (hangul) => Array.from(keystrokes(hangul), (c) => KEY_OF[c] ?? c).join("");

/** Puts jamo together as an input method does. */
function compose(typed) {
  let composed = "";
  for (let at = 0; at < typed.length; ) {
    const [vowel, after] = vowelAt(typed, at + 1);
    if (!isConsonants(typed[at]) || !vowel) {
      composed += typed[at++];
      continue;
    }
    const [last, end] = finalAt(typed, after);
    composed += syllable(typed[at], vowel, last) || typed.slice(at, end).join("");
    at = end;
  }
  return composed;
}

/** Returns the vowel at `at`, which may be typed as two, and where it ends; an empty one if there is none. */
function vowelAt(typed, at) {
  const first = typed[at];
  if (!first || isConsonants(first)) return ["", at];
  const both = COMPOUND_JAMO[first + typed[at + 1]];
  return both ? [both, at + 2] : [first, at + 1];
}

/** Returns the final of a syllable at `at`, and where it ends. A consonant before a vowel begins the next syllable. */
function finalAt(typed, at) {
  const finalOf = (place) => {
    const c = typed[place];
    return c && FINALS.includes(c) && (place + 1 >= typed.length || isConsonants(typed[place + 1])) ? c : "";
  };
  const first = finalOf(at);
  if (!first) return ["", at];
  const second = finalOf(at + 1);
  const both = second && COMPOUND_JAMO[first + second];
  return both ? [both, at + 2] : [first, at + 1];
}

/** Returns `stem` with each ending. Those whose stem is another are no words. */
function withEndings(stem) {
  const before = { "+": stem + stem.at(-1), "-": stem.slice(0, -1) };
  return FORMS.map((ending) => (before[ending[0]] ?? stem) + ending.replace(/^[+-]/, ""));
}

/** Returns whether two words differ by one letter, or by two that are swapped. */
function isOneOff(a, b) {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [c, d] = [a.slice(start), b.slice(start)];
  return (
    c.slice(1) === d.slice(1) || c.slice(1) === d || c === d.slice(1) ||
    (c[0] === d[1] && c[1] === d[0] && c.slice(2) === d.slice(2))
  );
}

/** Returns the places of words that differ from `raw` by one letter, in the index of one language, `index`. */
async function misspelt(index, { raw }) {
  if (!/^[a-z]{5,}$/.test(raw)) return index.all([]);
  // An entry has the forms of its stem behind its first space, if they differ from the key.
  const near = (key, value) => {
    const forms = value.includes(" ") ? value.split(" ").slice(1) : [key];
    return key[0] !== "~" && (
      forms.some((form) => isOneOff(raw, form)) ||
      withEndings(key).some((form) => isOneOff(raw, form) && englishStem(form) === key)
    );
  };
  // Words that begin alike, also when the second letter is one too many or comes too early; then
  // those that end alike.
  const beginnings = [raw.slice(0, 2), raw[0] + raw[2]];
  const beginningAlike = await Promise.all(beginnings.map((from) => index.entries(from, false, near)));
  const ends = await index.exact(`~${raw.slice(-3)}`);
  const words = ends ? ends[1].split(" ").filter((form) => isOneOff(raw, form)) : [];
  const found = new Set([...beginningAlike.flat().map(([key]) => key), ...words.map(englishStem)]);
  return index.all([...found].sort().map((key) => ["exact", key, GUESS_WEIGHT]));
}

/** Adds to `found` the places of what may have been meant by `word`; returns the word of the other layout, if it was that. */
export async function guess(word, found, here, other) {
  const retyped = otherLayout(word);
  if (retyped) {
    found.add(await here.find(retyped), 0.9);
    if (found.empty) found.add(await other.find(retyped), 0.7);
    if (!found.empty) return retyped.raw;
  }
  found.add(await misspelt(here, word), 1);
  if (found.empty) found.add(await misspelt(other, word), 0.8);
  return null;
}
