import { signal, type Signal } from "@preact/signals";
import type { CrmOptions } from "#server/features/integrations/integrations.schema.ts";
import { toProblem, type ApiProblem } from "#site/problem.ts";
import { readConnection, readCount, readOptions } from "./setup-calls.ts";
import { hold, noticeSignedOut } from "./setup-state.ts";

export type Loaded = { options: CrmOptions | null; problem: ApiProblem | null };
const lists = new Map<string, Signal<Loaded>>();
const counts = new Map<string, Signal<number | null>>();

/** What the pickers offer, from the customer's own CRM: asked for once a page, and again at "Try again". */
export function optionsOf(id: string, object: string): Signal<Loaded> {
  const key = `${id} ${object}`;
  const known = lists.get(key);
  if (known) return known;
  const list = signal<Loaded>({ options: null, problem: null });
  lists.set(key, list);
  void readAgain(id, object);
  return list;
}

export async function readAgain(id: string, object: string): Promise<void> {
  const list = optionsOf(id, object);
  list.value = { options: list.peek().options, problem: null };
  try {
    list.value = { options: await readOptions(id, object), problem: null };
  } catch (error) {
    const problem = toProblem(error);
    noticeSignedOut(problem);
    list.value = { options: null, problem };
    // The CRM may have shut us out: then the connection says so.
    await readConnection(id).then(hold, () => {});
  }
}

/** How many people the CRM knows as this kind of record; null until it says, and where it does not. Asked for once a page. */
export function countOf(id: string, object: string): Signal<number | null> {
  const key = `${id} ${object}`;
  const known = counts.get(key);
  if (known) return known;
  const count = signal<number | null>(null);
  counts.set(key, count);
  // nothing depends on it: what went wrong is said where the lists are
  void readCount(id, object).then(
    (said) => (count.value = said.count),
    () => {},
  );
  return count;
}

/** After connecting anew, or to another account, nothing that was listed holds. */
export function forgetOptions(): void {
  lists.clear();
  counts.clear();
}

/** What a pipeline, stage or field is called, where its list was read; else its id. */
export function nameOf(id: string): string {
  for (const { value } of lists.values()) {
    const places = value.options?.pipelines.flatMap((pipeline) => [pipeline, ...pipeline.stages]) ?? [];
    const label =
      places.find((place) => place.id === id)?.label ?? value.options?.fields.find(({ name }) => name === id)?.label;
    if (label) return label;
  }
  return id;
}
