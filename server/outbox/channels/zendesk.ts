import { z } from "zod";
import type { ChannelConfig } from "../../core/channel-settings.ts";
import { ANYWHERE, createGuardedFetch } from "../../core/outbound.ts";
import { oneLine } from "../../core/one-line.ts";
import type { CaseEvent } from "../case-events.ts";
import { type AskZendesk, createAskZendesk } from "./ask-zendesk.ts";
import { saySubject } from "./case-text.ts";
import { type Channel, type ChannelDefinition, ChannelRefused, type Parcel, type Received } from "./channel.ts";
import { type Addition, type NewTicket, type TicketChange, writeTicketChange } from "./ticket.ts";

/** A ticket a case, by the Tickets API (developer.zendesk.com, "Tickets"). */
export const zendesk: ChannelDefinition<TicketChange> = {
  name: "zendesk",
  title: "Zendesk",
  settings: "ZENDESK_URL, ZENDESK_EMAIL and ZENDESK_TOKEN",
  isSet: (config) => config.zendesk !== null,
  open: (config) =>
    config.zendesk && openZendesk(config.zendesk, createAskZendesk(config.zendesk, createGuardedFetch(ANYWHERE))),
  tell: (event, told) => {
    const change = writeTicketChange(event, told, { text: inert, name: inert });
    return change?.make ? { ...change, make: keepInside(change.make, event) } : change;
  },
};

/**
 * Nobody has shown that the requester's address is theirs, and Zendesk's triggers mail the subject and public comments to
 * it: what was written at the hub stands in notes.
 */
function keepInside({ body, requester }: NewTicket, { data }: CaseEvent): NewTicket {
  const first = "subject" in data && data.subject ? `${inert(oneLine(data.subject, 200))}\n\n` : "";
  return { subject: saySubject(data.reference, "A request at the help hub"), body: first + body, requester };
}

/** Zendesk fills placeholders ({{…}}, {%…%}) in what agents and the API write; its `body` knows no HTML. */
const inert = (text: string): string => text.replace(/\{(?=[{%])/g, "{\u200b");

const Ticket = z.object({
  id: z.number(),
  requester_id: z.number(),
  status: z.string(),
  assignee_id: z.number().nullish(),
});
const OneTicket = z.object({ ticket: Ticket });
const Tickets = z.object({ tickets: z.array(Ticket) });
const Comments = z.object({
  comments: z.array(
    z.object({ metadata: z.object({ custom: z.record(z.string(), z.unknown()).nullish() }).nullish() }),
  ),
});
type Ticket = z.infer<typeof Ticket>;
type Settings = NonNullable<ChannelConfig["zendesk"]>;

function openZendesk({ email }: Settings, ask: AskZendesk): Channel<TicketChange> {
  return {
    inOrder: true,
    async send(parcel, signal) {
      const { id, payload } = parcel;
      const ticket = await findTicket(ask, signal, parcel);
      if (payload.make && (!ticket || ("add" in payload && ticket.status === "closed")))
        return nameTicket(await makeTicket(ask, signal, parcel, payload.make, ticket));
      // a note on nothing, or on what takes none
      if (!ticket || ticket.status === "closed" || !("add" in payload)) return ticket && nameTicket(ticket);
      if (!(await hasHad(ask, signal, ticket, id))) await addTo(ask, signal, ticket, { id, add: payload.add, email });
      return nameTicket(ticket);
    },
  };
}

const nameTicket = ({ id, requester_id: requester }: Ticket): Received => ({
  ticket: String(id),
  requester: String(requester),
});

/** The case's ticket: a closed one only where none has followed it. It may have been made before, whoever knows of it: an answer may have been lost, and the outbox forgets. */
async function findTicket(
  ask: AskZendesk,
  signal: AbortSignal,
  { ref, findReceived }: Parcel<unknown>,
): Promise<Ticket | null> {
  const received = await findReceived();
  const first = received && (await readTicket(ask, signal, received));
  if (first && first.status !== "closed") return first;
  const query = new URLSearchParams({ external_id: ref ?? "" });
  const { tickets } = await ask(signal, { method: "GET", path: `/tickets.json?${query}`, shape: Tickets });
  const latest = tickets.toSorted((a, b) => b.id - a.id);
  return latest.find(({ status }) => status !== "closed") ?? latest[0] ?? first;
}

const readTicket = async (ask: AskZendesk, signal: AbortSignal, { ticket }: Received): Promise<Ticket> =>
  (await ask(signal, { method: "GET", path: `/tickets/${ticket}.json`, shape: OneTicket })).ticket;

/** @param closed the one that it follows, if any: what is closed takes no comment */
async function makeTicket(
  ask: AskZendesk,
  signal: AbortSignal,
  { id, ref }: Parcel<unknown>,
  { subject, body, requester }: NewTicket,
  closed: Ticket | null,
): Promise<Ticket> {
  const ticket = {
    subject,
    comment: { body, public: false },
    requester,
    external_id: ref ?? "",
    tags: ["handrail"],
    metadata: metadataOf(id),
    ...(closed && { via_followup_source_id: closed.id }),
  };
  return (await ask(signal, { method: "POST", path: "/tickets.json", shape: OneTicket, sent: { ticket }, key: id }))
    .ticket;
}

/** Kept with the change; agents see it among the ticket's events. */
const metadataOf = (delivery: string) => ({ custom: { delivery } });

/** Comments have no key: whether this one is there is seen among the latest twenty. */
async function hasHad(ask: AskZendesk, signal: AbortSignal, ticket: Ticket, delivery: string): Promise<boolean> {
  const path = `/tickets/${ticket.id}/comments.json?sort_order=desc&per_page=20`;
  const { comments } = await ask(signal, { method: "GET", path, shape: Comments });
  return comments.some(({ metadata }) => metadata?.custom?.["delivery"] === delivery);
}

type Added = { id: string; add: Addition; email: string };

async function addTo(ask: AskZendesk, signal: AbortSignal, ticket: Ticket, { id, add, email }: Added): Promise<void> {
  const { state } = add;
  const body = add.fromCustomer ? `The customer wrote:\n\n${add.body}` : add.body;
  const put = (words: string, change: object = {}) => {
    const sent = { ticket: { comment: { body: words, public: false }, metadata: metadataOf(id), ...change } };
    return ask(signal, { method: "PUT", path: `/tickets/${ticket.id}.json`, shape: OneTicket, sent });
  };
  try {
    await put(body, turn(ticket, state, email));
  } catch (error) {
    // fields that must be filled in before: the note is worth more than the status
    if (state !== "solved" || !(error instanceof ChannelRefused)) throw error;
    await put(`${body}\n\nZendesk does not let the ticket be solved: ${inert(error.message)}`);
  }
}

/** What of the ticket changes with it. Nothing is solved without an assignee, and what nobody has looked at stays new. */
function turn({ status, assignee_id: assignee }: Ticket, state: Addition["state"], email: string): object {
  if (state === "solved") return { status: "solved", ...(!assignee && { assignee_email: email }) };
  return state === "open" && status !== "new" ? { status: "open" } : {};
}
