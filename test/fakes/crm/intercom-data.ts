import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Answer, Asked } from "./emulator.ts";
import { type IntercomContact, seedAttributes } from "./intercom-records.ts";

/** One workspace and what it keeps; tests change it as they like. */
export type IntercomData = {
  workspace: { id_code: string; name: string; region: string };
  login: string;
  contacts: IntercomContact[];
  attributes: ReturnType<typeof seedAttributes>;
  /** What the app may do; the words are those on its page. */
  permissions: string[];
  /** Until the limit of this minute. */
  callsLeft: number;
};

const PEOPLE = "Read and list users and companies";

export const seedIntercom = (own: Partial<IntercomData> = {}): IntercomData => ({
  workspace: { id_code: "abc123xy", name: "Acme", region: "US" },
  login: "ada@example.com",
  contacts: [],
  attributes: seedAttributes(),
  permissions: ["Read admins", PEOPLE],
  callsLeft: 10_000,
  ...own,
});

export const sayError = (status: number, code: string, message: string): Answer => ({
  status,
  body: { type: "error.list", request_id: randomUUID(), errors: [{ code, message }] },
});

/** To somebody who is let in. */
export function answerData(data: IntercomData, asked: Asked): Answer {
  const { method, path, query, text } = asked;
  if (data.callsLeft <= 0) {
    const limited = sayError(429, "rate_limit_exceeded", "Exceeded rate limit of 10000 in 1 minute");
    return { ...limited, headers: { "retry-after": "7", "x-ratelimit-remaining": "0" } };
  }
  // what the app counts
  Object.assign(data, { callsLeft: data.callsLeft - 1 });
  const may = (permission: string, answer: () => Answer) =>
    data.permissions.includes(permission)
      ? answer()
      : sayError(403, "forbidden", `The app needs the permission '${permission}'`);
  if (path === "/me") return may("Read admins", () => answerMe(data));
  if (path === "/data_attributes") return may(PEOPLE, () => answerAttributes(data, query));
  if (method === "GET" && path === "/contacts") return may(PEOPLE, () => answerPeople(data, data.contacts, query));
  if (method === "POST" && path === "/contacts/search") return may(PEOPLE, () => answerSearch(data, text));
  return sayError(404, "not_found", "The requested resource was not found");
}

const answerMe = ({ workspace, login }: IntercomData): Answer => ({
  status: 200,
  body: {
    type: "admin",
    id: "991",
    email: login,
    name: "Ada",
    email_verified: true,
    app: { type: "app", ...workspace, created_at: 1_700_000_000, secure: true, timezone: "Europe/Berlin" },
  },
});

function answerAttributes({ attributes }: IntercomData, query: URLSearchParams): Answer {
  if (query.get("model") !== "contact") return { status: 200, body: { type: "list", data: [] } };
  const all = query.get("include_archived") === "true";
  return { status: 200, body: { type: "list", data: attributes.filter(({ archived }) => all || !archived) } };
}

const Search = z.object({
  query: z.object({ field: z.literal("email"), operator: z.literal("="), value: z.string() }),
});

function answerSearch(data: IntercomData, text: string): Answer {
  const asked = Search.safeParse(JSON.parse(text));
  if (!asked.success) return sayError(400, "parameter_invalid", "The search query is not valid");
  const email = asked.data.query.value.toLowerCase();
  return answerPeople(
    data,
    data.contacts.filter((contact) => contact.email.toLowerCase() === email),
    new URLSearchParams(),
  );
}

/** The first page of them, and how many there are in all. */
function answerPeople({ workspace }: IntercomData, found: IntercomContact[], query: URLSearchParams): Answer {
  const size = Number(query.get("per_page") ?? 50);
  const pages = { type: "pages", page: 1, per_page: size, total_pages: Math.ceil(found.length / size) };
  const data = found
    .slice(0, size)
    .map((contact) => ({ type: "contact", workspace_id: workspace.id_code, ...contact }));
  return { status: 200, body: { type: "list", data, total_count: found.length, pages } };
}
