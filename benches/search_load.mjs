// Measures what queries load before their first results: `node benches/search_load.mjs SITE CONTENT`, where SITE was
// built from the Korean pages in CONTENT. Words come from the pages, at random but the same in each run. Prints, for
// queries of each kind, the median and the most in KB (gzip) of the manifest, the words and the texts of three pages.

import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { Engine } from "../static/assets/search-engine.js";

const QUERIES = 60;
const [site, content] = process.argv.slice(2);
const pages = fs.readdirSync(content, { recursive: true }).filter((name) => name.endsWith(".ko.md"));
const text = pages.map((name) => fs.readFileSync(path.join(content, name), "utf8").split("+++")[2]).join(" ");
const words = text.match(/[가-힣]{2,}|[A-Za-z]{4,}/g);

let state = 12345;
function random(below) {
  state = (state * 1103515245 + 12345) % 2 ** 31;
  return state % below;
}
const pick = () => words[random(words.length)];
const some = (count) => Array.from({ length: count }, pick).join(" ");
const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const initials = (word) => Array.from(word.match(/[가-힣]/g) ?? "값", (c) => INITIALS[Math.floor((c.charCodeAt() - 0xac00) / 588)]).join("");

const KINDS = {
  "one word": pick,
  "a beginning": () => pick().slice(0, -1),
  "up to six initials": () => initials(pick() + pick()).slice(0, 6),
  "a word that is not there": () => `${pick()[0]}${pick().slice(-1)}쀍`,
  "three words": () => some(3),
  "six words": () => some(6),
  "eight words": () => some(8),
};

const sizes = new Map();
function size(file) {
  if (!sizes.has(file)) sizes.set(file, zlib.gzipSync(fs.readFileSync(file), { level: 9 }).length);
  return sizes.get(file);
}

async function loaded(query) {
  const files = new Set();
  const engine = new Engine("ko", async (file) => {
    files.add(path.join(site, file));
    return JSON.parse(fs.readFileSync(path.join(site, file), "utf8"));
  });
  const { ranked } = await engine.rank(query);
  for (const page of ranked.slice(0, 3)) await engine.hit(page);
  return [...files].reduce((sum, file) => sum + size(file), 0) / 1000;
}

for (const [kind, query] of Object.entries(KINDS)) {
  const all = [];
  for (let at = 0; at < QUERIES; at++) all.push(await loaded(query()));
  all.sort((a, b) => a - b);
  console.log(kind.padEnd(26), all[QUERIES / 2].toFixed(1).padStart(6), all.at(-1).toFixed(1).padStart(6), "KB");
}
