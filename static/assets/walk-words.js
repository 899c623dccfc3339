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
    if (question.type === "points") return `${labels[exit]} · ${this.say("points", { number: points })}`;
    return labels[exit];
  }

  /** What was ticked; how much of it, where that is more than can be read at a glance. */
  tickedWords({ answers }, given, labels) {
    if (!given.length) return this.say("none");
    if (given.length > 2) return this.say("ticked", { number: given.length, total: answers.length });
    return list(given.map((at) => labels[at]));
  }

  /** The words on a way out: those of a range, or of the choice that decides. */
  exitWords({ question, exit }) {
    return find(`[data-exit="${exit}"]`, this.sections.get(question.id)).textContent;
  }

  /** What followed from the answers, one after the other. */
  reasons({ steps }) {
    const reason = (step) => this.say("reason", { question: this.labelOf(step.question), answer: this.wordsOf(step) });
    return steps.map((step) => this.becauseOf(step) ?? reason(step));
  }

  becauseOf({ question, exit, given }) {
    const items = all(".walk-answers > li", this.sections.get(question.id));
    const of = (item) => find(".walk-because", item)?.textContent;
    if (question.type === "several") return given.map((at) => of(items[at])).find(Boolean);
    return of(items[exit]);
  }
}
