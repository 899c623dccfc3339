// What a word may have been meant as that is found nowhere: typed in the other layout of the
// keyboard, or with one letter wrong. Loaded with the first such word.

import layout from "./search-layout.js";
import rules from "./search-rules.js";
import { FINALS, englishStem, isConsonants, isHangul, isWhole, keystrokes, queryWords, syllable } from "./search-analysis.js";

const JOINED = Object.fromEntries(Object.entries(rules.strokes).map(([whole, parts]) => [parts, whole]));
const KEYS = Object.fromEntries(layout.keys.match(/../g).map(([key, jamo]) => [key, jamo]));
const KEY_OF = Object.fromEntries(Object.entries(KEYS).reverse().map(([key, jamo]) => [jamo, key]));

/** The word as the keys of the other layout would have typed it, where that is a word. */
export function otherLayout({ raw }) {
  const typed = isHangul(raw) ? typedAsLatin(raw) : typedAsHangul(raw);
  const [word, ...more] = typed ? queryWords(typed) : [];
  return word && !more.length && [...word.raw].length > 1 ? word : null;
}

/** What the keys of `latin` type on a Korean layout, where that is whole syllables. */
export function typedAsHangul(latin) {
  const lower = /[a-z]/.test(latin);
  const typed = Array.from(latin, (c) => KEYS[lower ? c : c.toLowerCase()] ?? KEYS[c.toLowerCase()]);
  if (typed.includes(undefined)) return null;
  const composed = compose(typed);
  return isWhole(composed) ? composed : null;
}

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

function vowelAt(typed, at) {
  const first = typed[at];
  if (!first || isConsonants(first)) return ["", at];
  const both = JOINED[first + typed[at + 1]];
  return both ? [both, at + 2] : [first, at + 1];
}

function finalAt(typed, at) {
  const ends = (at) => {
    const c = typed[at];
    return c && FINALS.includes(c) && (at + 1 >= typed.length || isConsonants(typed[at + 1])) ? c : "";
  };
  const first = ends(at);
  if (!first) return ["", at];
  const second = ends(at + 1);
  const both = second && JOINED[first + second];
  return both ? [both, at + 2] : [first, at + 1];
}

/** Whether two words differ by one letter, or by two that are swapped. */
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

/** Where words of `side`, one of the index's languages, stand that differ from `raw` by a letter. */
export async function misspelt(side, { raw }) {
  if (!/^[a-z]{5,}$/.test(raw)) return side.all([]);
  const near = (key, value) => {
    const forms = value.includes(" ") ? value.split(" ").slice(1) : [key];
    return forms.some((form) => isOneOff(raw, form));
  };
  const beginnings = [raw.slice(0, 2), raw[0] + raw[2]];
  const begun = await Promise.all(beginnings.map((from) => side.entries(from, false, near)));
  const ends = await side.exact(`~${raw.slice(-3)}`);
  const words = ends ? ends[1].split(" ").filter((form) => isOneOff(raw, form)) : [];
  const found = new Set([...begun.flat().map(([key]) => key), ...words.map(englishStem)]);
  return side.all([...found].sort().map((key) => ["exact", key, 0.7]));
}
