// Answers queries from the files of the index, as `src/search/engine.rs` does; `src/search/rank.rs`
// explains the scores. Files are loaded when they are needed, each once.

import {
  chunks, isConsonants, isHangul, keys as keysOf, lookups, place, queryWords, strokes,
} from "./search-analysis.js";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const MOST_WORDS = 16;
const MOST_HITS = 20;
const MOST_PASSAGES = 3;
const MOST_SHARDS = 4;
const MOST_BEGUN = 60;

const length = (text) => [...text].length;
/** The places where a word was found: weights by page * 256 + passage, and the keys. */
class WordHits {
  weights = new Map();
  keys = [];
  // True if only a word was found that begins like the one that was looked for.
  guess = false;

  add(other, worth) {
    for (const [at, weight] of other.weights) {
      this.weights.set(at, Math.max(this.weights.get(at) ?? 0, weight * worth));
    }
    this.keys.push(...other.keys);
    return this;
  }

  get empty() {
    return !this.weights.size;
  }

  get pages() {
    return new Set([...this.weights.keys()].map((at) => at >>> 8));
  }
}

/** Returns the weights in the text of postings. */
function postings(text) {
  const weights = new Map();
  let at = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 5) {
      const digit = DIGITS.indexOf(text[at++]);
      if (digit < 0) return null;
      value |= (digit & 31) << shift;
      if (digit < 32) return value;
    }
  };
  for (let page = 0; at < text.length; ) {
    page += number();
    for (let passage = 0; ; ) {
      const step = number();
      if (step === null) return weights;
      passage += step >> 1;
      weights.set(page * 256 + passage, DIGITS.indexOf(text[at++]));
      if (step & 1) break;
    }
  }
  return weights;
}

/** The index of one language. */
class LanguageIndex {
  constructor(lang, load) {
    this.lang = lang;
    this.load = load;
    this.files = new Map();
  }

  /** Returns the file at `path`. A file that could not be loaded is requested again. */
  file(path) {
    if (!this.files.has(path)) {
      const loading = this.load(path);
      loading.catch(() => this.files.delete(path));
      this.files.set(path, loading);
    }
    return this.files.get(path);
  }

  async manifest() {
    if (!this.lists) {
      const read = await this.file(`${this.lang}/search/index.json`);
      const list = (name) => {
        const names = read[`${name}Names`].match(/.{10}/g) ?? [];
        return read[name].map((start, at) => [start, names[at]]);
      };
      this.lists = { pages: read.pages, terms: read.terms, keys: list("keys"), texts: list("texts") };
    }
    return this.lists;
  }

  /** Returns the names of shards whose keys may begin with `beginning`, or may be it if it is `whole`. */
  async shardsOf(kind, beginning, whole) {
    const list = (await this.manifest())[kind];
    const first = Math.max(0, list.findLastIndex(([start]) => start <= beginning));
    const last = whole ? first : Math.max(first, list.findLastIndex(([start]) => start.startsWith(beginning)));
    return list.slice(first, last + 1).map(([, name]) => name);
  }

  shard(name) {
    return this.file(`search/${this.lang}/${name}.json`);
  }

  /** Returns the shard that may hold `key`. */
  async shardOf(kind, key) {
    const [name] = await this.shardsOf(kind, key, true);
    return name ? this.shard(name) : {};
  }

  async entries(beginning, whole, fits) {
    const names = (await this.shardsOf("keys", beginning, whole)).slice(0, MOST_SHARDS);
    const shards = await Promise.all(names.map((name) => this.shard(name)));
    return shards.flatMap((shard) => Object.entries(shard).filter(([key, value]) => fits(key, value)));
  }

  async exact(key) {
    const shard = await this.shardOf("keys", place(key));
    return Object.hasOwn(shard, key) ? [key, shard[key]] : null;
  }

  hits([key, value]) {
    const found = new WordHits();
    found.weights = postings(value.split(" ", 1)[0]);
    found.keys = [key];
    return found;
  }

  async hitsOf(key) {
    const entry = await this.exact(key);
    return entry ? this.hits(entry) : new WordHits();
  }

  async find(word) {
    const found = await this.all(lookups(word));
    if (!found.empty) return found;
    const { fallbackLookups } = await import("./search-guess.js");
    for (const lookup of fallbackLookups(word)) {
      const found = await this.all([lookup]);
      found.guess = word.raw.length > 1 && lookup[2] <= 0.5;
      if (!found.empty) return found;
    }
    return found;
  }

  /** Adds to the hits of words that name a term those of the term's other names. */
  async addSynonyms(words, found) {
    if (!(await this.manifest()).terms) return;
    for (let length = 1; length <= 3; length++) {
      for (let at = 0; at + length <= words.length; at++) {
        const names = await this.exact(`=${words.slice(at, at + length).map(({ key }) => key).join(" ")}`);
        for (const name of names ? names[1].split(" ") : []) {
          const hits = await this.together(name.split("+"));
          for (const one of found.slice(at, at + length)) {
            // Another name of a term is better than a guess.
            if (one.guess && !hits.empty) Object.assign(one, new WordHits());
            one.add(hits, 0.7);
          }
        }
      }
    }
  }

