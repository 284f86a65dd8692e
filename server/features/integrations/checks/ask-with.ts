import { askCrm } from "../connections/open-call.ts";
import type { ConnectionRow } from "../connections/find-connection.ts";
import type { Integrations } from "../open-integrations.ts";
import type { AskCrm } from "./check-connection.ts";

/** Asks the CRM of one connection. */
export const askWith =
  (integrations: Integrations, row: ConnectionRow): AskCrm =>
  (work, signal) =>
    askCrm(integrations, row, ({ call }) => work(call), signal);
