/** Zendesk's Tickets API as far as the hub uses it, with its own bodies for what is wrong (developer.zendesk.com). */
import { startEmulator, type Answer, type Asked } from "./crm/emulator.ts";

type Comment = { body: string; public?: boolean; author_id?: number };
type Change = { ticket?: Partial<Sent> & { comment?: Comment; metadata?: { custom?: Record<string, string> } } };
type Sent = { subject: string; requester: { name: string; email: string }; external_id: string };
type Ticket = Sent & { id: number; requester_id: number; comments: (Comment & { delivery: string | undefined })[] };

const AGENT = { email: "agent@example.com", token: "a-token-of-the-agent" };

export async function startZendesk() {
  const tickets: Ticket[] = [];
  /** Ids under which something came, each attempt that was let in. */
  const keys: string[] = [];
  const byKey = new Map<string, { text: string; ticket: Ticket }>();
  const answers: Answer[] = [];
  /** Of a change: the work is done, and then this is answered all the same: what a broken line looks like from here. */
  const lost: Answer[] = [];

  const emulator = await startEmulator((asked) => {
    if (!isAgent(asked)) return { status: 401, body: { error: "Couldn't authenticate you" } };
    const answer = answers.shift() ?? route(asked);
    return (asked.method !== "GET" && lost.shift()) || answer;
  });

  function route(asked: Asked): Answer {
    const { method, path, query } = asked;
    const [, id] = /^\/api\/v2\/tickets\/(\d+)\.json$/.exec(path) ?? [];
    if (method === "GET" && path === "/api/v2/tickets.json")
      return {
        status: 200,
        body: { tickets: tickets.filter((each) => each.external_id === query.get("external_id")) },
      };
    if (method === "POST" && path === "/api/v2/tickets.json") return create(asked);
    const ticket = tickets.find((each) => String(each.id) === id);
    if (method !== "PUT" || !ticket)
      return { status: 404, body: { error: "RecordNotFound", description: "Not found" } };
    return comment(ticket, readChange(asked));
  }

  function create(asked: Asked): Answer {
    const key = asked.headers["idempotency-key"] ?? "";
    keys.push(key);
    const known = byKey.get(key);
    if (known && known.text !== asked.text)
      return { status: 400, body: { error: "IdempotentRequestError", description: "Request parameters do not match" } };
    const headers = { "x-idempotency-lookup": known ? "hit" : "miss" };
    if (known) return { status: 201, body: { ticket: known.ticket }, headers };
    const { ticket: sent } = readChange(asked);
    if (!sent?.comment?.body) return invalid("Description: cannot be blank");
    if (!sent.requester?.email.includes("@")) return invalid("Requester: Email: is not properly formatted");
    const { subject = "", requester, external_id = "" } = sent;
    const id = tickets.length + 41;
    const ticket = { id, requester_id: id * 1000, subject, requester, external_id, comments: [] };
    tickets.push(ticket);
    byKey.set(key, { text: asked.text, ticket });
    comment(ticket, { ticket: sent });
    return { status: 201, body: { ticket }, headers };
  }

  function comment(ticket: Ticket, { ticket: sent }: Change): Answer {
    const delivery = sent?.metadata?.custom?.["delivery"];
    if (delivery && ticket.comments.length > 0) keys.push(delivery);
    if (sent?.comment)
      ticket.comments.push({ ...sent.comment, body: fillPlaceholders(sent.comment.body, ticket), delivery });
    return { status: 200, body: { ticket } };
  }

  return {
    ...emulator,
    ...AGENT,
    tickets,
    keys,
    /** The next request is answered this, and nothing is done. */
    say: (status: number, body: unknown, headers: Record<string, string> = {}) =>
      void answers.push({ status, body, headers }),
    /** The next change is done, and its answer is lost. */
    loseAnswer: () => void lost.push({ status: 502, body: "Bad Gateway" }),
    /** As after two hours. */
    forgetKeys: () => byKey.clear(),
  };
}

const isAgent = ({ headers }: Asked): boolean =>
  headers["authorization"] === `Basic ${btoa(`${AGENT.email}/token:${AGENT.token}`)}`;

const readChange = ({ text }: Asked): Change => JSON.parse(text) as Change; // as the hub wrote it

const invalid = (description: string): Answer => ({
  status: 422,
  body: { error: "RecordInvalid", description: "Record validation errors", details: { base: [{ description }] } },
});

/** Liquid, as Zendesk fills it in what agents and the API write. */
const fillPlaceholders = (body: string, { id }: Ticket): string =>
  body.replaceAll(/\{\{.*?\}\}/gs, String(id)).replaceAll(/\{%.*?%\}/gs, "");
