import { keepWords, type Text } from "#content/kept-words.ts";
import type { CheckResult } from "../checks.schema.ts";
import type { CheckState } from "../integrations.values.ts";
import { checkWords } from "./check.words.ts";
import type { SectionName } from "./sections.ts";

/** The words of findings, kept: who reads them may speak another language than who asked. */
export const checkTexts = keepWords(checkWords);

/** What a fact came to. `explained` names a section; its address is looked up in the articles that this hub has. */
export type Finding = Pick<CheckResult, "fact" | "state" | "code"> & {
  title: Text;
  seen: Text;
  todo: Text | null;
  explained: SectionName | null;
};

/** A fact by its name, with the title that people read. */
export type Fact = { fact: string; title: Text };
type Said = { seen: Text; todo?: Text; explained?: SectionName };

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
