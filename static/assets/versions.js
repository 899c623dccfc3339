// The present versions of pages and their sections, which a reader's device compares with stored
// ones to find changes. `src/render/data/versions.rs` describes the files.

const { versions, versionFiles } = document.body.dataset;

/** Files by number, each loaded once. */
const files = new Map();

/** Returns the number of the file with the page `place`: the FNV-1a hash of its name modulo the number of files. */
function fileOf(place) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(place)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0) % Number(versionFiles);
}

async function load(file) {
  const response = await fetch(`${versions}${file}.json`);
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return (await response.json()).pages;
}

/**
 * Returns the pages of the names `places` (`guides/customer-service`) by these names, each as
 * `{ href, title, updated, version, sections: [{ id, anchor, title, version }] }`. A page that
* no longer exists is left out. Throws if a file cannot be loaded.
 */
export async function versionsOf(places) {
  if (!(Number(versionFiles) > 0)) return new Map();
  const found = await Promise.all(
    places.map(async (place) => {
      const file = fileOf(place);
      if (!files.has(file)) files.set(file, load(file));
      return [place, (await files.get(file))[place]];
    }),
  );
  return new Map(found.filter(([, page]) => page));
}
