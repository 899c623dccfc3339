// The stems of English words: the algorithm English (Porter 2) of the Snowball project,
// snowballstem.org/algorithms/english/stemmer.html.

const VOWEL = /[aeiouy]/;
const DOUBLE = /(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/;
const SHORT = /(^[aeiouy][^aeiouy]|[^aeiouy][aeiouy][^aeiouywxY])$/;
const rules = (text) => text.split(", ").map((rule) => rule.split(" "));
const WHOLE = Object.fromEntries(
  rules("skis ski, skies sky, dying die, lying lie, tying tie, idly idl, gently gentl, ugly ugli, early earli, only onli, singly singl"),
);
const KEPT = /^(sky|news|howe|atlas|cosmos|bias|andes)$/;
const KEPT_SINGULAR = /^(inning|outing|canning|herring|earring|proceed|exceed|succeed)$/;
const FIRST = rules("eedly, eed, edly, ed, ingly, ing");
const SECOND = rules(
  "tional tion, enci ence, anci ance, abli able, entli ent, ization ize, izer ize, ational ate, ation ate, ator ate, alism al, " +
    "aliti al, alli al, fulness ful, ousli ous, ousness ous, iveness ive, iviti ive, biliti ble, bli ble, fulli ful, lessli less, ogi og, li",
);
const THIRD = rules("ational ate, tional tion, alize al, icate ic, iciti ic, ical ic, ful, ness, ative");
const FOURTH = rules("al, ance, ence, er, ic, able, ible, ant, ement, ment, ent, ism, ate, iti, ous, ive, ize, ion");

/** Returns the rule for the longest matching ending of `word`. */
const longest = (word, rules) =>
  rules.filter(([ending]) => word.endsWith(ending)).sort((a, b) => b[0].length - a[0].length)[0] ?? [];

/** Returns the offset after the first consonant that follows a vowel. */
function region(word, from) {
  const found = /[aeiouy][^aeiouy]/.exec(word.slice(from));
  return found ? from + found.index + 2 : word.length;
}

export function stem(given) {
  if (given.length <= 2 || KEPT.test(given)) return given;
  if (Object.hasOwn(WHOLE, given)) return WHOLE[given];
  let word = given.replace(/^'/, "").replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
  const prefix = /^(gener|commun|arsen)/.exec(word);
  const r1 = prefix ? prefix[0].length : region(word, 0);
  const r2 = region(word, r1);
  const inFirst = (ending) => word.length - ending.length >= r1;
  const inSecond = (ending) => word.length - ending.length >= r2;
  const replace = (ending, by = "") => {
    word = word.slice(0, -ending.length) + by;
  };

  word = word.replace(/('s'|'s|')$/, "");
  if (word.endsWith("sses")) replace("sses", "ss");
  else if (/(ied|ies)$/.test(word)) replace("ies", word.length > 4 ? "i" : "ie");
  else if (/[^us]s$/.test(word) && VOWEL.test(word.slice(0, -2))) replace("s");
  if (KEPT_SINGULAR.test(word)) return word;

  const [first] = longest(word, FIRST);
  if (first?.startsWith("eed")) {
    if (inFirst(first)) replace(first, "ee");
  } else if (first && VOWEL.test(word.slice(0, -first.length))) {
    replace(first);
    if (/(at|bl|iz)$/.test(word)) word += "e";
    else if (DOUBLE.test(word)) word = word.slice(0, -1);
    else if (r1 === word.length && SHORT.test(word)) word += "e";
  }
  if (/.[^aeiouy][yY]$/.test(word)) word = `${word.slice(0, -1)}i`;

  const [second, by] = longest(word, SECOND);
  const mayGo = { ogi: /logi$/, li: /[cdeghkmnrt]li$/ }[second] ?? /./;
  if (second && inFirst(second) && mayGo.test(word)) replace(second, by);
  const third = longest(word, THIRD);
  if (third[0] && inFirst(third[0]) && (third[0] !== "ative" || inSecond("ative"))) replace(...third);
  const [fourth] = longest(word, FOURTH);
  if (fourth && inSecond(fourth) && (fourth !== "ion" || /[st]ion$/.test(word))) replace(fourth);
  if (word.endsWith("e")) {
    if (inSecond("e") || (inFirst("e") && !SHORT.test(word.slice(0, -1)))) replace("e");
  } else if (/ll$/.test(word) && inSecond("l")) replace("l");
  return word.toLowerCase();
}
