import { z } from "zod";
import type { ChannelConfig } from "../../core/channel-settings.ts";
import { ANYWHERE, createGuardedFetch } from "../../core/outbound.ts";
import { type AskChatwoot, createAskChatwoot } from "./ask-chatwoot.ts";
import { type Channel, ChannelAway, type ChannelDefinition, type Received } from "./channel.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { type NewTicket, type TicketChange, writeTicketChange } from "./ticket.ts";

/** A conversation a case, in an API inbox: no other lets messages of customers be written (docs/adr/0044). */
export const chatwoot: ChannelDefinition<TicketChange> = {
  name: "chatwoot",
  title: "Chatwoot",
  settings: "CHATWOOT_INBOX_URL and CHATWOOT_TOKEN",
  isSet: (config) => config.chatwoot !== null,
  open: (config) =>
    config.chatwoot && openChatwoot(config.chatwoot, createAskChatwoot(config.chatwoot, createGuardedFetch(ANYWHERE))),
  tell: (event, told) => writeTicketChange(event, told, { text: plainText, name: plainName }),
};

/**
 * Chatwoot shows messages of both sides as Markdown, fills Liquid ({{…}}, {%…%}) in notes, and calls whom a note
 * mentions, whether or not it is a link to read. Its database knows no NUL.
 */
const plainText = (text: string): string =>
  escapeMarkdown(text.replaceAll("\0", ""))
    .replace(/\{(?=[{%])/g, "{\u200b")
    .replaceAll("mention://", "mention:\u200b//");

/** Shown as it is; but an agent's {{contact.name}} puts it into Markdown. */
const plainName = (name: string): string => name.replaceAll("](", "]\u200b(");

const Status = z.object({ status: z.string() });
const Conversation = z.object({ id: z.number(), custom_attributes: z.record(z.string(), z.unknown()).nullish() });
const Conversations = z.object({ data: z.object({ payload: z.array(Conversation) }) });
const Messages = z.object({ payload: z.array(z.object({ source_id: z.string().nullish() })) });
const Taken = z.object({ id: z.number() });
const Contacts = z.object({ payload: z.array(Taken) });
const NewContact = z.object({ payload: z.object({ contact: Taken }) });
const Inbox = z.object({ channel_type: z.string() });

type Settings = NonNullable<ChannelConfig["chatwoot"]>;
type NewConversation = NewTicket & { caseId: string; delivery: string };

function openChatwoot({ inbox }: Settings, ask: AskChatwoot): Channel<TicketChange> {
  /** Made before, whoever knows of it: an answer may have been lost, and the outbox forgets. */
  const findConversation = async (signal: AbortSignal, caseId: string): Promise<Received | null> => {
    const query = new URLSearchParams({ inbox_id: inbox, source_id: caseId, status: "all" });
    const { data } = await ask(signal, { method: "GET", path: `/conversations?${query}`, shape: Conversations });
    // An old Chatwoot passes over source_id, and what it finds is anybody's.
    const found = data.payload.find((each) => each.custom_attributes?.["handrail_case"] === caseId);
    return found ? nameConversation(found) : null;
  };
  const makeConversation = async (signal: AbortSignal, wanted: NewConversation): Promise<Received> => {
    const { caseId, delivery, subject, body, requester } = wanted;
    await requireApiInbox(signal, ask, inbox);
    const sent = {
      inbox_id: Number(inbox),
      contact_id: await findOrMakeContact(signal, ask, requester),
      source_id: caseId,
      custom_attributes: { handrail_case: caseId },
      // With it or not at all: there is no conversation without its first message.
      message: { content: `${subject}\n\n${body}`, message_type: "incoming", source_id: delivery },
    };
    return nameConversation(await ask(signal, { method: "POST", path: "/conversations", shape: Taken, sent }));
  };
  /** Only where it is otherwise: whoever opens one by the API becomes its agent. One that is put off or a bot's is not opened. */
  const turn = async (signal: AbortSignal, { conversation }: Received, state: "solved" | "open"): Promise<void> => {
    const path = `/conversations/${conversation}`;
    const { status: now } = await ask(signal, { method: "GET", path, shape: Status });
    const status = state === "solved" ? "resolved" : "open";
    if (now === status || (status === "open" && now !== "resolved")) return;
    await ask(signal, { method: "POST", path: `${path}/toggle_status`, shape: z.unknown(), sent: { status } });
  };
  return {
    inOrder: true,
    async send({ id, ref, payload, findReceived }, signal) {
      const caseId = ref ?? "";
      const known = (await findReceived()) ?? (await findConversation(signal, caseId));
      if (!known) {
        // a note on nothing is none
        return payload.make ? makeConversation(signal, { ...payload.make, caseId, delivery: id }) : null;
      }
      if (!("add" in payload)) return known;
      const path = `/conversations/${known["conversation"]}/messages`;
      const { body: content, fromCustomer, state } = payload.add;
      // It takes a source_id twice: whether it has had this one is seen among the latest twenty.
      const { payload: latest } = await ask(signal, { method: "GET", path, shape: Messages });
      if (!latest.some(({ source_id }) => source_id === id)) {
        const kind = fromCustomer ? { message_type: "incoming" } : { message_type: "outgoing", private: true };
        await ask(signal, { method: "POST", path, shape: Taken, sent: { content, ...kind, source_id: id } });
      }
      // what a customer writes opens it by itself
      if (state && !fromCustomer) await turn(signal, known, state);
      return known;
    },
  };
}

const nameConversation = ({ id }: { id: number }): Received => ({ conversation: String(id) });

/** Of another kind it would answer 500, without a word. */
export async function requireApiInbox(signal: AbortSignal, ask: AskChatwoot, inbox: string): Promise<void> {
  const { channel_type: kind } = await ask(signal, { method: "GET", path: `/inboxes/${inbox}`, shape: Inbox });
  if (kind !== "Channel::Api")
    throw new ChannelAway(`CHATWOOT_INBOX_URL is no API inbox, but ${kind}: make one of kind API`);
}

/** Filtered rather than searched for: a search finds parts of addresses, and is held to 100 a minute. */
async function findOrMakeContact(signal: AbortSignal, ask: AskChatwoot, requester: NewTicket["requester"]) {
  const byEmail = { attribute_key: "email", filter_operator: "equal_to", values: [requester.email] };
  const filter = { method: "POST", path: "/contacts/filter", shape: Contacts, sent: { payload: [byEmail] } } as const;
  const [found] = (await ask(signal, filter)).payload;
  if (found) return found.id;
  const make = { method: "POST", path: "/contacts", shape: NewContact, sent: requester } as const;
  return (await ask(signal, make)).payload.contact.id;
}
