import { expect, test } from "vitest";
import { makeApiKey } from "#server/auth/api-keys.ts";
import { API_SCOPE_NAMES } from "#server/auth/api-scopes.values.ts";
import { signInCustomer } from "#test/support/customer.ts";
import { openTestHub } from "#test/support/hub.ts";
import { enterAs, makeStaff } from "#test/support/staff.ts";

/** Who gets in: from which role on, or everybody, with this status. */
type Open = "writer" | "agent" | "admin" | { everybody: number };

/** Every route of the desk and of its sign-in. A new one without a line here fails: say first who may call it. */
const ROUTES: Record<string, Open> = {
  "GET /api/desk/cases": "agent",
  "GET /api/desk/cases/:id": "agent",
  "PATCH /api/desk/cases/:id": "agent",
  "POST /api/desk/case-changes": "agent",
  "POST /api/desk/cases/:id/replies": "agent",
  "POST /api/desk/cases/:id/notes": "agent",
  "GET /api/desk/cases/:id/evidence": "agent",
  "GET /api/desk/cases/:id/context": "agent",
  "PUT /api/desk/cases/:id/articles": "agent",
  "POST /api/desk/cases/:id/seen": "agent",
  "PUT /api/desk/cases/:id/writing": "agent",
  "POST /api/desk/cases/:id/attachments": "agent",
  "GET /api/desk/attachments/:id": "agent",
  "DELETE /api/desk/attachments/:id": "agent",
  "GET /api/desk/saved-replies": "agent",
  "POST /api/desk/saved-replies": "agent",
  "PUT /api/desk/saved-replies/:id": "agent",
  "DELETE /api/desk/saved-replies/:id": "agent",
  "GET /api/desk/suggestions": "agent",
  "GET /api/desk/staff": "agent",
  "GET /api/desk/tags": "agent",
  "GET /api/desk/events": "agent",
  "GET /api/desk/deliveries": "agent",
  "POST /api/desk/deliveries/retry": "agent",
  "POST /api/desk/deliveries/:id/retry": "agent",
  "GET /api/desk/reports": "agent",
  "GET /api/desk/reports/csv/:kind": "agent",
  "GET /api/desk/answers": "agent",
  "GET /api/desk/answers/:id": "agent",
  "POST /api/desk/answers/:id/replay": "agent",
  "GET /api/desk/connections": "agent",
  "GET /api/desk/connections/:id": "agent",
  "POST /api/desk/connections/:id/tenant": "agent",
  "POST /api/desk/connections/:id/check": "agent",
  "POST /api/desk/connections/:id/trace": "agent",
  "GET /api/desk/access-requests": "agent",

  "GET /api/desk/articles": "writer",
  "GET /api/desk/articles/:topic/:slug": "writer",
  "PATCH /api/desk/articles/:topic/:slug": "writer",
  "GET /api/desk/gaps": "writer",
  "GET /api/desk/gaps/:id": "writer",
  "GET /api/desk/gaps/:id/draft": "writer",
  "PATCH /api/desk/gaps/:id": "writer",
  "POST /api/desk/gaps/:id/merge": "writer",
  "POST /api/desk/gaps/:id/split": "writer",

  "GET /api/desk/me": "writer",
  "POST /api/desk/me/password": "writer",
  "DELETE /api/desk/me/sessions": "writer",
  "DELETE /api/desk/me/sessions/:id": "writer",
  "POST /api/desk/me/codes": "writer",
  "POST /api/desk/me/codes/confirm": "writer",
  "POST /api/desk/me/codes/off": "writer",
  "POST /api/desk/me/codes/backup": "writer",
  "POST /api/desk/me/passkey-challenge": "writer",
  "POST /api/desk/me/passkeys": "writer",
  "PATCH /api/desk/me/passkeys/:id": "writer",
  "DELETE /api/desk/me/passkeys/:id": "writer",

  "GET /api/desk/reports/weekly": "admin",
  "PUT /api/desk/reports/weekly": "admin",
  "GET /api/desk/privacy/retention": "admin",
  "POST /api/desk/privacy/lookup": "admin",
  "POST /api/desk/privacy/export": "admin",
  "POST /api/desk/privacy/erase": "admin",

  "GET /api/desk/people": "admin",
  "PUT /api/desk/people/:id/role": "admin",
  "PUT /api/desk/people/:id/barred": "admin",
  "DELETE /api/desk/people/:id/second-factor": "admin",
  "DELETE /api/desk/people/:id/sessions": "admin",
  "POST /api/desk/people/:id/reset": "admin",
  "DELETE /api/desk/people/:id": "admin",
  "POST /api/desk/invites": "admin",
  "POST /api/desk/invites/:id/again": "admin",
  "DELETE /api/desk/invites/:id": "admin",
  "GET /api/desk/webhooks": "admin",
  "POST /api/desk/webhooks": "admin",
  "PATCH /api/desk/webhooks/:id": "admin",
  "DELETE /api/desk/webhooks/:id": "admin",
  "POST /api/desk/webhooks/:id/secret": "admin",
  "POST /api/desk/webhooks/:id/test": "admin",
  "GET /api/desk/webhooks/:id/deliveries": "admin",
  "GET /api/desk/webhooks/:id/deliveries/:deliveryId": "admin",
  "POST /api/desk/webhooks/:id/deliveries/:deliveryId/replay": "admin",
  "GET /api/desk/api-keys": "admin",
  "POST /api/desk/api-keys": "admin",
  "DELETE /api/desk/api-keys/:id": "admin",
  "GET /api/desk/log": "admin",

  "GET /api/auth/session": { everybody: 200 },
  "POST /api/auth/sign-in/email": { everybody: 415 },
  "POST /api/auth/sign-in/code": { everybody: 415 },
  "POST /api/auth/sign-in/backup": { everybody: 415 },
  "POST /api/auth/sign-out": { everybody: 204 },
  "POST /api/auth/passkey-challenge": { everybody: 200 },
  "POST /api/auth/passkey": { everybody: 415 },
  // off in this hub
  "GET /api/auth/oidc": { everybody: 404 },
  "GET /api/auth/oidc/callback": { everybody: 404 },
  // open to who brings a one-time link, and none is brought here
  "POST /api/desk/join": { everybody: 415 },
  "GET /desk/join/": { everybody: 403 },
  "POST /desk/join/": { everybody: 415 },
  "GET /desk/invited/": { everybody: 403 },
  "POST /desk/invited/": { everybody: 415 },
  "GET /desk/reset/": { everybody: 403 },
  "POST /desk/reset/": { everybody: 415 },
  "GET /desk/forgotten/": { everybody: 200 },
  "POST /desk/forgotten/": { everybody: 415 },
};

