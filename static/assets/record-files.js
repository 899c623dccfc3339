// The record as files: Markdown with the headings of MADR (Markdown Any Decision Records,
// version 4), and a reminder for calendars (iCalendar, RFC 5545). Does not use the page.

import { markdownOf } from "./files.js";

/** Returns text of several lines as a paragraph for each. */
const paragraphs = (text) => text.split("\n").map(markdownOf).filter(Boolean).flatMap((line) => [line, ""]);
const bullets = (items) => items.map((item) => `* ${item}`);
const required = (heading, lines) => [heading, "", ...lines, ""];
const part = (heading, lines) => (lines.length ? required(heading, lines) : []);
/** Returns a text as YAML, which includes the form of JSON. Nothing in it is a mark of Markdown or HTML. */
const yaml = (text) =>
  JSON.stringify(text).replace(/[<[\]!&*_`]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);

/**
 * The record as Markdown: accepted once it was recorded with its decision. MADR's headings, of which it requires three, stay English, so that its tools find them; what
 * stands below is in the words of `say`.
 */
export function markdown({ record, parts, missing, address }, say) {
  const of = (kind) => parts.filter((one) => one.kind === kind);
  const link = ({ title, href }) => `[${markdownOf(title)}](${new URL(href, address).href})`;
  const outcomes = of("outcome").filter(({ verdict }) => verdict);
  const follows = new Map(outcomes.flatMap((one) => one.follows).map(({ text, href }) => [href, link({ title: text, href })]));
  const lists = of("checklist");
  const makers = [record.owner, record.team].filter(Boolean);
  const head = [
    "---",
    `status: ${yaml(record.made && record.decision ? "accepted" : "proposed")}`,
    ...(record.date ? [`date: ${record.date}`] : []),
    ...(makers.length ? [`decision-makers: [${makers.map(yaml).join(", ")}]`] : []),
    "---",
    "",
    `# ${markdownOf(record.decision || say("untitled"))}`,
    "",
  ];
  return [
    ...head,
    ...required("## Context and Problem Statement", [
      ...paragraphs(record.note ?? ""),
      ...bullets(outcomes.map((one) => `${link(one)} (${one.day})`)),
    ]),
    ...part("## Decision Drivers", bullets(of("weights").map((one) => `${link(one)}: ${markdownOf(one.weights.join(", "))}`))),
    // The options of a decision are the outcomes that it can have.
    ...required("## Considered Options", bullets([
      ...outcomes.flatMap((one) => one.options.map((option) => `${markdownOf(option)} – ${markdownOf(one.title)}`)),
      ...of("comparison").map((one) => `${markdownOf(one.of)}: ${markdownOf(one.items.join(", "))}`),
      ...of("scorecard").map((one) => `${link(one)}: ${markdownOf(one.candidates.join(", "))}`),
    ])),
    ...required("## Decision Outcome", [
      ...outcomes.flatMap((one) => [`**${markdownOf(one.verdict)}** – ${markdownOf(one.title)}`, "", ...bullets(one.reasons.map(markdownOf)), ""]),
      ...of("scorecard").flatMap((one) => [markdownOf(one.verdict), "", ...bullets(one.reasons.map(markdownOf))]),
    ]),
    ...part("### Consequences", bullets([...new Set(outcomes.flatMap(({ duties }) => duties.map(markdownOf))), ...follows.values()])),
    ...part("### Confirmation", [
      ...lists.flatMap((one) => [
        `* ${link(one)}: ${say("done", one)}`,
        ...one.open.map((text) => `  * [ ] ${markdownOf(text)}`),
      ]),
      ...(record.review ? [`* ${say("review")}: ${record.review}`] : []),
      ...bullets(missing.map(markdownOf)),
    ]),
    ...part("## More Information", [`<${address}>`]),
  ].join("\n");
}

/** Escapes text for a calendar, without control characters, which it may not contain. */
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n").replace(/\p{Cc}/gu, "");

/** Folds a line into pieces of at most 75 bytes of UTF-8, never inside a character. */
function folded(line) {
  const bytes = (text) => new TextEncoder().encode(text).length;
  const lines = [""];
  for (const character of line) {
    if (bytes(lines.at(-1) + character) > 75) lines.push(" ");
    lines[lines.length - 1] += character;
  }
  return lines.join("\r\n");
}

/** Returns the id of the event: the same for a later date and in the other language, another one for another team or decision. */
function identity({ team = "", decision = "" }, site) {
  const text = [site, team, decision].join("\n");
  const hash = [...text].reduce((sum, character) => (Math.imul(sum, 31) + character.codePointAt(0)) >>> 0, 0);
  return `review-${hash.toString(36)}@${new URL(site).host}`;
}

/** Returns a reminder of the review, for a whole day; `now` is the time at which it is made. */
export function reminder({ record, address, site, now }, say) {
  const title = say("review-of", { decision: record.decision || say("untitled") });
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//giljabi//record//EN",
    "BEGIN:VEVENT",
    `UID:${identity(record, site)}`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART;VALUE=DATE:${record.review.replaceAll("-", "")}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped([record.team, record.owner, record.note].filter(Boolean).join("\n"))}`,
    `URL:${address}`,
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(title)}`,
    "TRIGGER:PT9H",
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}
