// A walk in words: what was asked and answered, and what followed, taken from the sections of
// a page that a decision has, of this page or of another one.

import { all, find, list } from "./kit.js";

const locale = document.documentElement.lang;

export class WalkWords {
  /** `sections` has the section of each question and verdict by its id; `say` fills a pattern. */
  constructor(decision, sections, say) {
    Object.assign(this, { decision, sections, say });
  }

  labelOf(question) {
    return find(":is(h2, h3) > span:last-child", this.sections.get(question.id)).textContent;
  }

  /** What was answered. */
  wordsOf({ question, given, exit, points }) {
    const section = this.sections.get(question.id);
    const labels = all(".walk-answer", section).map(({ textContent }) => textContent);
    if (question.type === "several") return this.tickedWords(question, given, labels);
    if (question.type === "number") {
      const { unit } = find(".walk-answers", section).dataset;
      const amount = given.toLocaleString(locale);
      return unit ? this.say("amount", { amount, unit }) : amount;
    }
    return labels[exit];
  }

  /** What was ticked; of what is only counted, what was not, where that is shorter. */
  tickedWords({ answers }, given, labels) {
    const named = (ticks) => ticks.map((at) => labels[at]).join(" · ");
    const missing = [...answers.keys()].filter((at) => !given.includes(at));
    if (!given.length) return this.say("none");
    if (given.length < 3 || missing.length >= given.length || answers.some(({ to }) => to)) return named(given);
    const values = { number: given.length, total: answers.length, missing: named(missing) };
    return this.say(missing.length ? "ticked" : "tickedAll", values);
  }

  /** The words on a way out: those of a range, or of the choice that decides. */
  exitWords({ question, exit }) {
    return find(`[data-exit="${exit}"]`, this.sections.get(question.id)).textContent;
  }

  /** In what some other answers to a question differ from the one that was given, as a clause. */
  change(others) {
    const [{ question }] = others;
    const labels = all(".walk-answer", this.sections.get(question.id)).map(({ textContent }) => textContent);
    const kind = changeOf(others[0]);
    const any = others.length > 2 && others.length === question.answers?.length ? "Any" : "";
    const ticked = ({ given, added, removed }) => (kind === "Only" ? given : [...added, ...removed]).map((at) => labels[at]);
    const answers = others.flatMap((other) => (kind === "Answer" ? [this.exitWords(other)] : ticked(other)));
    const quoted = answers.map((answer) => this.say("quoted", { answer }));
    const values = { question: this.labelOf(question), answer: list(quoted, others.length > 1 ? "disjunction" : "conjunction") };
    return this.say(`change${any}${kind}`, values);
  }

  /** What followed from the answers, one after the other. */
  reasons({ steps }) {
    return steps.flatMap((step) => {
      const reasons = this.becauseOf(step);
      const plain = { question: this.labelOf(step.question), answer: this.wordsOf(step) };
      const [first, ...rest] = reasons.length ? reasons : [this.say("reason", plain)];
      return [first + this.sumOf(step), ...rest];
    });
  }

  becauseOf({ question, exit, given }) {
    const items = all(".walk-answers > li", this.sections.get(question.id));
    const answered = question.type === "several" ? given : [exit];
    return answered.map((at) => find(".walk-because", items[at])?.textContent).filter(Boolean);
  }

  /** The sum behind a reason that rests on it; where every tick counts one, it says no more. */
  sumOf({ question, points }) {
    const weighs = this.decision.questions.some(({ answers = [] }) => answers.some((answer) => answer.points > 1));
    return question.type === "points" && weighs ? ` (${this.say("points", { number: points })})` : "";
  }
}

/** How another answer differs: another one, other ticks, or the ticks that came or went. */
export function changeOf({ question, given, added, removed }) {
  if (!added) return "Answer";
  if (added.length && removed.length) return "Only";
  if (added.length) return added.length > 1 && given.length === question.answers.length ? "All" : "More";
  return removed.length > 1 && !given.length ? "None" : "Less";
}
