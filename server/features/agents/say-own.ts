/** What is a customer's own, as text that an assistant can quote. */
import type { EscalationReceipt } from "../escalation/escalation.schema.ts";
import type { CheckResult, Trace } from "../integrations/checks.schema.ts";
import type { OwnCheck, OwnTrace } from "./offer-own-tools.ts";

type AddressOf = (path: string) => string;

const STATES: Record<CheckResult["state"], string> = {
  ok: "works",
  warning: "works, with something to look at",
  failed: "does not work",
  unknown: "could not be seen",
};

/** What is wrong stands first: it is what was asked for. */
const URGENCY: CheckResult["state"][] = ["failed", "warning", "unknown", "ok"];

export function sayCheck({ name, check }: OwnCheck, addressOf: AddressOf): string {
  const results = check.results.toSorted((a, b) => URGENCY.indexOf(a.state) - URGENCY.indexOf(b.state));
  const lines = results.map(({ title, state, seen, todo, explained }) =>
    [
      `- ${title}: ${STATES[state]}. ${seen}`,
      todo && `  To do: ${todo}`,
      todo && explained && `  Explained: ${explained.title}: ${addressOf(explained.url)}`,
    ]
      .filter(Boolean)
      .join("\n"),
  );
  return [`The connection to ${name} ${STATES[check.state]}. Checked ${check.at}.`, ...lines].join("\n");
}

export function sayTrace({ name, trace }: OwnTrace, addressOf: AddressOf): string {
  const { says, todo, facts, explained, at } = trace;
  return [
    says,
    todo && `To do: ${todo}`,
    explained && `Explained: ${explained.title}: ${addressOf(explained.url)}`,
    `What this rests on, as seen in ${name} ${at}:`,
    ...facts.map((fact) => `- ${fact.title}: ${fact.detail}${sayPlace(fact, addressOf)}`),
  ]
    .filter(Boolean)
    .join("\n");
}

/** A record's address is the CRM's, a setting's is a path of ours. */
function sayPlace({ url }: Trace["facts"][number], addressOf: AddressOf): string {
  return url ? ` ${url.startsWith("/") ? addressOf(url) : url}` : "";
}

export const sayReceipt = ({ reference, receiptUrl }: EscalationReceipt, email: string): string =>
  `Support has it as ${reference}. The answer goes to ${email}, and stands here: ${receiptUrl}`;
