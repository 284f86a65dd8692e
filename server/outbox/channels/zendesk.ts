import { basicAuth } from "../../core/channel-settings.ts";
import { ANYWHERE, createGuardedFetch, type GuardedAnswer, type GuardedFetch } from "../../core/outbound.ts";
import { askJson, isTaken, quote } from "./ask-json.ts";
import { type Channel, ChannelAway, type ChannelDefinition, ChannelRefused, type Received } from "./channel.ts";
import { type TicketChange, writeTicketChange } from "./ticket.ts";

/** A ticket a case, by the Tickets API (developer.zendesk.com, "Tickets"). */
export const zendesk: ChannelDefinition<TicketChange> = {
  name: "zendesk",
  title: "Zendesk",
  settings: "ZENDESK_URL, ZENDESK_EMAIL and ZENDESK_TOKEN",
  isSet: (config) => config.zendesk !== null,
  open: (config) => config.zendesk && openZendesk(config.zendesk, createGuardedFetch(ANYWHERE)),
  tell: (event, told) => writeTicketChange(event, told, { text: inert, name: inert }),
};

/** Zendesk fills placeholders ({{…}}, {%…%}) in what agents and the API write; its `body` knows no HTML. */
const inert = (text: string): string => text.replace(/\{(?=[{%])/g, "{\u200b");

type Settings = { url: string; email: string; token: string };
type Ticket = { id: number; requester_id: number };

function openZendesk(settings: Settings, fetch: GuardedFetch): Channel<TicketChange> {
  const ask = async (
    signal: AbortSignal,
    method: "GET" | "POST" | "PUT",
    path: string,
    sent?: unknown,
    key?: string,
  ) => {
    const headers = { accept: "application/json", authorization: `Basic ${basicAuth(settings)}` };
    const body = sent === undefined ? "" : JSON.stringify(sent);
    const keyed = { ...headers, ...(key && { "idempotency-key": key }) };
    const answer = await askJson(fetch, { url: `${settings.url}/api/v2${path}`, method, headers: keyed, body }, signal);
    if (!isTaken(answer)) throw readFault(answer, method);
    return readBody(answer);
  };
  /** Made before, whoever knows of it: an answer may have been lost, and the outbox forgets. */
  const findTicket = async (signal: AbortSignal, caseId: string): Promise<Received | null> => {
    const [found] = (await ask(signal, "GET", `/tickets.json?external_id=${encodeURIComponent(caseId)}`)).tickets ?? [];
    return found ? nameTicket(found) : null;
  };
  return {
    inOrder: true,
    async send({ id, ref, payload, findReceived }, signal) {
      const caseId = ref ?? "";
      // Kept with the change; agents see it among the ticket's events.
      const metadata = { custom: { delivery: id } };
      const known = (await findReceived()) ?? (await findTicket(signal, caseId));
      if (!known) {
        if (!payload.make) return null; // a note on nothing
        const { subject, body, requester } = payload.make;
        const ticket = { subject, comment: { body }, requester, external_id: caseId, tags: ["handrail"], metadata };
        return nameTicket((await ask(signal, "POST", "/tickets.json", { ticket }, id)).ticket);
      }
      if (!("add" in payload)) return known;
      const { body, fromCustomer } = payload.add;
      const author = fromCustomer && { author_id: Number(known["requester"]) };
      const comment = { body, public: fromCustomer, ...author };
      await ask(signal, "PUT", `/tickets/${known["ticket"]}.json`, { ticket: { comment, metadata } });
      return known;
    },
  };
}

function nameTicket(ticket: Ticket | undefined): Received {
  if (!ticket) throw new ChannelAway("Zendesk's answer has no ticket in it: is ZENDESK_URL a Zendesk?");
  return { ticket: String(ticket.id), requester: String(ticket.requester_id) };
}

function readBody({ body }: GuardedAnswer): { ticket?: Ticket; tickets?: Ticket[] } {
  try {
    return JSON.parse(body) as { ticket?: Ticket; tickets?: Ticket[] }; // as the Tickets API answers; nameTicket looks
  } catch {
    return {};
  }
}

type Fault = {
  error?: string | { title?: string; message?: string };
  description?: string;
  details?: Record<string, { description?: string }[]>;
};

/** Its words without their JSON. What is no JSON, or another one, is said as it came. */
function sayBody(body: string): string {
  try {
    const { error, description, details = {} } = JSON.parse(body) as Fault; // as its API writes them; else the catch, or nothing to say
    const title = typeof error === "object" ? [error.title, error.message] : [error];
    const reasons = Object.values(details).flatMap((each) => each.map((reason) => reason.description));
    return [...title, description, ...reasons].filter(Boolean).join(": ") || body;
  } catch {
    return body;
  }
}

/** 401 and 403 are the settings', 404 is the ticket's where there is one, 422 this change's. A 409 is somebody else's save in between. */
function readFault({ status, body, retryAfterMs }: GuardedAnswer, method: string): Error {
  const words = `Zendesk answered ${status} ${quote(sayBody(body))}`;
  if ([400, 413, 422].includes(status) || (status === 404 && method === "PUT")) return new ChannelRefused(words);
  if (status === 409) return new Error(words);
  return new ChannelAway(words, { retryAfterMs });
}
