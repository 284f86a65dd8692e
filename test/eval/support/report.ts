/* oxlint-disable no-console -- commands that print their findings */
import { writeFileSync } from "node:fs";
import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import type { Interval } from "./bootstrap.ts";
import { findSets, readSet, type EvalSet } from "./sets.ts";

/** One line of what was measured: `{set, engine, half, …}` and its figures. */
export type Row = Record<string, string | number | Interval | null>;

export type Report = {
  /** Prints a table, and keeps its rows for --json. */
  report(title: string, rows: Row[]): void;
  /** Writes the file that --json names. */
  finish(): void;
};
/** `options` is what else was set on the command line. */
export type EvalRun = Report & { sets: EvalSet[]; options: Record<string, unknown> };

/** `npm run eval:x -- DIR… --json FILE`: sets are those in DIR…, or all that EVAL_DATA has. Ends the process when there are none. */
export function beginEval(more: ParseArgsOptionsConfig = {}): EvalRun {
  const options = { ...more, json: { type: "string" } } as const;
  const { positionals, values } = parseArgs({ allowPositionals: true, options });
  const folders = positionals.length > 0 ? positionals : findSets();
  if (!folders) {
    console.log(
      "No evaluation sets here: they are not part of this repository. Name their folders, or set EVAL_DATA to the folder that has eval/.",
    );
    process.exit(0);
  }
  const file = typeof values.json === "string" ? values.json : undefined;
  return { sets: folders.map(readSet), options: values, ...createReport(file) };
}

/** Tables in this terminal, and their rows in `file` where it is named. */
export function createReport(file: string | undefined): Report {
  const all: Row[] = [];
  return {
    report(title, rows) {
      all.push(...rows);
      console.log(`\n${title}\n${formatTable(rows)}`);
    },
    finish() {
      if (file) writeFileSync(file, `${JSON.stringify(all.map(flatten), null, 1)}\n`);
    },
  };
}

/** A Markdown table; figures with three decimals, intervals as "0.745 (0.702 to 0.788)". */
export function formatTable(rows: Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [names, names.map(() => "---"), ...rows.map((row) => names.map((name) => formatCell(row[name])))];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function formatCell(cell: Row[string] | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "string") return cell;
  if (typeof cell === "number") return Number.isInteger(cell) ? String(cell) : cell.toFixed(3);
  return `${cell.value.toFixed(3)} (${cell.low.toFixed(3)} to ${cell.high.toFixed(3)})`;
}

/** An interval's figure stands under its own name, its ends beside it. */
const flatten = (row: Row): Record<string, string | number | null> =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, cell]) =>
      cell !== null && typeof cell === "object"
        ? [
            [name, cell.value],
            [`${name} low`, cell.low],
            [`${name} high`, cell.high],
          ]
        : [[name, cell]],
    ),
  );
