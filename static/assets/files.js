// Files that readers save, and their forms: Markdown and CSV.

/** Downloads a file. What only keeps words on one line of a page stays there. */
export function give(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text.replaceAll("\u2060", "")], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Returns text as Markdown that shows it unchanged, on one line. Signs of tags become references. */
export const markdownOf = (text) =>
  text.replace(/[\\`*_[\]#|~&]/g, "\\$&").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replace(/\s+/g, " ").trim();

/** Returns rows as CSV (RFC 4180). The byte-order mark makes Excel read it as UTF-8. */
export function csv(rows) {
  // A spreadsheet must not treat a value as a formula.
  const safe = (value) => (/^[\s|%]*[=+\-@＝＋－＠|%]|^\s/.test(value) && Number.isNaN(Number(value)) ? `'${value}` : value);
  const cell = (value) => `"${safe(String(value)).replaceAll('"', '""')}"`;
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}
