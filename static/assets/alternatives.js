// What other answers would change: the answers that lead to another outcome than the given ones,
// and how they differ, in words. A test compares them with all walks.

import { all, list } from "./kit.js";
import { walk } from "./decide.js";

/** Returns the other possible answers to a question. For ticks, these are all other sets, the most similar first, with their differences. */
function others({ question: { type, answers, ranges }, given, exit }) {
  if (type === "one") return answers.flatMap((_, at) => (at === given ? [] : [{ given: at }]));
  if (type === "number") return ranges.flatMap(({ from }, at) => (at === exit ? [] : [{ given: from }]));
  const sets = [...Array(2 ** answers.length).keys()].map((bits) => {
    const ticked = answers.flatMap((_, at) => ((bits >> at) & 1 ? [at] : []));
    const added = ticked.filter((at) => !given.includes(at));
    const removed = given.filter((at) => !ticked.includes(at));
    return { given: ticked, added, removed, ticks: added.length + removed.length };
  });
  return sets.filter(({ ticks }) => ticks).sort((a, b) => a.ticks - b.ticks);
}

/**
 * Returns other answers to one question that would lead elsewhere: each with its verdict, or the
 * next question. Ticks are changed one at a time; several at once only if fewer do not lead there,
 * and then only one such set.
 */
export function alternatives(decision, { steps, verdict }) {
  const known = new Map(steps.map(({ question, given }) => [question.id, given]));
  return steps.filter(({ question }) => question.type !== "points").flatMap((step) => {
    const { question } = step;
    const reached = new Set([verdict.id]);
    return others(step).flatMap((other) => {
      const walked = walk(decision, ({ id }) => (id === question.id ? other.given : known.get(id)));
      const { id } = walked.verdict ?? walked.question;
      if (id === verdict.id || (other.ticks > 1 && reached.has(id))) return [];
      reached.add(id);
      const { exit } = walked.steps[steps.indexOf(step)];
      return [{ question, ...other, exit, verdict: walked.verdict, open: walked.question }];
    });
  });
}

/** Returns how another answer differs: a different one, different ticks, or added or removed ticks. */
export function changeOf({ question, given, added, removed }) {
  if (!added) return "Answer";
  if (added.length && removed.length) return "Only";
  if (added.length) return added.length > 1 && given.length === question.answers.length ? "All" : "More";
  return removed.length > 1 && !given.length ? "None" : "Less";
}

/** Returns a clause on how other answers to a question differ from the given one. */
export function changeInWords(words, others) {
  const [{ question }] = others;
  const labels = all(".walk-answer", words.sections.get(question.id)).map(({ textContent }) => textContent);
  const kind = changeOf(others[0]);
  const any = others.length > 2 && others.length === question.answers?.length ? "Any" : "";
  const ticked = ({ given, added, removed }) => (kind === "Only" ? given : [...added, ...removed]).map((at) => labels[at]);
  const answers = others.flatMap((other) => (kind === "Answer" ? [words.exitWords(other)] : ticked(other)));
  const quoted = answers.map((answer) => words.say("quoted", { answer }));
  const values = { question: words.labelOf(question), answer: list(quoted, others.length > 1 ? "disjunction" : "conjunction") };
  return words.say(`change${any}${kind}`, values);
}
