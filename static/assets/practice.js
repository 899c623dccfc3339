// Practice: cases to judge, one at a time, each with its answer afterwards; at the end the score
// and the pattern of mistakes. The judgements are in the address, after the `#`, which is not
// sent to any server, so that a team can compare its results.

import { all, button, fill, find, list, make, sendLink } from "./kit.js";
import { decode, encode, mistakes } from "./judge.js";

class Practice {
  constructor(root) {
    this.root = root;
    this.file = JSON.parse(root.dataset.practice);
    this.given = [];
    /** True if the answers came with the address. */
    this.received = false;
    this.cases = all(".practice-case", root);
    this.solutions = all(".practice-solution", root);
    /** The texts of the cases without their marks. */
    this.texts = this.cases.map((element) => find(".practice-said", element));
    this.told = make("p", "practice-told");
    this.told.setAttribute("role", "status");
    this.begin = make("p", "practice-begin", button("button", this.say("begin", { total: this.cases.length }), () => this.go([])));
    this.result = make("section", "practice-result");
    for (const [at, element] of this.cases.entries()) this.prepare(element, at);
    find(".practice-fold", root).replaceWith(find(".practice-cases", root));
    find(".practice-cases", root).before(this.told, this.begin);
    find(".practice-cases", root).after(this.result);
    root.classList.add("practising");
    for (const event of ["popstate", "hashchange"]) addEventListener(event, () => this.receive(true));
    this.receive(false);
  }

  say(name, values = {}) {
    return fill(this.root.dataset[`say${name[0].toUpperCase()}${name.slice(1)}`], values);
  }

  labelOf(answer) {
    return this.file.answers[answer].label;
  }

  /** Adds buttons to a case, and space for the right answer. */
  prepare(element, at) {
    find("h3", element).textContent = this.say("place", { number: at + 1, total: this.cases.length });
    const buttons = make("div", "practice-buttons");
    buttons.setAttribute("role", "group");
    buttons.setAttribute("aria-label", this.say("judge"));
    for (const [answer, { label, tone }] of this.file.answers.entries()) {
      buttons.append(button(`quiet practice-${tone}`, label, () => this.judge(at, answer)));
    }
    element.append(buttons, make("div", "practice-outcome"));
  }

  /** Records the judgement of the current case. */
  judge(at, answer) {
    if (at !== this.given.length) return;
    this.given = [...this.given, answer];
    this.remember();
    this.show(at);
    this.focusHead(at);
  }

  /** Shows the case after the last judged one, or the result. */
  go(given) {
    this.given = given;
    this.received = false;
    this.remember();
    this.told.textContent = "";
    this.show(given.length);
    const shown = this.cases[given.length] ?? this.result;
    this.focusTitle(shown);
  }

  focusTitle(shown) {
    find("h3", shown).focus({ preventScroll: true });
    this.root.scrollIntoView({ block: "start" });
  }

  /** Shows a case again, with its answer, from the result. */
  review(at) {
    this.show(at);
    this.focusHead(at);
  }

  focusHead(at) {
    const head = find(".practice-head", this.cases[at]);
    head.focus({ preventScroll: true });
    head.scrollIntoView({ block: "center" });
  }

  remember() {
    const address = this.address();
    if (location.href !== address) history.pushState(history.state, "", address);
  }

  /** Returns the address of this page with the judgements. */
  address() {
    return `${location.origin}${location.pathname}${location.search}#${this.file.id}=${encode(this.file, this.given)}`;
  }

  /** Reads the judgements in the address. */
  receive(moved) {
    const name = `#${this.file.id}=`;
    const given = location.hash.startsWith(name);
    // The address of another part of the page leaves the practice as it is.
    if (moved && !given && location.hash) return;
    const { problem, judged } = given ? decode(this.file, location.hash.slice(name.length)) : {};
    this.told.textContent = problem ? this.say(problem) : "";
    this.given = judged ?? [];
    this.received = !moved && this.given.length === this.cases.length;
    this.show(judged ? this.given.length : undefined);
    // Going back or forward in the history is like a step.
    if (moved && judged) this.focusTitle(this.cases[judged.length] ?? this.result);
    if (given && !moved) this.root.scrollIntoView({ block: "nearest" });
  }

