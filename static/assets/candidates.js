// The candidates of a scorecard, from what is stored of it.

/** The group of samples on which every candidate needs marks. */
const RISKY = "2";

/** Returns the samples of a scorecard in their order, each with its name in the stored values and its group. */
export const samplesOf = ({ samples }) =>
  samples.split(" ").map((sample) => {
    const [id, group] = sample.split(".");
    return { id, group, risky: group === RISKY };
  });

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
