// The scorecard as a file, and as a table for printing.

import { csv } from "./files.js";
import { find } from "./kit.js";
import { totals } from "./verdict.js";

/** Rounds to two decimals: minutes and marks are not more precise. */
const rounded = (value) => (value === null ? "" : Math.round(value * 100) / 100);
const nameOf = (sample) => find(".sample-name", sample).textContent.trim();
const noteOf = (sample) => find(".sample-note", sample).value;

/** Returns a candidate's marks for one sample as texts; empty ones if there are none. */
function cells({ quality, minutes, critical }, yes, no) {
  const blank = quality === null && minutes === null && !critical;
  return [quality ?? "", minutes ?? "", blank ? "" : critical ? yes : no];
}

/** Returns the whole card as CSV: samples, totals, and the verdict with its reasons. */
export function table(candidates, samples, sentences, words) {
  const width = 2 + 3 * candidates.length;
  const whole = (row) => [...row, ...Array(width - row.length).fill("")];
  const heads = candidates.flatMap(({ name }) =>
    [words.quality, words.minutes, words.critical].map((word) => `${name}: ${word}`),
  );
  const rows = samples.map((sample, at) => {
    const marks = candidates.flatMap(({ marks }) => cells(marks[at], words.yes, words.no));
    return [nameOf(sample), noteOf(sample), ...marks];
  });
  const sums = candidates.map(totals).flatMap((one) => [rounded(one.quality), rounded(one.minutes), one.critical]);
  return csv([
    [words.sampleWord, words.note, ...heads],
    ...rows,
    [words.total, "", ...sums],
    ...sentences.map((sentence) => whole([words.verdict, sentence])),
  ]);
}

/** Fills the printed table; cells without marks stay empty, to be filled in by hand. */
export function handout(candidates, samples, sheet) {
  const rows = [...sheet.tBodies[0].rows];
  // An empty sheet has space for three candidates.
  const written = candidates.some(({ marks }) => marks.some(({ quality, critical }) => quality !== null || critical));
  sheet.classList.toggle("two", written && candidates.length < 3);
  rows.forEach((row, at) => {
    const sample = samples[at];
    const note = sample && noteOf(sample);
    if (sample) find("small", row).textContent = note;
    const values = candidates.flatMap((one) => {
      if (sample) return cells(one.marks[at], "✕", "");
      const { quality, minutes, critical, done } = totals(one);
      return done ? [rounded(quality), rounded(minutes), critical] : ["", "", ""];
    });
    values.forEach((value, cell) => {
      row.cells[cell + 1].textContent = value;
    });
  });
}
