// Decisions, one question at a time: of the linked sections of the page only one is visible, with
// the answers so far above it and the outcome below. The answers are in the address, after the
// `#`, which is not sent to any server.

import { LARGEST, decode, encode, walk } from "./decide.js";
import { all, button, dateInWords, dayInWords, fill, find, keep, lasts, make, recall, sendLink, today, unescaped } from "./kit.js";
import { particle } from "./particle.js";
import { WalkWords } from "./walk-words.js";

/** Returns the date so many days after a day of the form `2026-11-29`, in words. */
function dayAfter(day, days) {
  const [year, month, date] = day.split("-").map(Number);
  return dateInWords(new Date(year, month - 1, date + days));
}

/** Returns a fold with a title. */
const fold = (title, ...parts) => make("details", "fold", make("summary", "", title), ...parts);

/** Returns the id of an element, which gets `id` if it has none. */
const idOf = (element, id) => (element.id ||= id);

/** Returns the words of a question in its section. */
const titleIn = (section) => find(":is(h2, h3) > span:last-child", section);

class Walker {
  constructor(root) {
    this.root = root;
    this.decision = JSON.parse(root.dataset.decision);
    /** The name of the stored outcome, which is that of the decision's page; the home page names it. */
    this.name = `walk:${root.closest("[data-place]").dataset.place}`;
    this.given = [];
    this.sections = new Map(all("[data-node]", root).map((section) => [section.dataset.node, section]));
    this.words = new WalkWords(this.decision, this.sections, (name, values) => this.say(name, values));
    this.figure = root.closest("figure");
    /** The gates on the home page, one for each question; an answer opens its gate. */
    this.gates = all(`[data-walk="${root.id}"] button`);
    this.gates.forEach((gate, at) => gate.addEventListener("click", () => this.reopen(at)));
    /** The questions below gates that are not answered. */
    this.asked = this.gates.map((gate) => gate.textContent);
    this.told = make("p", "walk-told");
    this.told.setAttribute("role", "status");
    this.way = make("div", "walk-way");
    // The question comes first, the answers so far below it.
    root.prepend(this.told);
    root.append(this.way);
    for (const question of this.decision.questions) this.prepare(question);
    for (const verdict of this.decision.verdicts) {
      find(".fold, .walk-again", this.sections.get(verdict.id)).before(make("div", "walk-result"));
    }
    root.addEventListener("click", (event) => this.follow(event));
    for (const event of ["popstate", "hashchange"]) addEventListener(event, () => this.receive(true));
    root.classList.add("walking");
    this.receive(false);
  }

  say(name, values = {}) {
    const words = this.root.dataset[`say${name[0].toUpperCase()}${name.slice(1)}`];
    return fill(words, values, particle);
  }

  /** Adds the fields for a question's type, and a button to go back. */
  prepare(question) {
    const section = this.sections.get(question.id);
    const answers = find(".walk-answers", section);
    const back = button("quiet walk-back", this.say("back"), () => this.go(this.given.slice(0, -1)));
    const actions = make("p", "walk-actions", back);
    section.append(actions);
    if (question.type === "several") this.prepareChoices(question, section, answers, actions);
    if (question.type === "number") this.prepareNumber(question, section, answers);
  }

  prepareChoices(question, section, answers, actions) {
    section.role = "group";
    section.setAttribute("aria-labelledby", idOf(titleIn(section), `${section.id}-title`));
    for (const [at, choice] of all(".walk-choice", answers).entries()) {
      const box = Object.assign(make("input"), { type: "checkbox", value: at });
      const label = make("label", "walk-tick", box, make("span", "", find(".walk-answer", choice).textContent));
      choice.prepend(label);
    }
    const ticked = () => all("input:checked", answers).map(({ value }) => Number(value));
    answers.after(actions);
    actions.prepend(button("button walk-continue", this.say("continue"), () => this.answer(question, ticked())));
  }

