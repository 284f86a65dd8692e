import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isMap, isScalar, parseDocument, stringify, type Pair } from "yaml";
import { formatMistakes } from "#content/mistakes.ts";
import { readYaml } from "#content/read-yaml.ts";
import { Frontmatter } from "#content/schema.ts";
import { utcDay } from "#content/utc-day.ts";
import { findArticleFile } from "./find-content.ts";

type Verified = { contentDir: string; name: string; against?: string | undefined; now: Date };

/** Notes that an article's steps were tried today, and on what; nothing else of the file changes. @throws Error in words. */
export function verifyArticle({ contentDir, name, against, now }: Verified): { file: string; line: string } {
  const file = findArticleFile(contentDir, name);
  const shown = path.relative(process.cwd(), file);
  const text = readFileSync(file, "utf8");
  const [head = "", open = "", yaml = ""] = /^(---\r?\n)([\s\S]*?\n)---/.exec(text) ?? [];
  const { data, mistakes } = readYaml({ file: shown, text: yaml, firstLine: 2 }, Frontmatter);
  if (!head || !data) throw new Error(formatMistakes(mistakes) || `${shown}:1 has no frontmatter`);
  const tried = against ?? data.verified?.against;
  if (!tried?.trim())
    throw new Error(`Say on what it was tried: npm run content:verify -- ${name} --against "HubSpot, free plan"`);
  const value = stringify({ on: utcDay(now), against: tried.trim() }, { collectionStyle: "flow", lineWidth: 0 }).trim();
  const line = `verified: ${value}`;
  const { from, to, lead } = findPlace(yaml);
  const end = yaml.includes("\r\n") ? "\r\n" : "\n";
  const stamped = `${yaml.slice(0, from)}${lead ? line : line + end}${yaml.slice(to)}`;
  writeFileSync(file, open + stamped + text.slice(open.length + yaml.length));
  return { file, line };
}

/** Where the field stands, `lead`; or the line after `updated`, where it is to stand. */
function findPlace(yaml: string): { from: number; to: number; lead: boolean } {
  const { contents } = parseDocument(yaml);
  const pairs: Pair[] = isMap(contents) ? contents.items : [];
  const rangeOf = (name: string) => {
    const pair = pairs.find(({ key }) => isScalar(key) && key.value === name);
    const [from = 0] = (isScalar(pair?.key) ? pair.key.range : null) ?? [];
    // a map over several lines ends behind its last line's end
    const to =
      from + yaml.slice(from, (pair?.value as { range?: number[] } | null)?.range?.[1] ?? from).trimEnd().length;
    return pair ? { from, to } : null;
  };
  const own = rangeOf("verified");
  if (own) return { ...own, lead: true };
  const at = yaml.indexOf("\n", rangeOf("updated")?.to ?? 0) + 1;
  return { from: at, to: at, lead: false };
}