  /** Shows the case `at`, or the result after the last case; without `at`, only the beginning. */
  show(at) {
    this.begin.hidden = at !== undefined;
    // By a class, because all cases are printed.
    for (const [nth, element] of this.cases.entries()) element.classList.toggle("practice-away", nth !== at);
    const element = this.cases[at];
    this.result.hidden = at !== this.cases.length;
    if (element) this.showCase(element, at);
    else if (!this.result.hidden) this.showResult();
  }

  showCase(element, at) {
    const answer = this.given[at];
    const judged = answer !== undefined;
    find(".practice-buttons", element).hidden = judged;
    const outcome = find(".practice-outcome", element);
    const marked = judged && find(".practice-said", this.solutions[at]);
    // The texts are replaced with the same texts with marks.
    find(".practice-said", element).replaceWith(marked ? marked.cloneNode(true) : this.texts[at]);
    outcome.replaceChildren();
    if (!judged) return;
    const right = this.file.cases[at].answer;
    const words = answer === right ? this.say("right", { answer: this.labelOf(answer) }) : this.say("wrong", { answer: this.labelOf(answer), right: this.labelOf(right) });
    const head = make("p", `practice-head ${answer === right ? "practice-hit" : "practice-miss"}`, words);
    head.tabIndex = -1;
    const rest = [...this.solutions[at].children].filter((child) => !child.matches(".practice-verdict, .practice-said"));
    const done = this.given.length === this.cases.length;
    const next = button("button", this.say(done ? "finish" : "next"), () => this.go(this.given));
    outcome.append(head, ...rest.map((child) => child.cloneNode(true)), make("p", "practice-actions", next));
  }

  showResult() {
    const { right, instead, missed } = mistakes(this.file, this.given);
    const total = this.cases.length;
    const title = make("h3", "", this.say("score", { number: right, total }));
    title.tabIndex = -1;
    const parts = [title];
    if (this.received) parts.push(make("p", "practice-received", this.say("received")));
    const lines = [
      ...instead.map(({ answer, right, count }) => this.say("instead", { answer: this.labelOf(answer), right: this.labelOf(right), count, total })),
      ...this.missedWords(missed),
    ];
    parts.push(make("p", "practice-part", this.say(lines.length ? "pattern" : "faultless")));
    if (lines.length) parts.push(make("ul", "", ...lines.map((line) => make("li", "", line))));
    parts.push(make("p", "practice-part", this.say("cases")), make("ol", "practice-all", ...this.cases.map((_, at) => this.line(at))));
    const told = make("span", "practice-told");
    told.setAttribute("role", "status");
    const share = button("quiet", this.say("link"), () => sendLink(this.address(), told, { copied: this.say("copied"), copy: "" }));
    const again = button("quiet", this.say("again"), () => this.go([]));
    parts.push(make("p", "practice-actions", share, " ", again, " ", told));
    this.result.replaceChildren(...parts);
  }

  /** Lists rules that were overlooked several times, and those of a single case in one line. */
  missedWords(missed) {
    const ruleOf = ({ rule }) => this.file.rules[rule];
    const again = missed.filter(({ count }) => count > 1);
    const once = missed.filter(({ count }) => count === 1);
    const words = again.map((one) => this.say("missed", { ...one, rule: ruleOf(one) }));
    return once.length ? [...words, this.say("missedOnce", { rule: list(once.map(ruleOf)) })] : words;
  }

  /** Returns a case in the result: its number and lesson, which open it, and the judgement. */
  line(at) {
    const { lesson, answer: right } = this.file.cases[at];
    const answer = this.given[at];
    const words = answer === right ? this.say("right", { answer: this.labelOf(right) }) : this.say("wrong", { answer: this.labelOf(answer), right: this.labelOf(right) });
    return make("li", answer === right ? "practice-hit" : "practice-miss", button("practice-open", `${at + 1}. ${lesson}`, () => this.review(at)), " ", make("span", "", words));
  }
}

for (const root of all(".practice")) new Practice(root);
