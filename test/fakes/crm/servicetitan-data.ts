import { pageOf, type ServiceTitanBooking, type ServiceTitanContactMethod } from "./servicetitan-records.ts";

/** One tenant and what it keeps; tests change it as they like. */
export type ServiceTitanData = {
  tenantId: string;
  /** The customer's keys for the operator's app. */
  clientId: string;
  clientSecret: string;
  appKey: string;
  /** The values that bookings can be made under. */
  bookingProviders: string[];
  businessUnits: { id: number; name: string; active: boolean }[];
  bookings: ServiceTitanBooking[];
  contactMethods: ServiceTitanContactMethod[];
  /** Permissions that the app does not have. */
  refused: Set<string>;
};

export const seedServiceTitan = (own: Partial<ServiceTitanData> = {}): ServiceTitanData => ({
  tenantId: "1234567890",
  clientId: "cid.acme",
  clientSecret: "cs1.acme",
  appKey: "ak1.handrail",
  bookingProviders: ["85648468"],
  businessUnits: [
    { id: 11, name: "Heating", active: true },
    { id: 12, name: "Plumbing", active: true },
  ],
  bookings: [],
  contactMethods: [],
  refused: new Set(),
  ...own,
});

export type Answer = { status: number; body: unknown };

export const sayProblem = (status: number, title: string): Answer => ({
  status,
  body: { type: `https://httpstatuses.io/${status}`, title, status, traceId: "00-5f1c-01" },
});

const SCOPES = [
  ["business-units", "tn.stt.businessunits:r"],
  ["contact-methods", "tn.crm.contacts:r"],
  ["/bookings", "tn.crm.bookings:r"],
] as const;

/** What is asked of one tenant, by somebody who is let in. */
export function answerTenant(data: ServiceTitanData, path: string, query: URLSearchParams): Answer {
  const [, module, tenant, rest = ""] = /^\/(\w+)\/v2\/tenant\/([^/]+)\/(.+)$/.exec(path) ?? [];
  if (!module) return sayProblem(404, "Resource not found");
  if (tenant !== data.tenantId) return sayProblem(404, "Tenant not found");
  const scope = SCOPES.find(([part]) => `${module}/${rest}`.includes(part))?.[1];
  if (scope && data.refused.has(scope)) return sayProblem(403, "Forbidden");
  if (module === "settings" && rest === "business-units") return list(data.businessUnits, query);
  if (module === "crm" && rest === "contacts/contact-methods") {
    const [type, value] = [query.get("type"), query.get("value")?.toLowerCase()];
    return list(
      data.contactMethods.filter((m) => m.type === type && m.value.toLowerCase() === value),
      query,
    );
  }
  const provider = /^booking-provider\/([^/]+)\/bookings$/.exec(rest)?.[1];
  if (module !== "crm" || provider === undefined) return sayProblem(404, "Resource not found");
  if (!data.bookingProviders.includes(decodeURIComponent(provider)))
    return sayProblem(404, "Booking provider not found");
  const externalId = query.get("externalId");
  const own = data.bookings.filter((booking) => String(booking.bookingProviderId) === provider);
  return list(externalId === null ? own : own.filter((booking) => booking.externalId === externalId), query);
}

const list = <T>(items: T[], query: URLSearchParams): Answer => ({ status: 200, body: pageOf(items, query) });