  async all(list) {
    const found = await Promise.all(list.map(([how, what]) => this.places(how, what)));
    return found.reduce((all, one, at) => all.add(one, list[at][2]), new WordHits());
  }

  /** Returns the places of a lookup; those of rare kinds are loaded when they are needed. */
  async places(how, what) {
    if (how === "exact") return this.hitsOf(what);
    return this[how] ? this[how](what) : (await import("./search-guess.js"))[how](this, what);
  }

  async beginning(start) {
    if (!isHangul(start)) {
      const begins = (key, value) =>
        key !== start &&
        (key.startsWith(start) || value.split(" ").slice(1).some((form) => form.startsWith(start)));
      const entries = await this.entries(start.slice(0, 4), false, begins);
      // The places of a stem are those of all its forms, also of forms that begin otherwise.
      const own = entries.filter(([key]) => key.startsWith(start));
      return this.best(own.length ? own : entries, length(start));
    }
    const typed = strokes(start);
    // All syllables but the last are complete.
    const whole = start.slice(0, -1);
    const begins = (key) => key !== start && key.startsWith(whole) && strokes(key).startsWith(typed);
    const moved = start.length === 1 && (await import("./search-guess.js")).movedFinal(start);
    const starts = [place(start), moved].filter(Boolean);
    const found = await Promise.all(starts.map((from) => this.entries(from, false, begins)));
    return this.best(found.flat(), length(start));
  }

  best(entries, typed) {
    const found = new WordHits();
    const order = ([a], [b]) => length(a) - length(b) || (a < b ? -1 : 1);
    for (const entry of entries.sort(order).slice(0, MOST_BEGUN)) {
      found.add(this.hits(entry), Math.sqrt(Math.min(1, typed / length(entry[0]))));
    }
    return found;
  }

  async together(parts) {
    const one = (part) => this.places(isConsonants(part) ? "initials" : "exact", part);
    const each = await Promise.all(parts.map(one));
    const found = new WordHits();
    if (each.some((hits) => hits.empty)) return found;
    // Words in the title count for every passage of the page.
    const has = ({ weights }, at) => weights.has(at) || weights.has(at - (at % 256));
    for (const { weights } of each) {
      for (const [at, weight] of weights) {
        if (!each.every((hits) => has(hits, at))) continue;
        found.weights.set(at, (found.weights.get(at) ?? 0) + weight / parts.length);
      }
    }
    found.keys = [parts.join(" ")];
    return found;
  }

  /** Returns a passage and its page. */
  async text(page, passage) {
    const hex = (value, width) => value.toString(16).padStart(width, "0");
    const id = hex(page, 6);
    const at = id + hex(passage, 2);
    const shard = await this.shardOf("texts", at);
    const start = Object.keys(shard).filter((key) => key.startsWith(id) && key <= at).sort().pop();
    if (!start) return null;
    const [kind, label, address, title, passages] = shard[start];
    const [anchor, heading, text] = passages[passage - Number.parseInt(start.slice(6), 16)] ?? [];
    return text === undefined ? null : { kind, label, address, title, anchor, heading, text };
  }
}

/** Searches the index of both languages; `load` returns the JSON of a file. */
export class Engine {
  constructor(lang, load) {
    this.here = new LanguageIndex(lang, load);
    this.other = new LanguageIndex(lang === "ko" ? "en" : "ko", load);
  }

  /** Returns the pages for `query`, the best first, without their texts. */
  async rank(query) {
    const given = queryWords(query.normalize("NFC")).slice(0, MOST_WORDS);
    const all = await Promise.all(given.map(async (word) => [word, ...(await this.word(word))]));
    // A syllable that was just begun asks for nothing yet.
    const asked = all.filter(([{ raw }, hits]) => !hits.empty || !/^[ㄱ-ㅣ]$/.test(raw));
    const [words, found, readAs] = [0, 1, 2].map((part) => asked.map((of) => of[part]));
    await this.here.addSynonyms(words, found);
    const pages = (await this.here.manifest()).pages || (await this.other.manifest()).pages;
    return { words, found, readAs, ...rank(found, pages) };
  }

  /** Returns the places of a word, and the word that was looked for in its place, if any. */
  async word(word) {
    const { here, other } = this;
    const found = await here.find(word);
    const foreign = isHangul(word.raw) !== (here.lang === "ko");
    if (foreign && found.pages.size < 3) found.add(await other.find(word), 0.8);
    if (!found.empty) return [found, null];
    const { guess } = await import("./search-guess.js");
    const readAs = await guess(word, found, here, other);
    if (found.empty && !foreign) found.add(await other.find(word), 0.8);
    return [found, readAs];
  }

