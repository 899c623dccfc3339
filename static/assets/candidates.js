// The candidates of a scorecard, from what is stored of it.

import { all } from "./kit.js";

/** Returns the samples of a scorecard on a page: what each is called in the stored values, and its group. */
export const samplesOf = (form) =>
  all("[data-sample]", form).map((sample) => ({
    id: sample.dataset.sample,
    group: sample.dataset.group,
    risky: sample.matches(".sample-high-risk"),
  }));

function amount(value, least, most) {
  const number = value === undefined || value === "" ? NaN : Number(value);
  return number >= least && number <= most ? number : null;
}

const marksOf = (values, samples, at) =>
  samples.map(({ id, group, risky }) => ({
    group,
    risky,
    quality: amount(values[`quality-${at}-${id}`], 1, 5),
    minutes: amount(values[`minutes-${at}-${id}`], 0, 999),
    critical: values[`critical-${at}-${id}`] === true,
  }));

/** Returns the candidates in use. A letter replaces a missing name, and distinguishes equal ones. */
export function candidatesOf(values, samples) {
  const letters = values.third === true ? ["A", "B", "C"] : ["A", "B"];
  const names = letters.map((_, at) => String(values[`name-${at}`] ?? "").trim());
  return letters.map((letter, at) => {
    const twins = names.filter((name) => name.toLowerCase() === names[at].toLowerCase());
    const name = names[at] && twins.length > 1 ? `${names[at]} (${letter})` : names[at] || letter;
    return { name, marks: marksOf(values, samples, at) };
  });
}
