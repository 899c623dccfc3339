// Chooses the Korean particle after a word that a reader typed, by the rules of
// src/fluent/particle.rs. A test compares the two.

/** Pairs of particles: after a consonant, after a vowel, and if the sound is unknown. */
const PAIRS = {
  "은/는": ["은", "는", "은(는)"],
  "이/가": ["이", "가", "이(가)"],
  "을/를": ["을", "를", "을(를)"],
  "과/와": ["과", "와", "과(와)"],
  "이라고/라고": ["이라고", "라고", "(이)라고"],
};

/** Returns the particle of `pair` that follows `word`. */
export function particle(word, pair) {
  const [consonant, vowel, unknown] = PAIRS[pair];
  const closed = isClosed(bare(word.normalize("NFC")));
  return closed === undefined ? unknown : closed ? consonant : vowel;
}

/** Returns `word` without closing marks and a bracketed addition, which is not read aloud. */
function bare(word) {
  const core = word.replace(/[^\p{L}\p{N})\]）］%℃°]+$/u, "");
  const open = { ")": "(", "]": "[", "）": "（", "］": "［" }[core.at(-1)];
  if (!open) return core;
  const inner = core.slice(0, -1);
  const at = inner.lastIndexOf(open);
  if (at < 0) return bare(inner);
  return bare(/[\p{L}\p{N}]/u.test(inner.slice(0, at)) ? inner.slice(0, at) : inner.slice(at + 1));
}

/** Returns whether `word` ends with a consonant; `undefined` if that is unknown. */
function isClosed(word) {
  const last = word.at(-1) ?? "";
  if (/[%℃°]/.test(last)) return false;
  if (/[가-힣]/.test(last)) return (last.codePointAt(0) - 0xac00) % 28 !== 0;
  if (/[0-9]/.test(last)) return "013678".includes(last);
  if (/[a-z]/i.test(last)) return isLatinClosed(/[a-z]+$/i.exec(word)[0]);
  return undefined;
}

/** Returns whether a Latin word ends with a consonant in Korean. Abbreviations are read letter by letter; for other words, the last letters show roughly how they end. */
function isLatinClosed(word) {
  if (!/[aeiouy]/i.test(word) || /^[A-Z]+$/.test(word)) return /[lrmn]$/i.test(word);
  if (/[lmn]$|[lmnp]e$|ng$|ck$|pp$|[aeiou][pbkc]$/i.test(word)) return true;
  return word.length <= 4 && /[aeiou]t$/i.test(word);
}
