import { readFileSync } from "node:fs";
import path from "node:path";
import type { Mistake } from "#content/mistakes.ts";
import { readYaml } from "#content/read-yaml.ts";
import { Hub } from "#content/schema.ts";
import type { Judge } from "./check-links.ts";

/** Links of hub.yaml to pages that there are not, said where they are written: every page has them at its foot. */
export function checkHubLinks(contentDir: string, judge: Judge): Mistake[] {
  const name = path.join(contentDir, "hub.yaml");
  const { data, lineOf } = readYaml({ file: name, text: readFileSync(name, "utf8") }, Hub);
  return (data?.links ?? []).flatMap(({ url }, index) => {
    const message = url.startsWith("/") ? judge(url) : null;
    const field = ["links", index, "url"];
    return message
      ? [{ file: path.relative(process.cwd(), name), line: lineOf(field), field: field.join("."), message }]
      : [];
  });
}
