import type { CheckResult } from "../checks.schema.ts";
import type { CheckState } from "../integrations.values.ts";
import type { SectionName } from "./sections.ts";

/** What a fact came to. `explained` names a section; its address is looked up in the articles that this hub has. */
export type Finding = Omit<CheckResult, "explained"> & { explained: SectionName | null };

/** A fact by its name, with the title that people read. */
export type Fact = { fact: string; title: string };
type Said = { seen: string; todo?: string; explained?: SectionName };

const find =
  (state: CheckState) =>
  ({ fact, title }: Fact, code: string, { seen, todo, explained }: Said): Finding => ({
    fact,
    title,
    state,
    code,
    seen,
    todo: todo ?? null,
    explained: explained ?? null,
  });

export const fine = find("ok");
export const warned = find("warning");
export const failed = find("failed");
export const unknown = find("unknown");
