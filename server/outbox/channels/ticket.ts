/** A case as a help desk keeps it that has tickets of its own, such as Zendesk's or Chatwoot's conversations. */
import { oneLine } from "../../core/one-line.ts";
import type { CaseEvent } from "../case-events.ts";
import { describeCase, describeFiles, joinLines, sayAuthor, sayFiles, saySubject } from "./case-text.ts";
import type { Told } from "./channel.ts";

export type NewTicket = { subject: string; body: string; requester: { name: string; email: string } };
/**
 * A ticket for a case, or what is added to it later. `fromCustomer`: in their name; else a note for agents. A case that
 * has no ticket, such as one from before the help desk was set up, gets that of `make`.
 */
export type TicketChange = { make: NewTicket } | { add: { body: string; fromCustomer: boolean }; make?: NewTicket };

/** What makes words of people plain text for the help desk: in messages, and in names, which it does not format. */
type Inert = { text: (words: string) => string; name: (words: string) => string };

export function writeTicketChange({ type, data }: CaseEvent, told: Told, inert: Inert): TicketChange {
  const desk = `At the hub's desk: ${data.deskUrl}`;
  const requester = { name: inert.name(oneLine(data.name ?? data.email, 120)), email: data.email };
  const titled = (words: string) => ({ subject: inert.text(saySubject(data.reference, words)), requester });
  if (type === "escalation.solved") {
    const by = data.by === "customer" ? "The customer" : "Support";
    return { add: { body: `${by} says that ${data.reference} is solved.`, fromCustomer: false } };
  }
  if (type === "escalation.replied") {
    const fromCustomer = data.author === data.email;
    const words = [fromCustomer ? null : `${sayAuthor(data)} wrote:\n`, data.body, ...describeFiles(data.files)];
    const body = inert.text(joinLines(...words).trim());
    const make = { ...titled(data.body || sayFiles(data.files.length)), body: `${body}\n\n${desk}` };
    return { add: { body, fromCustomer }, make };
  }
  const body = joinLines(...describeCase(data, told), "", desk);
  return { make: { ...titled(data.subject ?? data.message), body: inert.text(body) } };
}
