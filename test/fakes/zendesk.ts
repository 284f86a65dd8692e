/**
 * Zendesk's Tickets API as far as the hub uses it, with its own bodies for what is wrong, and the rules that cannot be
 * configured: only who has an assignee is solved, and what is closed takes nothing (developer.zendesk.com;
 * support.zendesk.com, "About native system ticket rules").
 */
import { startEmulator, type Answer, type Asked } from "./crm/emulator.ts";

type Comment = { body: string; public?: boolean; author_id?: number };
type Change = { ticket?: Partial<Sent> & { comment?: Comment; metadata?: { custom?: Record<string, string> } } };
type Sent = {
  subject: string;
  requester: { name: string; email: string };
  external_id: string;
  status: string;
  assignee_email: string;
  via_followup_source_id: number;
};
type Ticket = Pick<Sent, "subject" | "requester" | "external_id" | "status"> & {
  id: number;
  requester_id: number;
  assignee_id: number | null;
  followUpOf: number | undefined;
  comments: (Comment & { delivery: string | undefined })[];
};

const AGENT = { email: "agent@example.com", token: "a-token-of-the-agent" };
const AGENT_ID = 7;
const NOT_FOUND: Answer = { status: 404, body: { error: "RecordNotFound", description: "Not found" } };

export async function startZendesk() {
  const tickets: Ticket[] = [];
  /** Ids under which something came, each attempt that was let in. */
  const keys: string[] = [];
  const byKey = new Map<string, { text: string; ticket: Ticket }>();
  const answers: Answer[] = [];
  /** Of a change: the work is done, and then this is answered all the same: what a broken line looks like from here. */
  const lost: Answer[] = [];
  const me = { id: AGENT_ID, email: AGENT.email, role: "agent", only_private_comments: false };
  let requiredField: string | null = null;

  const emulator = await startEmulator((asked) => {
    if (!isAgent(asked)) return { status: 401, body: { error: "Couldn't authenticate you" } };
    const answer = answers.shift() ?? route(asked);
    return (asked.method !== "GET" && lost.shift()) || answer;
  });

  function route(asked: Asked): Answer {
    const { method, path, query } = asked;
    if (method === "GET" && path === "/api/v2/users/me.json") return { status: 200, body: { user: me } };
    if (method === "GET" && path === "/api/v2/tickets.json") {
      const found = tickets.filter((each) => each.external_id === query.get("external_id"));
      return { status: 200, body: { tickets: found.map(showTicket) } };
    }
    if (method === "POST" && path === "/api/v2/tickets.json") return create(asked);
    const [, id, of] = /^\/api\/v2\/tickets\/(\d+)(\/comments)?\.json$/.exec(path) ?? [];
    const ticket = tickets.find((each) => String(each.id) === id);
    if (!ticket) return NOT_FOUND;
    if (method === "GET")
      return of ? listComments(ticket, query) : { status: 200, body: { ticket: showTicket(ticket) } };
    return method === "PUT" && !of ? update(ticket, readChange(asked)) : NOT_FOUND;
  }

  function create(asked: Asked): Answer {
    const key = asked.headers["idempotency-key"] ?? "";
    keys.push(key);
    const known = byKey.get(key);
    if (known && known.text !== asked.text)
      return { status: 400, body: { error: "IdempotentRequestError", description: "Request parameters do not match" } };
    const headers = { "x-idempotency-lookup": known ? "hit" : "miss" };
    if (known) return { status: 201, body: { ticket: showTicket(known.ticket) }, headers };
    const { ticket: sent } = readChange(asked);
    if (!sent?.comment?.body) return invalid("base", "Description: cannot be blank");
    if (!sent.requester?.email.includes("@")) return invalid("base", "Requester: Email: is not properly formatted");
    const { subject = "", requester, external_id = "" } = sent;
    const source = tickets.find((each) => each.id === sent.via_followup_source_id);
    const id = tickets.length + 41;
    const ticket: Ticket = {
      ...{ id, requester_id: id * 1000, subject, requester, external_id, status: "new", assignee_id: null },
      // "has no effect with other tickets"
      followUpOf: source?.status === "closed" ? source.id : undefined,
      comments: [],
    };
    tickets.push(ticket);
    byKey.set(key, { text: asked.text, ticket });
    comment(ticket, { ticket: sent });
    return { status: 201, body: { ticket: showTicket(ticket) }, headers };
  }

  function update(ticket: Ticket, change: Change): Answer {
    const { status = ticket.status, assignee_email: assignee } = change.ticket ?? {};
    if (ticket.status === "closed") return invalid("status", "Status: closed prevents ticket update");
    if (assignee !== undefined && assignee !== AGENT.email) return invalid("assignee", "Assignee: is invalid");
    const assigneeId = assignee === undefined ? ticket.assignee_id : AGENT_ID;
    const solves = status === "solved" && ticket.status !== "solved";
    if (solves && assigneeId === null) return invalid("base", "Assignee: is required when solving a ticket");
    if (solves && requiredField) return invalid("base", `${requiredField}: is required when solving a ticket`);
    Object.assign(ticket, { status, assignee_id: assigneeId });
    comment(ticket, change);
    return { status: 200, body: { ticket: showTicket(ticket) } };
  }

  function comment(ticket: Ticket, { ticket: sent }: Change): void {
    const delivery = sent?.metadata?.custom?.["delivery"];
    if (delivery && ticket.comments.length > 0) keys.push(delivery);
    if (sent?.comment)
      ticket.comments.push({ ...sent.comment, body: fillPlaceholders(sent.comment.body, ticket), delivery });
  }

  return {
    ...emulator,
    ...AGENT,
    agentId: AGENT_ID,
    me,
    tickets,
    keys,
    /** The next request is answered this, and nothing is done. */
    say: (status: number, body: unknown, headers: Record<string, string> = {}) =>
      void answers.push({ status, body, headers }),
    /** The next change is done, and its answer is lost. */
    loseAnswer: () => void lost.push({ status: 502, body: "Bad Gateway" }),
    /** As after two hours. */
    forgetKeys: () => byKey.clear(),
    /** From now on no ticket is solved without this field, which nobody fills in. */
    requireField: (name: string | null) => void (requiredField = name),
  };
}

