import type { connections } from "#db/schema/connections.ts";
import { newId } from "#server/core/ids.ts";
import type { Trace, TraceInput } from "../checks.schema.ts";
import { connectorOf } from "../checks/connector-of.ts";
import { canBeAsked } from "../checks/access-facts.ts";
import { lookAt, notAsked, type Looked } from "../checks/look.ts";
import type { ChecksDeps } from "../checks/open-checks.ts";
import { readSubject } from "../checks/read-subject.ts";
import { findSection } from "../checks/sections.ts";
import type { Call } from "../connector.ts";
import { openCall } from "../connections/open-call.ts";
import { traceContact } from "./trace-contact.ts";

type Row = typeof connections.$inferSelect;
const WHOLE_MS = 5_800;

/** What a sync would do now with somebody, and why. Reads only. Within six seconds. */
export async function traceConnection(
  deps: ChecksDeps,
  row: Row,
  input: TraceInput,
  signal: AbortSignal,
): Promise<Trace> {
  const { clock, log } = deps.integrations;
  const connector = connectorOf(deps.integrations, row);
  const subject = await readSubject(deps, row, connector);
  const { object, on } = subject.settings[input.as === "referrer" ? "referrers" : "leads"];
  const over = AbortSignal.any([signal, AbortSignal.timeout(WHOLE_MS)]);
  const onMistake = (error: unknown) =>
    log.error({ err: error, connection: row.id }, "a connector threw what is no fault");
  const look = <T>(ask: (signal: AbortSignal) => Promise<T>) => lookAt(ask, over, onMistake);

  const opened = canBeAsked(subject)
    ? await look(async (at) => (await openCall(deps.integrations, row, at)).call)
    : null;
  const ask = async <T>(wanted: (call: Call) => Promise<T>): Promise<Looked<T> | null> => {
    if (!opened) return null;
    const { value, fault } = opened;
    return fault ? notAsked<T>({ fault }) : look((at) => wanted({ ...value, signal: at }));
  };
  const [found, fields] = await Promise.all([
    ask((call) => connector.findContact(call, input.email)),
    on && object !== null ? ask((call) => connector.fields(call, object)) : null,
  ]);
  const { explained, ...decision } = traceContact({ subject, input, found, fields });
  return {
    ...decision,
    ...input,
    id: newId("trc"),
    at: clock.now().toISOString(),
    explained: explained && findSection(deps.knowledge.current().articles, explained),
  };
}
