import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { accessRequests, connectionEvents, connections, oauthStates, tenantRequests } from "#db/schema/connections.ts";
import { limits } from "#db/schema/limits.ts";
import { outbox } from "#db/schema/outbox.ts";
import { VendorFault } from "#server/features/integrations/vendor-fault.ts";
import { openConnectionsHub, wholeSettings } from "#test/support/connections.ts";
import { signInAdmin } from "#test/support/hub.ts";

const hub = await openConnectionsHub();
const { db, deps, logged, hubspot, servicetitan, send, begin, askToConnect, comeBack } = hub;
const staff = await signInAdmin(hub);

const CANARIES = {
  accessToken: "canary-access-7f3a",
  refreshToken: "canary-refresh-7f3a",
  clientSecret: "canary-client-secret-7f3a",
  code: "canary-code-7f3a",
  appSecret: "secret-of-the-app",
  appKey: "app-key",
};

test("no secret of a connection stands in a table, a log line, an answer, an address or a webhook, whatever goes wrong", async () => {
  const answers: string[] = [];
  const note = async (response: Response): Promise<void> => {
    answers.push(`${[...response.headers].join("\n")}\n${await response.text()}`);
  };
  const { accessToken, refreshToken } = CANARIES;
  const expiresAt = new Date(Date.now() + 60_000).toISOString();
  for (const crm of [hubspot, servicetitan]) crm.answers.grant = () => ({ accessToken, refreshToken, expiresAt });

  const { id } = await begin();
  const comeWithCode = async () => {
    const back = await askToConnect(id);
    back.searchParams.set("code", CANARIES.code);
    answers.push(await comeBack(back));
    answers.push(await comeBack(back));
  };
  await comeWithCode();
  const tenant = await begin("servicetitan");
  await note(await send("POST", `/api/connections/${tenant.id}/tenant`, { tenantId: "123456" }));
  await note(await send("POST", `/api/desk/connections/${tenant.id}/tenant`, { decision: "approved" }, staff));
  const values = { clientId: "cid", clientSecret: CANARIES.clientSecret };
  await note(await send("POST", `/api/connections/${tenant.id}/credentials`, { values }));
  await send("PUT", `/api/connections/${id}/draft`, { version: 0, draft: wholeSettings });
  await note(await send("POST", `/api/connections/${id}/save`, { version: 1 }));

  const goWrong = [
    () => new VendorFault("revoked", "the vendor says so"),
    () => new VendorFault("unreadable", "<html>", { cause: new Error(`with ${accessToken} in it`) }),
    () =>
      Object.assign(new Error("an error of ours"), { grant: { accessToken, refreshToken }, verifier: refreshToken }),
  ];
  for (const wrong of [null, ...goWrong]) {
    for (const crm of [hubspot, servicetitan]) {
      const fail = () => {
        if (wrong) throw wrong();
      };
      crm.answers.refresh = async () => fail();
      crm.answers.revoke = async () => (fail(), true);
      const { fields } = crm.answers;
      crm.answers.fields = () => (fail(), fields());
    }
    await note(await send("GET", `/api/connections/${id}/options?object=contact`));
    await note(await send("GET", `/api/connections/${tenant.id}/options?object=booking`));
    await note(await send("POST", `/api/connections/${tenant.id}/credentials`, { values }));
    await comeWithCode();
  }
  for (const address of ["/api/integrations", `/api/connections/${id}`, `/api/connections/${tenant.id}`])
    await note(await send("GET", address));
  for (const address of ["connections", `connections/${id}`, `connections/${tenant.id}`])
    await note(await send("GET", `/api/desk/${address}`, undefined, staff));

  const stored = async () => {
    const tables = [connections, connectionEvents, oauthStates, tenantRequests, accessRequests, outbox, limits];
    return JSON.stringify(await Promise.all(tables.map((table) => db.select().from(table).then())));
  };
  const places: Record<string, string> = {
    answers: answers.join("\n"),
    logged: logged.join("\n"),
    rows: await stored(),
  };
  await note(await send("DELETE", `/api/connections/${id}`));
  places["rows after"] = await stored();
  const { databaseUrl } = deps.config;
  // PostgreSQL's files are its own; its rows were read
  const folder = databaseUrl.startsWith("file:") ? path.dirname(databaseUrl.slice("file:".length)) : null;
  for (const name of folder ? readdirSync(folder) : [])
    if (name.includes(".db")) places[name] = readFileSync(path.join(folder ?? "", name), "latin1");

  expect(answers.join()).toContain("connected=1");
  expect(logged.join()).toContain("an error of ours");
  for (const [place, text] of Object.entries(places))
    for (const [name, canary] of Object.entries(CANARIES))
      expect(text.includes(canary), `${name} in ${place}`).toBe(false);
});