  prepareNumber(question, section, answers) {
    const { ranges } = question;
    const field = Object.assign(make("input"), { type: "number", inputMode: "numeric", step: 1, min: ranges[0].from });
    field.max = ranges.at(-1).until ?? LARGEST;
    field.required = true;
    const unit = make("span", "", answers.dataset.unit ?? "");
    const name = [idOf(titleIn(section), `${section.id}-title`), idOf(unit, `${section.id}-unit`)];
    field.setAttribute("aria-labelledby", name.join(" "));
    const help = find(".walk-help", section);
    if (help) field.setAttribute("aria-describedby", idOf(help, `${section.id}-help`));
    const form = make("form", "walk-field", field, unit, make("button", "button walk-continue", this.say("continue")));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.answer(question, field.valueAsNumber);
    });
    answers.after(form);
  }

  follow(event) {
    const link = event.target.closest("a");
    if (!link || event.metaKey || event.ctrlKey) return;
    const section = link.closest("[data-node]");
    const question = this.decision.questions.find(({ id }) => id === section?.dataset.node);
    if (link.closest(".walk-again")) {
      event.preventDefault();
      this.go([]);
    } else if (link.matches("[data-exit]") && question?.type === "one") {
      event.preventDefault();
      this.answer(question, Number(link.dataset.exit));
    }
  }

  answer(question, given) {
    // The visible question is the one without an answer. An answer that it does not take changes nothing.
    const next = [...this.given, given];
    const isOpen = (walked) => walked.question?.id === question.id;
    if (isOpen(this.walked()) && !isOpen(this.walked(next))) this.go(next);
  }

  /** Returns the walk with answers, in order. */
  walked(given = this.given) {
    const left = [...given];
    return walk(this.decision, () => left.shift());
  }

  go(given) {
    this.given = given;
    const walked = this.walked();
    history.pushState(history.state, "", this.address(walked));
    this.told.textContent = "";
    if (walked.verdict && !this.other(walked)) this.keep(walked);
    this.show(walked);
    this.focus(walked);
  }

  /** Returns the address of this page with the answers. */
  address(walked) {
    const hash = this.given.length ? `#${this.decision.id}=${encode(this.decision, walked)}` : "";
    return location.origin + location.pathname + location.search + hash;
  }

  /** Stores the outcome for the record. An outcome from an address, or one that would replace another, is only stored on request. */
  keep(walked) {
    const outcome = { answers: encode(this.decision, walked), day: today() };
    return keep(this.name, { ...recall(this.name, {}), [this.decision.id]: outcome });
  }

  /** Returns the stored outcome with its date; nothing if there is none, or an unreadable one. */
  kept() {
    const kept = lasts(this.name) && recall(this.name, {})[this.decision.id];
    const walked = kept?.day && decode(this.decision, String(kept.answers));
    return walked?.verdict && { ...kept, verdict: this.titleOf(walked.verdict), date: dayInWords(kept.day) };
  }

  /** Returns the stored outcome if its answers differ from the present ones. */
  other(walked) {
    const kept = this.kept();
    return kept && kept.answers !== encode(this.decision, walked) ? kept : undefined;
  }

  titleOf({ id }) {
    return find(":is(h2, h3)", this.sections.get(id)).textContent;
  }

  /** Reads the answers in the address. */
  receive(moved) {
    const name = `#${this.decision.id}=`;
    const given = location.hash.startsWith(name);
    // The address of another part of the page leaves the walk as it is.
    if (moved && !given && location.hash) return;
    const walked = given ? decode(this.decision, unescaped(location.hash.slice(name.length))) : { steps: [] };
    const before = JSON.stringify(this.given);
    this.told.textContent = walked.problem ? this.say(walked.problem) : "";
    if (!given) this.offerKept();
    this.given = (walked.steps ?? [])
      .filter(({ question }) => question.type !== "points")
      .map((step) => step.given);
    if (given) for (const fold of [this.root.closest("details")]) if (fold) fold.open = true;
    this.show(this.walked());
    // Going back or forward in the history is like a step in the walk.
    if (moved && JSON.stringify(this.given) !== before) this.focus(this.walked());
    if (given && !moved) this.root.scrollIntoView();
  }

  /** Shows a link to the stored outcome before the first question. */
  offerKept() {
    const kept = this.kept();
    if (!kept) return;
    const link = make("a", "", this.say("show"));
    link.href = `#${this.decision.id}=${kept.answers}`;
    this.told.append(this.say("before", kept), " ", link);
  }

  focus(walked) {
    const section = this.sections.get((walked.verdict ?? walked.question).id);
    find(":is(h2, h3)", section).focus({ preventScroll: true });
    const { top, bottom } = section.getBoundingClientRect();
    if (top >= 80 && bottom <= innerHeight) return;
    // The gates stand above the questions, or beside them where there is room.
    const gates = this.gates[0]?.closest("ol");
    const above = gates && gates.getBoundingClientRect().bottom <= top;
    (above ? gates : this.root).scrollIntoView({ block: "start" });
  }

  show(walked) {
    const here = (walked.verdict ?? walked.question).id;
    for (const [id, section] of this.sections) section.hidden = id !== here;
    const section = this.sections.get(here);
    section.classList.toggle("walk-first", walked.steps.length === 0);
    this.root.classList.toggle("walk-ended", Boolean(walked.verdict));
    if (walked.question) this.showQuestion(section, walked.steps);
    if (this.gates.length) this.openGates(walked);
    else this.showWay(walked);
    this.mark(walked, here);
    if (walked.verdict) this.showResult(walked, section);
  }

  /** Clears the fields of a question, and numbers it by its position in the walk. */
  showQuestion(section, steps) {
    find(".walk-number", section).textContent = steps.filter(({ question }) => question.type !== "points").length + 1;
    for (const field of all("input", section)) {
      if (field.type === "checkbox") field.checked = false;
      else field.value = "";
    }
  }

  /** Goes back to the question of the step `at`. */
  reopen(at) {
    const before = this.walked().steps.slice(0, at);
    this.go(this.given.slice(0, before.filter(({ question }) => question.type !== "points").length));
  }

  /** Opens a gate for each answer, and all of them at a verdict. */
  openGates({ steps, verdict }) {
    this.gates.forEach((gate, at) => {
      const step = steps[at];
      gate.disabled = !step || step.question.type === "points";
      gate.classList.toggle("open", Boolean(step ?? verdict));
      gate.classList.toggle("here", at === steps.length && !verdict);
      // A gate that cannot be pressed yet is hidden from screen readers.
      gate.parentElement.ariaHidden = step ? null : "true";
      find("span", gate).textContent = step ? this.words.wordsOf(step) : verdict ? "" : this.asked[at];
      if (step) gate.setAttribute("aria-label", `${this.say("change")}: ${this.words.labelOf(step.question)} – ${this.words.wordsOf(step)}`);
      else gate.removeAttribute("aria-label");
    });
  }

  showWay({ steps, verdict }) {
    const items = steps.flatMap((step, at) => {
      // A sum is not an answer, so it is listed among the reasons.
      if (step.question.type === "points") return [];
      const asked = this.words.labelOf(step.question);
      const change = button("walk-change", this.say("change"), () => this.reopen(at));
      change.setAttribute("aria-label", `${this.say("change")}: ${asked}`);
      return [make("li", "", make("span", "walk-asked", asked), " ", make("strong", "", this.words.wordsOf(step)), " ", change)];
    });
    const way = make("ol", "", ...items);
    const title = this.say("way");
    way.ariaLabel = title;
    this.way.replaceChildren(...(verdict ? [fold(title, way)] : items.length ? [make("p", "walk-part", title), way] : []));
  }

  /** Marks the chosen way in the drawing. */
  mark({ steps }, here) {
    if (!this.figure) return;
    const taken = new Set([here, ...steps.flatMap(({ question, exit }) => [question.id, `${question.id}.${exit}`])]);
    this.figure.classList.toggle("has-way", steps.length > 0);
    for (const mark of all("[data-way]", this.figure)) mark.classList.toggle("walked", taken.has(mark.dataset.way));
  }

  showResult(walked, section) {
    for (const added of all(".walk-added", section)) added.remove();
    const { steps } = walked;
    const pages = this.gates.length ? this.oneOfEach(this.followed([...steps].reverse(), section), section) : this.addFollowed(this.followed(steps, section), section);
    const told = make("span", "walk-told");
    told.setAttribute("role", "status");
    const words = { copied: this.say("copied"), copy: this.say("copy") };
    const share = button("quiet", this.say("link"), () => sendLink(this.address(walked), told, words));
    const reasons = this.words.reasons(walked).map((reason) => make("li", "", reason));
    const why = fold(this.say("reasons"), make("ul", "walk-reasons", ...reasons));
    find(".walk-result", section).replaceChildren(this.record(walked, share, told), why, ...pages);
    this.addChanges(walked, why);
    const review = find("[data-days]", section);
    if (review) {
      // A kept outcome is looked at again so many days after it was reached.
      const day = this.other(walked) ? today() : (this.kept()?.day ?? today());
      review.textContent = this.say("review", { date: dayAfter(day, Number(review.dataset.days)) });
    }
  }

  /** Returns the links of the answers that the verdict does not have, each once, as items of a list. */
  followed(steps, verdict) {
    const known = new Set(all(".walk-links a", verdict).map(({ href }) => href));
    const isNew = ({ href }) => !known.has(href) && known.add(href);
    const links = steps.flatMap(({ question, given, exit }) => {
      const items = all(".walk-answers > li", this.sections.get(question.id));
      const answered = question.type === "several" ? given : [exit];
      return answered.flatMap((at) => all(".walk-follows > span", items[at]));
    });
    return links.filter((link) => isNew(find("a", link))).map((link) => make("li", "walk-added", ...link.cloneNode(true).childNodes));
  }

  /** Returns a fold for links to pages, if there are any. */
  pagesIn(items) {
    return items.length ? [fold(this.say("pages"), make("ul", "walk-links", ...items))] : [];
  }

  /** Adds the links of the answers to those of the verdict. Returns a fold for them if the verdict has nothing else to say than its links, or nothing at all. */
  addFollowed(items, section) {
    const list = find(".walk-links, .walk-duties:not(:has(~ .fold))", section);
    if (!list || list.matches("p + .walk-links")) return this.pagesIn(items);
    list.prepend(...items);
    return [];
  }

  /** On the home page: shows one guide, one checklist and one other page, the verdict's before those of the last answers, and returns a fold with the rest. */
  oneOfEach(followed, section) {
    const list = find(".walk-links", section);
    const items = [...all("li", list), ...followed];
    const folder = (item) => /\/(guides|checklists)\//.exec(find("a", item).pathname)?.[1];
    const chosen = ["guides", "checklists", undefined].flatMap((kind) => items.find((item) => folder(item) === kind) ?? []);
    const others = items.filter((item) => !chosen.includes(item));
    for (const item of items) item.hidden = others.includes(item);
    list.prepend(...chosen);
    return this.pagesIn(others.map((item) => make("li", "", ...item.cloneNode(true).childNodes)));
  }

  /** Returns the buttons that keep the outcome or lead to the record, the button `share`, and in `told` whether it is stored. */
  record(walked, share, told) {
    const controls = make("span", "walk-controls");
    const line = make("p", "walk-actions walk-kept", controls, share, told);
    const { record } = document.body.dataset;
    // On the home page the links are the next step.
    const weight = this.gates.length ? "quiet" : "button";
    const show = (words, ...actions) => {
      controls.replaceChildren(...actions);
      told.textContent = words;
    };
    const showKept = () => {
      const link = record && make("a", weight, this.say("record"));
      if (link) link.href = record;
      show(this.say("kept"), ...(link ? [link] : []));
    };
    const keepNow = () => {
      if (this.keep(walked)) showKept();
      else show(this.say("unkept"));
      // The button that had the focus is gone.
      find("a, button", line)?.focus();
    };
    const other = this.other(walked);
    if (!lasts(this.name)) show(this.say("unkept"));
    else if (other) show(this.say("other", other), button(weight, this.say("replace"), keepNow));
    else if (this.kept()) showKept();
    else show("", button(weight, this.say("keep"), keepNow));
    return line;
  }

  /** Shows after `why` what other answers would change; answers to one question with the same result are joined. */
  async addChanges(walked, why) {
    const { alternatives, changeInWords, changeOf } = await import("./alternatives.js");
    const groups = Map.groupBy(alternatives(this.decision, walked), (other) =>
      [other.question.id, (other.verdict ?? other.open).id, changeOf(other)].join("."),
    );
    const changes = [...groups.values()].map((others) => {
      const [{ verdict, open }] = others;
      const change = changeInWords(this.words, others);
      if (!verdict) return make("li", "", this.say("insteadOpen", { change, verdict: this.words.labelOf(open) }));
      return make("li", `walk-${verdict.tone}`, this.say("instead", { change, verdict: this.titleOf(verdict) }));
    });
    if (changes.length) why.after(fold(this.say("changes"), make("ul", "walk-changes", ...changes)));
  }
}

for (const root of all(".walk")) new Walker(root);
