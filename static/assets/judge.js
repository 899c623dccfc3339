// The judgements of a practice as a part of an address, and the pattern of mistakes in them.
// Does not use the page.

/** The version of the format of addresses. */
const FORM = "1";

/** Returns judgements as a part of an address: `1.k3f9a.1312`, each counted from 1. */
export function encode({ stamp }, given) {
  return `${FORM}.${stamp}.${given.map((answer) => answer + 1).join("")}`;
}

/** Returns the judgements in a part of an address, or the reason why there are none: `outdated`, `unreadable`. */
export function decode({ stamp, answers, cases }, address) {
  const [form, made, digits = ""] = address.split(".");
  if (form !== FORM) return { problem: "unreadable" };
  if (made !== stamp) return { problem: "outdated" };
  const judged = [...digits].map((digit) => Number(digit) - 1);
  const fits = judged.length <= cases.length && judged.every((answer) => answer in answers);
  return fits ? { judged } : { problem: "unreadable" };
}

/**
 * Returns the pattern of the judgements of all cases: the number of right ones; which answers were
 * given in place of which right ones, and how often; which rules were overlooked, and in how many
 * of their cases.
 */
export function mistakes({ answers, rules, cases }, given) {
  const wrong = cases.flatMap((one, at) => (given[at] === one.answer ? [] : [{ ...one, given: given[at] }]));
  const pairs = answers.flatMap((_, answer) => answers.map((_, right) => ({ answer, right })));
  const instead = pairs.map((pair) => ({
    ...pair,
    count: wrong.filter(({ given, answer }) => given === pair.answer && answer === pair.right).length,
  }));
  const missed = rules.map((_, rule) => ({
    rule,
    count: wrong.filter(({ rules }) => rules.includes(rule)).length,
    total: cases.filter(({ rules }) => rules.includes(rule)).length,
  }));
  const happened = (list) => list.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return { right: cases.length - wrong.length, instead: happened(instead), missed: happened(missed) };
}
