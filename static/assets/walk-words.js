// A walk in words: the questions, the answers and their reasons, taken from the sections of a
// decision on this page or on another one.

import { all, find } from "./kit.js";

const locale = document.documentElement.lang;

export class WalkWords {
  /** `sections` contains the section of each question and verdict by its id; `say` fills in a pattern. */
  constructor(decision, sections, say) {
    Object.assign(this, { decision, sections, say });
  }

  labelOf(question) {
    return find(":is(h2, h3) > span:last-child", this.sections.get(question.id)).textContent;
  }

  /** Returns the answer in words. */
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

  /** Returns the ticked choices; if ticks are only counted, the unticked ones when these are fewer. */
  tickedWords({ answers }, given, labels) {
    const named = (ticks) => ticks.map((at) => labels[at]).join(" · ");
    const missing = [...answers.keys()].filter((at) => !given.includes(at));
    if (!given.length) return this.say("none");
    if (given.length < 3 || missing.length >= given.length || answers.some(({ to }) => to)) return named(given);
    const values = { number: given.length, total: answers.length, missing: named(missing) };
    return this.say(missing.length ? "ticked" : "tickedAll", values);
  }

  /** Returns the words on a way out: those of a range, or of the choice that decides. */
  exitWords({ question, exit }) {
    return find(`[data-exit="${exit}"]`, this.sections.get(question.id)).textContent;
  }

  /** Returns the reasons that followed from the answers, in order. */
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

  /** Returns the sum of points for a reason that depends on it; nothing if every tick counts one point. */
  sumOf({ question, points }) {
    const weighs = this.decision.questions.some(({ answers = [] }) => answers.some((answer) => answer.points > 1));
    return question.type === "points" && weighs ? ` (${this.say("points", { number: points })})` : "";
  }
}