const isAgent = ({ headers }: Asked): boolean =>
  headers["authorization"] === `Basic ${btoa(`${AGENT.email}/token:${AGENT.token}`)}`;

const readChange = ({ text }: Asked): Change => JSON.parse(text) as Change; // as the hub wrote it

const showTicket = ({ id, requester_id, assignee_id, external_id, subject, status, comments }: Ticket) => ({
  ...{ id, requester_id, assignee_id, external_id, subject, status },
  description: comments[0]?.body,
});

/** What came with a change is in each comment's metadata; the oldest first where nothing else is asked for. */
function listComments({ comments }: Ticket, query: URLSearchParams): Answer {
  const shown = comments.map(({ delivery, ...said }) => ({
    ...said,
    ...{ html_body: said.body, plain_body: said.body, metadata: { system: {}, custom: delivery ? { delivery } : {} } },
  }));
  if (query.get("sort_order") === "desc") shown.reverse();
  return { status: 200, body: { comments: shown.slice(0, Number(query.get("per_page") ?? 100)) } };
}

const invalid = (field: string, description: string): Answer => ({
  status: 422,
  body: { error: "RecordInvalid", description: "Record validation errors", details: { [field]: [{ description }] } },
});

/** Liquid, as Zendesk fills it in what agents and the API write. */
const fillPlaceholders = (body: string, { id }: Ticket): string =>
  body.replaceAll(/\{\{.*?\}\}/gs, String(id)).replaceAll(/\{%.*?%\}/gs, "");
