import { eq } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { connectionChecks, connections } from "#db/schema/connections.ts";
import { outbox } from "#db/schema/outbox.ts";
import type { CheckResult, ConnectionCheck, Trace } from "#server/features/integrations/checks.schema.ts";
import type { DeskConnectionDetail } from "#server/features/integrations/desk.schema.ts";
import type { ConnectionView } from "#server/features/integrations/integrations.schema.ts";
import { VendorFault, vendorNotes } from "#server/features/integrations/vendor-fault.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { openConnectionsHub, wholeSettings } from "#test/support/connections.ts";
import { signInAdmin } from "#test/support/hub.ts";

const hub = await openConnectionsHub({ knowledge: sampleKnowledge });
const { db, hubspot, send, connect } = hub;
const staff = await signInAdmin(hub);
const before = { ...hubspot.answers };

afterEach(async () => {
  await db.delete(connections);
  await db.delete(outbox);
  Object.assign(hubspot.answers, before);
});

const json = async <T>(method: string, path: string, body?: object, as?: string) =>
  (await (await send(method, `/api${path}`, body, as)).json()) as T;
/** As the setup does: what came fact by fact, and the whole. */
async function check(id: string, language: string) {
  const events = (await (await send("GET", `/api/connections/${id}/check?language=${language}`)).text()).split("\n\n");
  const data = events.flatMap((event) => /^data: (.*)$/m.exec(event)?.[1] ?? []).map((line) => JSON.parse(line));
  return { streamed: data.slice(0, -1) as CheckResult[], done: data.at(-1) as ConnectionCheck };
}
const kept = async (id: string, language: string) =>
  (await json<{ checks: ConnectionCheck[] }>("GET", `/connections/${id}/checks?language=${language}`)).checks;
const of = (results: CheckResult[] | undefined, fact: string) => results?.find((result) => result.fact === fact);
const shutOut = () => {
  hubspot.answers.check = () => {
    throw new VendorFault("revoked", "401 gone");
  };
};

describe("what a check found is said in the language of who reads it", () => {
  test("while it comes, when it is done, and whenever it is read again", async () => {
    const { id } = await connect();
    const german = await check(id, "de");
    const found = {
      title: "Angemeldet",
      seen: "HubSpot lässt diesen Hub hinein.",
      code: "token_works",
    };
    expect(of(german.streamed, "token")).toMatchObject(found);
    expect(of(german.done.results, "token")).toMatchObject(found);
    expect(await kept(id, "de")).toEqual([german.done]);
    const [english] = await kept(id, "en");
    expect(of(english?.results, "token")).toMatchObject({ title: "Signed in", seen: "HubSpot lets this hub in." });
    expect(JSON.stringify(german)).not.toContain("words");
  });

  test("with what the CRM calls things, and what it answered, as they are", async () => {
    const { id, version } = await connect();
    await json("PUT", `/connections/${id}/draft`, { version, draft: wholeSettings });
    await json("POST", `/connections/${id}/save`, { version: version + 1 });
    const { done } = await check(id, "de");
    expect(of(done.results, "field:leads:email")).toMatchObject({
      title: "Leads: „Email“",
      seen: "Bekommt: E-Mail-Adresse.",
    });
    shutOut();
    const failed = (await check(id, "de")).done;
    expect(of(failed.results, "token")).toMatchObject({
      seen: "HubSpot hat den Zugang zurückgenommen. Die Antwort war: „401 gone“.",
      todo: "Verbinden Sie neu, mit einem Zugang, der bleibt. Ihre Einstellungen bleiben.",
    });
  });

  test("and the desk reads it in English, whoever asked for it and whatever the hub's first language", async () => {
    const { id } = await connect();
    const { done } = await check(id, "de");
    const desk = await json<DeskConnectionDetail>("GET", `/desk/connections/${id}?language=de`, undefined, staff);
    expect(desk.checks.map((each) => each.id)).toEqual([done.id]);
    expect(of(desk.checks[0]?.results, "token")).toMatchObject({
      title: "Signed in",
      seen: "HubSpot lets this hub in.",
    });
    const again = await json<ConnectionCheck>("POST", `/desk/connections/${id}/check?language=de`, {}, staff);
    expect(of(again.results, "token")?.seen).toBe("HubSpot lets this hub in.");
  });
});

test("a check from before its words were kept apart is shown as it was written", async () => {
  const { id } = await connect();
  const results = [
    {
      fact: "token",
      title: "Signed in",
      state: "ok",
      code: "token_works",
      seen: "As it was.",
      todo: null,
      explained: null,
    },
  ];
  await db
    .insert(connectionChecks)
    .values({ id: "chk_old", connectionId: id, at: new Date(), state: "ok", by: "hub", results });
  expect((await kept(id, "de"))[0]?.results).toEqual(results);
});

test("words that this version does not know stay in English", async () => {
  const { id } = await connect();
  await check(id, "de");
  const [row] = await db.select().from(connectionChecks).where(eq(connectionChecks.connectionId, id));
  const results = JSON.parse(JSON.stringify(row?.results).replaceAll("checks.token_works", "checks.of_tomorrow"));
  await db.update(connectionChecks).set({ results });
  const [read] = await kept(id, "de");
  expect(of(read?.results, "token")).toMatchObject({ title: "Angemeldet", seen: "HubSpot lets this hub in." });
  const other = JSON.parse(JSON.stringify(row?.results).replaceAll(`"with":["HubSpot"]`, `"with":{"crm":"HubSpot"}`));
  await db.update(connectionChecks).set({ results: other });
  expect(of((await kept(id, "de"))[0]?.results, "token")).toMatchObject({
    title: "Signed in",
    seen: "HubSpot lets this hub in.",
  });
});

test("the setup's words for what a CRM has are the reader's, the desk's are English", async () => {
  const { id } = await connect();
  const view = await json<ConnectionView>("GET", `/connections/${id}?language=de`);
  expect(view.crm).toMatchObject({ words: { stage: "Deal-Phase" }, objects: [{ id: "contact", title: "Kontakt" }] });
  const desk = await json<DeskConnectionDetail>("GET", `/desk/connections/${id}?language=de`, undefined, staff);
  expect(desk.view.crm).toMatchObject({ words: { stage: "Deal stage" }, objects: [{ title: "Contact" }] });
});

test("what this hub saw of a CRM is said in the reader's language too", async () => {
  const { id } = await connect();
  hubspot.answers.check = () => {
    throw new VendorFault("vendor_down", vendorNotes.answered("503"));
  };
  expect(of((await check(id, "de")).done.results, "token")?.seen).toBe(
    "HubSpot selbst hat gerade Schwierigkeiten. Es antwortete mit 503.",
  );
  const [english] = await kept(id, "en");
  expect(of(english?.results, "token")?.seen).toBe("HubSpot itself has trouble right now. It answered with 503.");
});

test("a trace is in the language of who asks, the desk's in English", async () => {
  const { id } = await connect();
  const input = { email: "ada@example.com", as: "lead" };
  const german = await json<Trace>("POST", `/connections/${id}/trace?language=de`, input);
  expect(german).toMatchObject({
    code: "not_saved",
    says: "Es wird nichts gesendet: Die Einstellungen wurden noch nie gespeichert.",
    todo: "Speichern Sie am Ende der Einrichtung.",
  });
  expect(german.facts.map(({ title }) => title)).toContain("Gesucht: ada@example.com");
  const english = await json<Trace>("POST", `/desk/connections/${id}/trace?language=de`, input, staff);
  expect(english.says).toBe("Nothing is sent: the settings were never saved.");
});
