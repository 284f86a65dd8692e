import type { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { ArticleId, IntegrationId } from "#content/schema.ts";
import type { Customer } from "#server/auth/customer.ts";
import { EscalationInput, type EscalationReceipt } from "../escalation/escalation.schema.ts";
import { type ConnectionCheck, type Trace, TraceInput } from "../integrations/checks.schema.ts";
import { sayCheck, sayReceipt, sayTrace } from "./say-own.ts";
import { toolResult } from "./tool-result.ts";

/** What a customer may do with what is theirs, within the limits that they have on the pages. */
export type OwnTools = {
  /** `integration` undefined: the only connection that the workspace has. */
  check: (customer: Customer, integration: IntegrationId | undefined, signal: AbortSignal) => Promise<OwnCheck>;
  trace: (customer: Customer, asked: OwnTraceInput, signal: AbortSignal) => Promise<OwnTrace>;
  askPerson: (customer: Customer, asked: PersonInput) => Promise<EscalationReceipt>;
};
/** `name` is the CRM's. */
export type OwnCheck = { name: string; check: ConnectionCheck };
export type OwnTrace = { name: string; trace: Trace };

const Which = IntegrationId.optional().describe("The CRM; may be left out where there is one connection only");
const OwnTraceInput = TraceInput.extend({ integration: Which });
export type OwnTraceInput = z.infer<typeof OwnTraceInput>;
const PersonInput = z.strictObject({
  message: EscalationInput.shape.message.describe("What does not work, what was tried, and what was expected"),
  subject: EscalationInput.shape.subject,
  article: ArticleId.optional().describe("The article that did not help, if there is one"),
});
export type PersonInput = z.infer<typeof PersonInput>;

/** For who comes with a customer's token, where the product connects to CRMs. Each works on that customer's workspace alone. */
export function offerChecks(
  server: McpServer,
  own: OwnTools,
  { customer, signal, addressOf }: { customer: Customer; signal: AbortSignal; addressOf: (path: string) => string },
): void {
  const asksTheCrm = { readOnlyHint: true, openWorldHint: true };
  server.registerTool(
    "check_connection",
    {
      title: "Check the connection to a CRM",
      description:
        "Checks this customer's own connection now, and says of each fact what was seen and what to do. Takes some seconds.",
      inputSchema: z.strictObject({ integration: Which }),
      annotations: asksTheCrm,
    },
    ({ integration }) => toolResult(async () => sayCheck(await own.check(customer, integration, signal), addressOf)),
  );
  server.registerTool(
    "trace_contact",
    {
      title: "Trace a contact",
      description:
        "Says what a sync would do with somebody in this customer's CRM now, and why. Writes nothing there. Takes some seconds.",
      inputSchema: OwnTraceInput,
      annotations: asksTheCrm,
    },
    (asked) => toolResult(async () => sayTrace(await own.trace(customer, asked, signal), addressOf)),
  );
}

/** For who comes with a customer's token. */
export function offerAskPerson(server: McpServer, own: OwnTools, customer: Customer): void {
  server.registerTool(
    "ask_a_person",
    {
      title: "Ask a person",
      description:
        "Opens a case with support in this customer's name; the answer reaches them by mail. Ask the customer before you use it.",
      inputSchema: PersonInput,
      annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    (asked) => toolResult(async () => sayReceipt(await own.askPerson(customer, asked), customer.email)),
  );
}