const hub = await openTestHub();
const { app, logged } = hub;
const ids = { writer: "", agent: "", admin: "" };
for (const role of ["writer", "agent", "admin"] as const) ids[role] = await makeStaff(hub, { role });
const customer = await signInCustomer(hub);
/** All that a key can be made for; what it opens, and who else not, is held by test/feature/api/keys.test.ts. */
const made = await makeApiKey(
  hub.deps,
  { id: ids.admin, name: "admin" },
  { name: "key", scopes: [...API_SCOPE_NAMES] },
);

const isDesk = (path: string) => /^\/(?:api\/(?:desk|auth)|desk)\//.test(path);
const routes = new Set(
  app.routes
    .filter(({ method, path }) => method !== "ALL" && isDesk(path))
    .map(({ method, path }) => `${method} ${path}`),
);

test("every route of the desk has a line, and every line a route", () => {
  expect([...routes].filter((route) => !(route in ROUTES))).toEqual([]);
  expect(Object.keys(ROUTES).filter((route) => !routes.has(route))).toEqual([]);
});

/** A call without a body: what is wrong with it shows only to who is let in. */
async function statusOf(method: string, path: string, cookie: string, who: (typeof WHO)[number]): Promise<number> {
  const address = path.replaceAll(/:\w+/g, "nothing");
  const headers = { origin: hub.deps.config.publicUrl, ...(cookie && { cookie }) };
  const key = who === "key" && { authorization: `Bearer ${made.key}` };
  const response = await app.request(address, { method, headers: { ...headers, ...key } });
  await response.body?.cancel(); // a stream would go on
  return response.status;
}

const COOKIES = {
  nobody: async () => "",
  customer: async () => customer,
  key: async () => "",
  // anew for each call: some of them end sessions
  writer: () => enterAs(hub, ids.writer),
  agent: () => enterAs(hub, ids.agent),
  admin: () => enterAs(hub, ids.admin),
};
const WHO = ["nobody", "customer", "key", "writer", "agent", "admin"] as const;

test.each(Object.entries(ROUTES))("%s", async (route, open) => {
  const [method = "", path = ""] = route.split(" ");
  const row: Record<string, number | "in"> = {};
  const expected: Record<string, number | "in"> = {};
  for (const who of WHO) {
    const status = await statusOf(method, path, await COOKIES[who](), who);
    if (typeof open === "object") {
      row[who] = status;
      expected[who] = open.everybody;
    } else {
      row[who] = [401, 403].includes(status) || status >= 500 ? status : "in";
      expected[who] = WHO.indexOf(who) < 3 ? 401 : WHO.indexOf(who) < WHO.indexOf(open) ? 403 : "in";
    }
  }
  expect(row).toEqual(expected);
});

test("none of it was a fault of ours", () => {
  expect(logged).toEqual([]);
});
