// The verdict of a scorecard, in the words of the page with the scorecard.

import { fill, list } from "./kit.js";
import { particle } from "./particle.js";
import { verdict } from "./verdict.js";

const locale = document.documentElement.lang;
const number = (value) => value.toFixed(1);

/** A Korean particle stays with the mark before it. */
const [open, close] = locale === "ko" ? ["‘", "’\u2060"] : "“”";

/** Returns a name in quotation marks, so that it does not run into its sentence; a letter needs none. */
const quoted = (name) => (name?.length > 1 ? open + name + close : name);

/** Returns a sentence of the verdict. */
function sentence(words, { say: pattern, groups, name, other, names, value, next, common, ...rest }) {
  const values = { ...rest, name: quoted(name), other: quoted(other) };
  if (groups) values.groups = list(groups.map((group) => words[`group${group}`]));
  if (names) values.names = list(names.map(quoted));
  if (value !== undefined) Object.assign(values, { value: number(value), next: number(next) });
  const said = fill(words[`say${pattern[0].toUpperCase()}${pattern.slice(1)}`], values, particle);
  return common ? fill(words.sofar, { verdict: said, common, samples: rest.samples }) : said;
}

/** Returns the verdict on `candidates` over so many samples, then its reasons; `words` are the scorecard's own. */
export const sentences = (candidates, samples, words) =>
  verdict(candidates, samples).map((one) => sentence(words, one));
