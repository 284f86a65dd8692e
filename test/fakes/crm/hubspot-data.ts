import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Answer, Asked } from "./emulator.ts";
import { type HubSpotContact, seedPipelines, seedProperties } from "./hubspot-records.ts";

/** One account and what it keeps; tests change it as they like. */
export type HubSpotData = {
  portalId: number;
  accountType: string;
  uiDomain: string;
  login: string;
  contacts: HubSpotContact[];
  pipelines: ReturnType<typeof seedPipelines>;
  properties: ReturnType<typeof seedProperties>;
  /** Calls in ten seconds. */
  limit: number;
};

export const seedHubSpot = (own: Partial<HubSpotData> = {}): HubSpotData => ({
  portalId: 1234567,
  accountType: "STANDARD",
  uiDomain: "app.hubspot.com",
  login: "ada@example.com",
  contacts: [],
  pipelines: seedPipelines(),
  properties: seedProperties(),
  limit: 110,
  ...own,
});

export const sayError = (status: number, category: string, message: string, more: object = {}): Answer => ({
  status,
  body: { status: "error", message, correlationId: randomUUID(), category, ...more },
});

type Place = { scope: string; answer: (data: HubSpotData, asked: Asked) => Answer };

/** What is at a path, and what it takes; null: nothing. */
function findPlace({ method, path }: Asked): Place | null {
  // 2026-03 answers as well
  const plain = path.replace(/\/2026-0[39]\//, "/");
  if (plain === "/account-info/details") return { scope: "oauth", answer: answerDetails };
  if (plain === "/crm/pipelines/deals")
    return { scope: "crm.schemas.deals.read", answer: ({ pipelines }) => list(pipelines) };
  if (plain === "/crm/properties/contacts")
    return { scope: "crm.schemas.contacts.read", answer: ({ properties }) => list(properties) };
  if (method === "POST" && plain === "/crm/objects/contacts/search")
    return { scope: "crm.objects.contacts.read", answer: answerSearch };
  const contact = /^\/crm\/objects\/contacts\/([^/]+)$/.exec(plain);
  if (!contact) return null;
  const key = decodeURIComponent(contact[1] ?? "");
  return { scope: "crm.objects.contacts.read", answer: (data, { query }) => answerContact(data, key, query) };
}

const list = (results: unknown[]): Answer => ({ status: 200, body: { results } });

/** To somebody who is let in with these scopes. */
export function answerData(data: HubSpotData, asked: Asked, scopes: string[]): Answer {
  const place = findPlace(asked);
  if (!place) return sayError(404, "OBJECT_NOT_FOUND", "resource not found");
  if (!scopes.includes(place.scope)) {
    const message = "This app hasn't been granted all required scopes to make this call.";
    const context = { requiredGranularScopes: [place.scope] };
    return sayError(403, "MISSING_SCOPES", message, {
      errors: [{ message: "One or more of the following scopes are required.", context }],
    });
  }
  return place.answer(data, asked);
}

const answerDetails = ({ portalId, accountType, uiDomain }: HubSpotData): Answer => ({
  status: 200,
  body: {
    portalId,
    accountType,
    uiDomain,
    timeZone: "Europe/Berlin",
    companyCurrency: "EUR",
    dataHostingLocation: "na1",
  },
});

/** By its id, or by its address in whatever case. */
function answerContact({ contacts }: HubSpotData, key: string, query: URLSearchParams): Answer {
  const byEmail = query.get("idProperty") === "email";
  const found = contacts.find(({ id, properties }) =>
    byEmail ? properties["email"]?.toLowerCase() === key.toLowerCase() : id === key,
  );
  if (!found) return sayError(404, "OBJECT_NOT_FOUND", "Object not found.  objectId are usually numeric.");
  const wanted = ["createdate", ...(query.get("properties")?.split(",") ?? [])];
  const properties = Object.fromEntries(wanted.map((name) => [name, found.properties[name] ?? null]));
  return { status: 200, body: { ...found, properties } };
}

const Search = z.object({ limit: z.number().int().min(1).max(200).default(10) });

/** A search without filters: all of them, a page at a time. */
function answerSearch({ contacts }: HubSpotData, { text }: Asked): Answer {
  const asked = Search.safeParse(JSON.parse(text));
  if (!asked.success) return sayError(400, "VALIDATION_ERROR", "Invalid input JSON");
  const found = contacts.filter(({ archived }) => !archived);
  const { limit } = asked.data;
  const more = found.length > limit ? { paging: { next: { after: String(limit) } } } : {};
  return { status: 200, body: { total: found.length, results: found.slice(0, limit), ...more } };
}
