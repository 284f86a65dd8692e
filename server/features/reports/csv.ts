/** Text for spreadsheets, which run what looks like a formula, wherever it came from. */

export type Cell = string | number | null;

/** What OWASP names, full-width forms too, also behind white space that a spreadsheet may trim. */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u;

/** A number is a number; text is quoted, and where it could be a formula an apostrophe makes it text. */
export function csvCell(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  return `"${FORMULA.test(value) ? "'" : ""}${value.replaceAll('"', '""')}"`;
}

export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(",")}\r\n`;

/** Spreadsheets that guess take a file without it for another encoding. */
export const BOM = "\u{FEFF}";
