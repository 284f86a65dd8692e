import type { ConnectionRow } from "../connections/find-connection.ts";
import { findConnector } from "../connections/find-way.ts";
import { askCrm } from "../connections/open-call.ts";
import type { Checked } from "./check-connection.ts";
import type { ChecksDeps } from "./checks.deps.ts";
import { readSubject } from "./read-subject.ts";

/** What looking at a connection takes: what is known of it here, and the way to its CRM. */
export async function openChecked(deps: ChecksDeps, row: ConnectionRow): Promise<Checked> {
  const { integrations } = deps;
  const connector = findConnector(integrations, row.integration);
  return {
    subject: await readSubject(deps, row, connector),
    connector,
    ask: (work, signal) => askCrm(integrations, row, ({ call }) => work(call), signal),
    onMistake: (error) =>
      integrations.log.error({ err: error, connection: row.id }, "a connector threw what is no fault"),
  };
}
