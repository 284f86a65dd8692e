import { localizePath } from "#content/languages.ts";
import { speech } from "#content/words.ts";
import { newId } from "#server/core/ids.ts";
import type { Trace, TraceInput } from "../checks.schema.ts";
import { canBeAsked } from "../checks/access-facts.ts";
import { WHOLE_MS } from "../checks/check-connection.ts";
import { lookAt, type Looked } from "../checks/look.ts";
import type { ChecksDeps } from "../checks/checks.deps.ts";
import { openChecked } from "../checks/open-checked.ts";
import { findSection } from "../checks/sections.ts";
import type { ConnectionRow } from "../connections/find-connection.ts";
import type { Call } from "../connector.ts";
import { traceContact } from "./trace-contact.ts";
import { halfOf } from "./traced.ts";

/** What a sync would do now with somebody, and why, in the language that is spoken. Reads only. Within six seconds. */
export async function traceConnection(
  deps: ChecksDeps,
  row: ConnectionRow,
  input: TraceInput,
  signal: AbortSignal,
): Promise<Trace> {
  const { subject, connector, ask, onMistake } = await openChecked(deps, row);
  const { object, on } = subject.settings[halfOf(input)];
  const over = AbortSignal.any([signal, AbortSignal.timeout(WHOLE_MS)]);
  const look = <T>(work: (call: Call) => Promise<T>): Promise<Looked<T>> | null =>
    canBeAsked(subject) ? lookAt((at) => ask(work, at), over, onMistake) : null;
  const [found, fields] = await Promise.all([
    look((call) => connector.findContact(call, input.email)),
    on && object !== null ? look((call) => connector.fields(call, object)) : null,
  ]);
  const { explained, facts, ...decision } = traceContact({ subject, input, found, fields });
  const { hub, clock } = deps.integrations;
  return {
    ...decision,
    facts: facts.map(({ url, ...fact }) => ({ ...fact, url: url && localizePath(hub, speech().language, url) })),
    ...input,
    id: newId("trc"),
    at: clock.now().toISOString(),
    explained: explained && findSection(deps.knowledge.current().articles, explained),
  };
}
