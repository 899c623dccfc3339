// Walks through a decision with given answers, as src/diagram/kinds/decision/evaluate.rs and
// address.rs do, using the JSON that the build writes. A test compares the two.

/** The version of the format of addresses. */
const FORM = "1";
/** The largest number that can be given: 15 digits are read back from an address. */
export const LARGEST = 999_999_999_999_999;

/** Returns the targets of the ways out of a question, in order. */
export function targets({ answers = [], otherwise, ranges = [] }) {
  const leading = answers.filter(({ to }) => to).map(({ to }) => to);
  return [...leading, ...(otherwise ? [otherwise] : []), ...ranges.map(({ to }) => to)];
}

const holds = (number) => ({ from, until }) => from <= number && (until === undefined || number <= until);

/** Returns the way out that an answer leads to, and its points; nothing for an invalid answer. */
function leave(question, given, sum) {
  const { type, answers, ranges } = question;
  if (type === "one") {
    return answers[given] && { exit: given, points: answers[given].points ?? 0 };
  }
  if (type === "several") {
    if (!Array.isArray(given) || given.some((at) => !answers[at])) return undefined;
    const points = given.reduce((all, at) => all + (answers[at].points ?? 0), 0);
    const leading = answers.flatMap(({ to }, at) => (to ? [at] : []));
    const decider = leading.findIndex((at) => given.includes(at));
    return { exit: decider < 0 ? leading.length : decider, points };
  }
  const number = type === "points" ? sum : given;
  const exit = Number.isSafeInteger(number) && number <= LARGEST ? ranges.findIndex(holds(number)) : -1;
  return exit < 0 ? undefined : { exit, points: 0 };
}

/**
 * Walks through `decision`; `answer` returns the answer to a question: a position, a list
 * of positions, or a number. The walk ends with a `verdict`, or at a `question` without a
 * valid answer.
 */
export function walk({ questions, verdicts }, answer) {
  const steps = [];
  let points = 0;
  let at = questions[0];
  // No way leads back, so a walk has at most as many steps as there are questions.
  while (at && steps.length < questions.length) {
    const given = at.type === "points" ? undefined : answer(at);
    const left = leave(at, given, points);
    if (!left) return { steps, points, question: at };
    points += left.points;
    const to = targets(at)[left.exit];
    steps.push({ question: at, given, exit: left.exit, to, points });
    const verdict = verdicts.find(({ id }) => id === to);
    if (verdict) return { steps, points, verdict };
    at = questions.find(({ id }) => id === to);
  }
  return { steps, points, question: at };
}

const written = (given) =>
  Array.isArray(given) ? given.map((at) => at + 1).join("+") || "0" : String(given);

/** Returns the answers of a walk as a part of an address: `1.k3f9a.1-2-1+3-120`. */
export function encode(decision, { steps }) {
  const answers = steps
    .filter(({ question }) => question.type !== "points")
    .map(({ question, given }) => written(question.type === "one" ? given + 1 : given));
  return `${FORM}.${decision.stamp}.${answers.join("-")}`;
}

function nth(text, count) {
  const at = /^\d+$/.test(text) ? Number(text) - 1 : -1;
  return at >= 0 && at < count ? at : undefined;
}

/** Reads an answer in the form that addresses use. */
function read({ type, answers }, text) {
  if (type === "one") return nth(text, answers.length);
  if (type === "number") return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
  if (text === "0") return [];
  const ticked = text.split("+").map((part) => nth(part, answers.length));
  return ticked.includes(undefined) ? undefined : [...new Set(ticked)].sort((a, b) => a - b);
}

/** Returns the walk in a part of an address, or the reason why there is none: `outdated`, `unreadable`. */
export function decode(decision, address) {
  const [form, stamp, ...rest] = address.split(".");
  if (form !== FORM) return { problem: "unreadable" };
  if (stamp !== decision.stamp) return { problem: "outdated" };
  const texts = rest.join(".").split("-").filter(Boolean);
  const left = [...texts];
  const walked = walk(decision, (question) => (left.length ? read(question, left.shift()) : undefined));
  const answered = walked.steps.filter(({ question }) => question.type !== "points").length;
  return left.length || answered !== texts.length ? { problem: "unreadable" } : walked;
}
