// The verdict on two or three candidates after ten samples: which one should be tried next, and
// why. Does not use the page.
//
// A critical failure is a veto: it is not part of an average, and counts even if nothing else is
// marked. Quality and repair are compared over the samples that are marked for every candidate.
// A candidate is named only with marks on every high-risk sample, and a verdict on fewer than all
// samples says so.

const mean = (numbers) => numbers.reduce((a, b) => a + b, 0) / numbers.length;
const isMarked = ({ quality, minutes }) => quality !== null && minutes !== null;

/** Returns the sums of a candidate's marks; `null` if nothing is marked. */
export function totals({ name, marks }) {
  const quality = marks.map((mark) => mark.quality).filter((value) => value !== null);
  const minutes = marks.map((mark) => mark.minutes).filter((value) => value !== null);
  const critical = marks.filter((mark) => mark.critical);
  return {
    name,
    done: marks.filter(isMarked).length,
    quality: quality.length ? mean(quality) : null,
    minutes: minutes.length ? minutes.reduce((a, b) => a + b, 0) : null,
    critical: critical.length,
    groups: [...new Set(critical.map((mark) => mark.group))],
    // A sample with a critical failure counts as tested, even without other marks.
    risks: marks.every((mark) => !mark.risky || isMarked(mark) || mark.critical),
  };
}

/** Returns sentences, each as the name of its pattern and the values for it: the verdict, then its reasons. */
export function verdict(candidates, samples) {
  const all = candidates.map(totals);
  const seen = all.map(({ done, critical }, at) => ({ ...all[at], at, counts: done > 0 || critical > 0 }));
  const them = seen.filter(({ counts }) => counts);
  const vetoes = them.filter(({ critical }) => critical);
  const common = commonSamples(them.map(({ at }) => candidates[at].marks));
  for (const one of them) Object.assign(one, overCommon(candidates[one.at].marks, common));
  if (them.length < 2) return [{ say: "empty" }, ...vetoes.map((one) => veto(one, [], []))];
  const [finest, fastest] = common.length
    ? [best(them, ({ mean }) => mean, (a, b) => a > b), best(them, ({ pace }) => pace, (a, b) => a < b)]
    : [[], []];
  return [
    headline(them, finest, fastest, common.length, samples),
    ...vetoes.map((one) => veto(one, finest, fastest)),
    ...praise(them, finest, fastest),
    ...them.filter(({ done }) => done < samples).map(({ name, done }) => ({ say: "partial", name, done, samples })),
  ];
}

/** Returns the samples that are marked for every candidate. */
function commonSamples(sheets) {
  const numbers = sheets[0]?.map((_, at) => at) ?? [];
  return numbers.filter((at) => sheets.every((marks) => isMarked(marks[at])));
}

function overCommon(marks, common) {
  const of = (name) => mean(common.map((at) => marks[at][name]));
  return { mean: of("quality"), pace: of("minutes") };
}

/** Returns those of `all` for which `of` is best; all of them when they are equal. */
function best(all, of, better) {
  const top = all.map(of).reduce((a, b) => (better(b, a) ? b : a));
  return all.filter((candidate) => of(candidate) === top);
}

function headline(them, finest, fastest, common, samples) {
  const clear = them.filter(({ critical }) => critical === 0);
  if (clear.length === 0) return { say: "none" };
  const untried = clear.filter(({ risks }) => !risks);
  if (untried.length) return { say: "early", names: untried.map(({ name }) => name) };
  if (common === 0) return { say: "apart" };
  const named = choice(clear, finest, fastest);
  return common < samples ? { ...named, common, samples } : named;
}

/** Returns the next candidate among those without a critical failure. */
function choice(clear, finest, fastest) {
  if (clear.length === 1) return { say: "only", name: clear[0].name };
  const both = clear.filter((one) => finest.includes(one) && fastest.includes(one));
  if (both.length === 1) return { say: "both", name: both[0].name };
  if (both.length > 1) return { say: "equal", names: both.map(({ name }) => name) };
  const writes = clear.find((one) => finest.includes(one));
  const repairs = clear.find((one) => fastest.includes(one));
  if (writes && repairs) return { say: "trade", name: writes.name, other: repairs.name };
  return { say: "open", names: clear.map(({ name }) => name) };
}

/** Returns the sentence on a critical failure, which outweighs any other mark. */
function veto(one, finest, fastest) {
  const { name, groups, critical } = one;
  const alone = (group) => group.length === 1 && group[0] === one;
  if (alone(fastest)) return { say: "fasterBut", name, groups, critical };
  if (alone(finest)) return { say: "finerBut", name, groups, critical };
  return { say: "critical", name, groups, critical };
}

/** Returns the advantages of the single best candidate. */
function praise(them, finest, fastest) {
  const lead = (say, [one, ...more], of, nearest) => {
    if (!one || more.length || one.critical) return [];
    const others = them.filter((other) => other !== one).map(of);
    return [{ say, name: one.name, value: of(one), next: nearest(...others) }];
  };
  return [
    ...lead("finest", finest, ({ mean }) => mean, Math.max),
    ...lead("fastest", fastest, ({ pace }) => pace, Math.min),
  ];
}