  /** Returns a ranked page with its texts, in the other language if this one does not have it. */
  async hit(ranked) {
    for (const index of [this.here, this.other]) {
      const read = async (numbers) => (await Promise.all(numbers.map((at) => index.text(ranked.page, at)))).filter(Boolean);
      const own = await read(ranked.passages);
      const texts = own.length ? own : await read([0]);
      if (texts.length) return { ...texts[0], lang: index.lang, score: ranked.score, passages: texts };
    }
    return null;
  }
}

// Rounded so far that errors of calculation make no difference.
const rounded = (score) => Math.round(score * 1e6);

// Scores all pages that have a word. They are `partial` if none answers the query: they only have some of its words.
function rank(found, pages) {
  const present = found.filter((hits) => !hits.empty);
  const rarity = (hits) => Math.log(1 + pages / hits.pages.size);
  // A word that was not found gets the mean rarity of the others.
  const mean = present.reduce((sum, hits) => sum + rarity(hits), 0) / Math.max(1, present.length);
  const rarities = found.map((hits) => (hits.empty ? mean : rarity(hits)));
  const whole = rarities.reduce((sum, rarity) => sum + rarity, 0);
  const byPage = found.map((hits) => {
    const all = new Map();
    for (const [at, weight] of hits.weights) {
      const page = at >>> 8;
      if (!all.has(page)) all.set(page, new Map());
      all.get(page).set(at & 255, weight);
    }
    return all;
  });
  const all = new Set(byPage.flatMap((pages) => [...pages.keys()]));
  const scored = Array.from(all, (page) => {
    const ofPage = byPage.map((pages) => pages.get(page));
    const known = rarities.filter((_, at) => ofPage[at]);
    const share = known.reduce((sum, rarity) => sum + rarity, 0) / whole;
    const isNear = known.length > 1 || known[0] >= 1.75 || ofPage.some((weights) => weights?.get(0) >= 30);
    return { near: share >= 0.6 || (share >= 0.3 && isNear), ...rankPage(page, ofPage, rarities, whole, share) };
  });
  const near = scored.filter(({ near }) => near);
  const ranked = near.length ? near : scored;
  ranked.sort((a, b) => rounded(b.score) - rounded(a.score) || a.page - b.page);
  const partial =
    !near.length || found.every((hits) => hits.guess || hits.empty) || (found.length > 1 && ranked[0].score < 1.4 * whole);
  return { ranked: ranked.slice(0, MOST_HITS), partial };
}

function rankPage(page, ofPage, rarities, whole, share) {
  const score = (passage) => {
    let sum = 0;
    let owned = 0;
    ofPage.forEach((weights, word) => {
      const own = weights?.get(passage);
      sum += rarities[word] * Math.max(own ?? 0, (weights?.get(0) ?? 0) * 0.5);
      if (own !== undefined) owned += rarities[word];
    });
    return sum * (0.2 + (0.8 * owned) / whole);
  };
  const passages = [...new Set(ofPage.flatMap((weights) => [...(weights?.keys() ?? [])]))];
  const scored = passages.map((passage) => [score(passage), passage]);
  scored.sort((a, b) => rounded(b[0]) - rounded(a[0]) || a[1] - b[1]);
  const [best] = scored[0];
  const more = scored.slice(1, 5).reduce((sum, [score]) => sum + score, 0);
  const kept = scored.filter(([score]) => score >= 0.5 * best).slice(0, MOST_PASSAGES);
  return { page, score: (best + Math.min(0.1 * more, 0.15 * best)) * share * share, passages: kept.map(([, passage]) => passage) };
}

/** Returns the ranges of `text` that match: `[start, end]`, in order. */
export function marks(text, words, found) {
  const keys = new Set(found.flatMap((hits) => hits.keys.flatMap((key) => key.split(" "))));
  const raws = words.map(({ raw }) => raw).filter((raw) => raw.length > 1);
  const byLetter = new Map();
  for (const key of keys) byLetter.set(key[0], [...(byLetter.get(key[0]) ?? []), key]);
  const all = [];
  const from = windowStart(text, [...raws, ...keys]);
  for (const { start: at, text: chunk } of chunks(text.slice(from, from + WINDOW))) {
    const start = from + at;
    const lower = chunk.toLowerCase();
    const near = byLetter.get(lower[0]) ?? [];
    const shown =
      raws.find((raw) => lower.includes(raw)) ??
      near.find((key) => lower.startsWith(key)) ??
      (near.length && keysOf(chunk).some((key) => keys.has(key.text)) ? lower : null);
    if (shown) all.push([start + lower.indexOf(shown), start + lower.indexOf(shown) + shown.length]);
  }
  return all;
}

/** The most characters of a long text in which matches are searched. */
const WINDOW = 1200;

function windowStart(text, wanted) {
  if (text.length <= WINDOW) return 0;
  const lower = text.toLowerCase();
  const places = wanted.map((word) => lower.indexOf(word)).filter((at) => at >= 0);
  const near = Math.max(0, Math.min(...places) - 200);
  return places.length && near ? text.indexOf(" ", near) + 1 : 0;
}
