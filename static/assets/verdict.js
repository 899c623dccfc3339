// What ten samples say about two or three candidates: which one is next for draft
// mode, and why. Knows nothing of the page.
//
// A critical failure is a veto: it is not averaged away. Quality and repair are
// compared as means of the samples that are marked, so that a sheet half filled in
// already says something, and says that it is provisional.

const mean = (numbers) => numbers.reduce((a, b) => a + b, 0) / numbers.length;

/** What a candidate's marks come to; `null` means where nothing is marked. */
export function totals({ name, marks }) {
  const quality = marks.map((mark) => mark.quality).filter((value) => value !== null);
  const minutes = marks.map((mark) => mark.minutes).filter((value) => value !== null);
  const critical = marks.filter((mark) => mark.critical);
  return {
    name,
    done: marks.filter((mark) => mark.quality !== null && mark.minutes !== null).length,
    quality: quality.length ? mean(quality) : null,
    minutes: minutes.length ? minutes.reduce((a, b) => a + b, 0) : null,
    pace: minutes.length ? mean(minutes) : null,
    critical: critical.length,
    groups: [...new Set(critical.map((mark) => mark.group))],
  };
}

/** Those of `all` for which `of` is best, which is all of them when they are equal. */
function best(all, of, better) {
  const top = all.map(of).reduce((a, b) => (better(b, a) ? b : a));
  return all.filter((candidate) => of(candidate) === top);
}

/** Sentences, as the name of their pattern and what fills it: the verdict, then its reasons. */
export function verdict(candidates, samples) {
  const all = candidates.map(totals).filter(({ done }) => done > 0);
  if (all.length < 2) return [{ say: "empty" }];
  const finest = best(all, ({ quality }) => quality, (a, b) => a > b);
  const fastest = best(all, ({ pace }) => pace, (a, b) => a < b);
  const clear = all.filter(({ critical }) => critical === 0);
  return [
    headline(clear, finest, fastest),
    ...all.filter(({ critical }) => critical).map((one) => veto(one, finest, fastest)),
    ...praise(all, clear, finest, fastest),
    ...all.filter(({ done }) => done < samples).map(({ name, done }) => ({ say: "partial", name, done, samples })),
  ];
}

function headline(clear, finest, fastest) {
  if (clear.length === 0) return { say: "none" };
  if (clear.length === 1) return { say: "only", name: clear[0].name };
  const both = clear.filter((one) => finest.includes(one) && fastest.includes(one));
  if (both.length === 1) return { say: "both", name: both[0].name };
  if (both.length > 1) return { say: "equal", names: both.map(({ name }) => name) };
  const writes = clear.find((one) => finest.includes(one));
  const repairs = clear.find((one) => fastest.includes(one));
  if (writes && repairs) return { say: "trade", name: writes.name, other: repairs.name };
  return { say: "open", names: clear.map(({ name }) => name) };
}

/** A critical failure weighs more, however good the rest is. */
function veto(one, finest, fastest) {
  const { name, groups, critical } = one;
  const alone = (group) => group.length === 1 && group[0] === one;
  if (alone(fastest)) return { say: "fasterBut", name, groups, critical };
  if (alone(finest)) return { say: "finerBut", name, groups, critical };
  return { say: "critical", name, groups, critical };
}

function praise(all, clear, finest, fastest) {
  const said = [];
  if (finest.length === 1 && clear.includes(finest[0])) {
    const { name, quality } = finest[0];
    const others = all.filter((one) => one !== finest[0]);
    said.push({ say: "finest", name, value: quality, next: Math.max(...others.map((one) => one.quality)) });
  }
  if (fastest.length === 1 && clear.includes(fastest[0])) {
    const { name, pace } = fastest[0];
    const others = all.filter((one) => one !== fastest[0]);
    said.push({ say: "fastest", name, value: pace, next: Math.min(...others.map((one) => one.pace)) });
  }
  return said;
}
