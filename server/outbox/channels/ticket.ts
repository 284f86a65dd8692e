/** A case as a help desk keeps it that has tickets of its own, such as Zendesk's or Chatwoot's conversations. */
import { oneLine } from "../../core/one-line.ts";
import type { CaseCreated, CaseEvent, CaseMessage } from "../case-events.ts";
import { describeCase, describeFiles, joinLines, sayAuthor, sayFiles, saySubject } from "./case-text.ts";
import type { Told } from "./channel.ts";

export type NewTicket = { subject: string; body: string; requester: { name: string; email: string } };
/**
 * A ticket for a case, or what is added to it later. `fromCustomer`: in their name; else a note for agents. `state`: what
 * the ticket is from then on, where that is not as it was. A case that has no ticket, such as one from before the help desk
 * was set up, gets that of `make`.
 */
export type TicketChange = { make: NewTicket } | { add: Addition; make?: NewTicket };
export type Addition = { body: string; fromCustomer: boolean; state?: "solved" | "open" };

/** What makes words of people plain text for the help desk: in messages, and in names, which it does not format. */
type Inert = { text: (words: string) => string; name: (words: string) => string };

/** null: it is told already, by what the customer wrote. */
export function writeTicketChange(event: CaseEvent, told: Told, inert: Inert): TicketChange | null {
  const { type, data } = event;
  if (type === "escalation.created") return { make: writeTicket(data, told, inert) };
  if (type === "escalation.replied") return writeReply(data, inert);
  if (type === "escalation.answered") {
    const words = [
      `${oneLine(data.author, 120)} answered at the hub's desk:\n`,
      data.body,
      ...describeFiles(data.files),
    ];
    return { add: { body: inert.text(joinLines(...words).trim()), fromCustomer: false } };
  }
  const by = data.by === "customer" ? "The customer" : "Support";
  if (type === "escalation.solved")
    return { add: { body: `${by} says that ${data.reference} is solved.`, fromCustomer: false, state: "solved" } };
  if (data.by === "customer") return null;
  return { add: { body: `${by} opened ${data.reference} again.`, fromCustomer: false, state: "open" } };
}

function writeTicket(data: CaseCreated, told: Told, inert: Inert): NewTicket {
  const body = joinLines(...describeCase(data, told), "", sayDesk(data));
  return { ...titled(data, data.subject ?? data.message, inert), body: inert.text(body) };
}

function writeReply(data: CaseMessage, inert: Inert): TicketChange {
  const fromCustomer = data.author === data.email;
  const words = [fromCustomer ? null : `${sayAuthor(data)} wrote:\n`, data.body, ...describeFiles(data.files)];
  const body = inert.text(joinLines(...words).trim());
  const title = titled(data, data.body || sayFiles(data.files.length), inert);
  return { add: { body, fromCustomer, state: "open" }, make: { ...title, body: `${body}\n\n${sayDesk(data)}` } };
}

const sayDesk = ({ deskUrl }: Pick<CaseCreated, "deskUrl">): string => `At the hub's desk: ${deskUrl}`;

const titled = ({ reference, name, email }: CaseCreated | CaseMessage, words: string, inert: Inert) => ({
  subject: inert.text(saySubject(reference, words)),
  requester: { name: inert.name(oneLine(name ?? email, 120)), email },
});
