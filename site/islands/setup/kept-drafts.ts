import type { ConnectionSettings } from "#server/features/integrations/integrations.schema.ts";
import { keep, recall } from "../store.ts";

/** What was chosen and is not with the server yet, by connection. No secrets are among it. */
const KEY = "handrail.setup";
type Kept = Record<string, { version: number; draft: ConnectionSettings }>;

const read = (): Kept => recall<Kept>("device", KEY) ?? {};

export const recallDraft = (id: string) => read()[id] ?? null;

export function keepDraftHere(id: string, kept: Kept[string] | null): void {
  const { [id]: _old, ...others } = read();
  const next = kept ? { ...others, [id]: kept } : others;
  keep("device", KEY, Object.keys(next).length > 0 ? next : null);
}

export const forgetDrafts = (): void => keep("device", KEY, null);
