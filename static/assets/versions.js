// The present versions of pages and their sections, which a reader's device compares with stored
// ones to find changes. `src/render/data/versions.rs` describes the files.

const { versions, versionFiles } = document.body.dataset;

/** Files by name, each loaded once. */
const files = new Map();

/** Returns the 32-bit FNV-1a hash of a text, as the build computes it. */
function hash(text) {
  let sum = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}

/** Returns the version of a page, computed from those of its sections by id. */
function versionOf(sections) {
  const sum = Object.entries(sections).reduce((all, [id, version]) => (all + hash(`${id} ${version}`)) >>> 0, 0);
  return sum.toString(16).padStart(8, "0");
}

async function load(file) {
  const response = await fetch(`${versions}${file}.json`);
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return new Map(Object.entries((await response.json()).pages));
}

/** What the files that `nameOf` names by their number say of the pages `places`; a page that is not there any more is left out. */
async function lookUp(nameOf, places) {
  if (!(Number(versionFiles) > 0)) return new Map();
  const found = await Promise.all(
    places.map(async (place) => {
      const file = nameOf(hash(place) % Number(versionFiles));
      if (!files.has(file)) files.set(file, load(file));
      return [place, (await files.get(file)).get(place)];
    }),
  );
  return new Map(found.filter(([, page]) => page !== undefined));
}

/**
 * Returns the pages of the names `places` (`guides/customer-service`) by these names, each as
 * `{ href, title, updated, version, sections: [{ id, anchor, title, version }] }`. A page that
 * no longer exists is left out. Throws if a file cannot be loaded.
 */
export const versionsOf = (places) => lookUp((number) => `${number}`, places);

/**
 * Returns those pages of `read` that have changed, by name: as `versionsOf` returns them, and
 * `undefined` for one that is gone. `read` has the earlier versions of their sections, by id.
 * Sections are loaded for changed pages only.
 */
export async function changedSince(read) {
  const now = await lookUp((number) => `pages-${Math.floor(number / 8)}`, Object.keys(read));
  const changed = Object.keys(read).filter((place) => now.get(place)?.version !== versionOf(read[place]));
  const pages = await versionsOf(changed.filter((place) => now.has(place)));
  return new Map(changed.map((place) => [place, pages.get(place)]));
}
