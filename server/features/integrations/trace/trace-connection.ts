import { localizePath } from "#content/languages.ts";
import { speech } from "#content/words.ts";
import { newId } from "#server/core/ids.ts";
import type { Trace, TraceInput } from "../checks.schema.ts";
import { findConnector } from "../connections/find-way.ts";
import { canBeAsked } from "../checks/access-facts.ts";
import { askWith } from "../checks/ask-with.ts";
import { lookAt, type Looked } from "../checks/look.ts";
import type { ChecksDeps } from "../checks/checks.deps.ts";
import { readSubject } from "../checks/read-subject.ts";
import { findSection } from "../checks/sections.ts";
import type { ConnectionRow } from "../connections/find-connection.ts";
import type { Call } from "../connector.ts";
import { traceContact } from "./trace-contact.ts";

const WHOLE_MS = 5_800;

/** What a sync would do now with somebody, and why, in the language that is spoken. Reads only. Within six seconds. */
export async function traceConnection(
  deps: ChecksDeps,
  row: ConnectionRow,
  input: TraceInput,
  signal: AbortSignal,
): Promise<Trace> {
  const { clock, log } = deps.integrations;
  const connector = findConnector(deps.integrations, row.integration);
  const subject = await readSubject(deps, row, connector);
  const { object, on } = subject.settings[input.as === "referrer" ? "referrers" : "leads"];
  const over = AbortSignal.any([signal, AbortSignal.timeout(WHOLE_MS)]);
  const onMistake = (error: unknown) =>
    log.error({ err: error, connection: row.id }, "a connector threw what is no fault");
  const ask = askWith(deps.integrations, row);
  const look = <T>(work: (call: Call) => Promise<T>): Promise<Looked<T>> | null =>
    canBeAsked(subject) ? lookAt((at) => ask(work, at), over, onMistake) : null;
  const [found, fields] = await Promise.all([
    look((call) => connector.findContact(call, input.email)),
    on && object !== null ? look((call) => connector.fields(call, object)) : null,
  ]);
  const { explained, facts, ...decision } = traceContact({ subject, input, found, fields });
  const { hub } = deps.integrations;
  return {
    ...decision,
    facts: facts.map(({ url, ...fact }) => ({ ...fact, url: url && localizePath(hub, speech().language, url) })),
    ...input,
    id: newId("trc"),
    at: clock.now().toISOString(),
    explained: explained && findSection(deps.knowledge.current().articles, explained),
  };
}
