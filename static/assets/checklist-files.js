// A checklist with its ticks as a file, in Markdown or CSV. Loaded when one is saved.

import { csv, give, markdownOf } from "./files.js";
import { find } from "./kit.js";

function markdown(rows) {
  const lines = [`# ${markdownOf(find("h1").textContent)}`, ""];
  let last = "";
  for (const { section, text, done } of rows) {
    if (section !== last) lines.push(...(last ? [""] : []), `## ${markdownOf(section)}`, "");
    last = section;
    lines.push(`- [${done ? "x" : " "}] ${markdownOf(text)}`);
  }
  lines.push("", `<${location.origin}${location.pathname}>`, "");
  return lines.join("\n");
}

function table(rows, { section, item, done, yes, no }) {
  const body = rows.map((row) => [row.section, row.text, row.done ? yes : no]);
  return csv([[section, item, done], ...body]);
}

const FORMS = { md: ["text/markdown", markdown], csv: ["text/csv", table] };

/** Saves rows of section, text and whether it is done; returns the name of the file. */
export function save(ending, place, rows, words) {
  const [type, write] = FORMS[ending];
  const name = `${place.split("/").pop()}.${ending}`;
  give(name, type, write(rows, words));
  return name;
}
