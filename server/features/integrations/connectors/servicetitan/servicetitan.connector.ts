import { z } from "zod";
import { keepWords } from "#content/kept-words.ts";
import type { Call, Connector, Grant, Site } from "../../connector.ts";
import { VendorFault, vendorNotes as n } from "../../vendor-fault.ts";
import type { VendorFetch } from "../../vendor-fetch.ts";
import { BOOKING_FIELDS, STATUSES } from "./servicetitan.fields.ts";
import { findPeople, proveBookingProvider, readAccount } from "./servicetitan.read.ts";
import { vocabularyWords } from "../../vocabulary.words.ts";

const v = keepWords(vocabularyWords);

const Token = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

/** There is no sign-in and no refresh token: the customer's keys make a token, for about 15 minutes. */
async function mintGrant(fetch: VendorFetch, site: Site, credentials: Record<string, string>): Promise<Grant> {
  const { status, body, text } = await fetch(`${site.authBase}/connect/token`, {
    method: "POST",
    form: {
      grant_type: "client_credentials",
      client_id: credentials["clientId"] ?? "",
      client_secret: credentials["clientSecret"] ?? "",
    },
  });
  if (status === 429) throw new VendorFault("limited", `${status} ${text.slice(0, 200)}`, { status });
  if (status >= 400) {
    const error = z.object({ error: z.string() }).safeParse(body).data?.error;
    const code = error === "invalid_client" ? "wrong_key" : "refused";
    throw new VendorFault(code, `${status} ${error ?? text.slice(0, 200)}`, { status });
  }
  const token = Token.safeParse(body);
  if (!token.success) throw new VendorFault("unreadable", n.noToken, { status });
  return {
    accessToken: token.data.access_token,
    refreshToken: null,
    expiresAt: new Date(Date.now() + token.data.expires_in * 1000).toISOString(),
    scopes: null,
    apiBase: null,
    credentials,
  };
}

/** Token, tenant, app key and booking provider, each with its own fault. */
async function proveAll(call: Call) {
  const account = await readAccount(call);
  await proveBookingProvider(call);
  return account;
}

export const servicetitan: Connector = {
  definition: {
    id: "servicetitan",
    sites: [
      {
        id: "production",
        title: v.sites.production,
        apiBase: "https://api.servicetitan.io",
        authBase: "https://auth.servicetitan.io",
      },
      {
        id: "integration",
        title: v.sites.test,
        apiBase: "https://api-integration.servicetitan.io",
        authBase: "https://auth-integration.servicetitan.io",
      },
    ],
    way: "tenant",
    scopes: [],
    objects: [{ id: "booking", title: v.kinds.booking, policies: [] }],
    words: { pipeline: null, ...v.servicetitan },
    credentials: [
      { name: "clientId", label: "Client ID", secret: false },
      { name: "clientSecret", label: "Client Secret", secret: true },
      { name: "bookingProvider", label: "Booking Provider Value", secret: false },
    ],
    callsPerSecond: 5,
  },

  begin: () => null,

  async finish(app, fetch, answer) {
    if (answer.kind !== "credentials") throw new VendorFault("refused", n.noSignIn);
    const { site, tenantId, values } = answer;
    const grant = await mintGrant(fetch, site, { ...values, tenantId });
    await proveAll({ app, site, grant, fetch });
    return grant;
  },

  async refresh(_app, fetch, site, grant) {
    try {
      return await mintGrant(fetch, site, grant.credentials ?? {});
    } catch (error) {
      // keys that worked before: they were taken back, or made anew
      if (error instanceof VendorFault && error.code === "wrong_key") {
        throw new VendorFault("revoked", error.came, { status: error.status, cause: error });
      }
      throw error;
    }
  },

  // the customer takes the app away in ServiceTitan
  revoke: async () => false,

  async check(call) {
    const { id } = await proveAll(call);
    return { accountId: id, scopes: null, expiresAt: call.grant.expiresAt };
  },
  account: readAccount,
  pipelines: async () => STATUSES,
  fields: async () => BOOKING_FIELDS,
  findContact: findPeople,
};
