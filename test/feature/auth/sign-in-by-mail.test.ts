import { expect, test } from "vitest";
import { customers, customerVerifications } from "#db/schema/workspaces.ts";
import { outbox } from "#db/schema/outbox.ts";
import { signInCustomer } from "#test/support/customer.ts";
import { formPoster, openTestHub, sessionCookie } from "#test/support/hub.ts";
import { readMail } from "#test/support/mails.ts";
import { withJson } from "#test/support/request.ts";

const hub = await openTestHub({ env: { SMTP_URL: "smtp://127.0.0.1:1" } });
const { app, db, deps } = hub;

const post = formPoster(hub);
const askForLink = async (email: string, returnTo = ""): Promise<URL> => {
  expect((await post("/sign-in/", { email, returnTo })).status).toBe(202);
  const mails = (await db.select().from(outbox)).map(({ payload }) => readMail(deps, payload));
  const text = mails.findLast(({ to }) => to === email)?.text ?? "";
  return new URL(/http\S+/.exec(text)?.[0] ?? "");
};
/** What the form of the page that a link opens sends. */
async function fieldsOf({ pathname, search }: URL): Promise<Record<string, string>> {
  const page = await (await app.request(pathname + search)).text();
  const inputs = page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name = "", value = ""]) => [name, value]));
}
const readMe = async (cookie: string) => (await app.request("/api/me", { headers: { cookie } })).json();

test("a link in a mail signs in by a press of a button, once", async () => {
  const link = await askForLink("grace@example.com", "/setup/hubspot/");
  expect(link.pathname).toBe("/sign-in/confirm/");
  const opened = await app.request(link.pathname + link.search);
  expect(await opened.text()).toContain("Sign in now");
  expect(opened.headers.getSetCookie()).toEqual([]);
  const fields = await fieldsOf(link);
  const pressed = await post("/sign-in/confirm/", fields);
  expect(pressed.status).toBe(303);
  expect(pressed.headers.get("location")).toBe("/setup/hubspot/");
  expect(await readMe(sessionCookie(pressed))).toMatchObject({
    customer: { email: "grace@example.com", workspace: { name: "grace@example.com" } },
  });
  const again = await post("/sign-in/confirm/", fields);
  expect(again.status).toBe(401);
  const page = await again.text();
  expect(page).toContain("Ask for a new link");
  expect(page).toContain('name="returnTo" value="/setup/hubspot/"');
});

test("whoever asks for a link for another writes nothing into their mail", async () => {
  const link = await askForLink("victim@example.com", "/your-account-is-locked-call-us");
  expect([...link.searchParams.keys()]).toEqual(["token"]);
  const mails = await db.select().from(outbox);
  expect(mails.map(({ payload }) => JSON.stringify(readMail(deps, payload))).join()).not.toContain("locked");
});

test("two links used at the same time lead to one workspace", async () => {
  const links = [await askForLink("first@example.com"), await askForLink("first@example.com")];
  const entered = await Promise.all(links.map(async (link) => post("/sign-in/confirm/", await fieldsOf(link))));
  const known = await Promise.all(entered.map((response) => readMe(sessionCookie(response))));
  const ids = known.map((me) => (me as { customer: { workspace: { id: string } } }).customer.workspace.id);
  expect(new Set(ids).size).toBe(1);
});

test("who belongs to several workspaces chooses, and is remembered to have", async () => {
  await signInCustomer(hub, { workspace: "north", email: "mary@example.com" });
  await signInCustomer(hub, { workspace: "south", email: "mary@example.com" });
  const pressed = await post(
    "/sign-in/confirm/",
    await fieldsOf(await askForLink("mary@example.com", "/setup/hubspot/")),
  );
  expect(pressed.headers.get("location")).toBe("/sign-in/workspace/?returnTo=%2Fsetup%2Fhubspot%2F");
  const cookie = sessionCookie(pressed);
  const page = await (await app.request("/sign-in/workspace/", { headers: { cookie } })).text();
  const offered = Object.fromEntries(
    [...page.matchAll(/value="(wsp_\w+)" ([a-z]*) *\/> (\w+)/g)].map(([, id = "", , name]) => [name, id]),
  );
  expect(Object.keys(offered)).toEqual(["south", "north"]);
  const choose = (workspace: string, headers = { cookie }) =>
    post("/sign-in/workspace/", { workspace, returnTo: "" }, headers);
  const chosen = await choose(offered["north"]);
  expect(chosen.headers.get("location")).toBe("/setup/");
  expect(await readMe(sessionCookie(chosen))).toMatchObject({
    customer: { workspace: { name: "north" }, several: true },
  });
  // The session in the other one has ended.
  expect(await readMe(cookie)).toMatchObject({ customer: null });
  const own = await signInCustomer(hub, { workspace: "elsewhere", email: "joan@example.com" });
  expect((await choose(offered["north"], { cookie: own })).status).toBe(404);
  expect((await choose(offered["north"], { cookie: "" })).status).toBe(401);
});

test("who came from the product before enters the same workspace by mail", async () => {
  await signInCustomer(hub, { workspace: "acme", email: "ada@example.com" });
  const pressed = await post("/sign-in/confirm/", await fieldsOf(await askForLink("ada@example.com")));
  expect(pressed.headers.get("location")).toBe("/setup/");
  expect(await readMe(sessionCookie(pressed))).toMatchObject({ customer: { workspace: { name: "acme" } } });
  const kept = await db.select().from(customers);
  expect(kept.filter(({ email }) => email === "ada@example.com")).toHaveLength(1);
});

test("the link's secret is kept as a hash, and an invented one opens nothing", async () => {
  const link = await askForLink("joan@example.com");
  const kept = JSON.stringify(await db.select().from(customerVerifications));
  expect(kept).not.toContain(link.searchParams.get("token"));
  expect((await post("/sign-in/confirm/", { token: "x".repeat(32), returnTo: "" })).status).toBe(401);
});

test.each(["https://evil.example.com/", "//evil.example.com", "/\\evil.example.com"])(
  "%s is no place to come back to",
  async (returnTo) => {
    const link = await askForLink(`to${returnTo.length}@example.com`);
    expect((await post("/sign-in/confirm/", { ...(await fieldsOf(link)), returnTo })).status).toBe(400);
    const page = await app.request(`/sign-in/?${new URLSearchParams({ returnTo })}`);
    expect(await page.text()).not.toContain("evil.example.com");
  },
);

test("a mailbox gets three links in a quarter of an hour, not more, whatever stands behind its plus", async () => {
  const other = await openTestHub({ env: { SMTP_URL: "smtp://127.0.0.1:1" } });
  const ask = (email: string) => other.app.request("/api/session/mail", withJson("POST", { email }));
  const statuses = [];
  for (const name of ["many", "many+1", "many+2", "MANY+3"]) statuses.push((await ask(`${name}@example.com`)).status);
  expect(statuses).toEqual([202, 202, 202, 429]);
});

test("without mail the page says so, and nothing is sent", async () => {
  const silent = await openTestHub();
  expect(await (await silent.app.request("/sign-in/")).text()).toContain("This hub sends no mail");
  const asked = await silent.app.request("/api/session/mail", withJson("POST", { email: "ada@example.com" }));
  expect(asked.status).toBe(422);
  expect(deps.config.mail).not.toBeNull();
});
