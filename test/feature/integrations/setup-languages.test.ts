import { afterEach, expect, test } from "vitest";
import { speakIn } from "#content/words.ts";
import { connections } from "#db/schema/connections.ts";
import type { Problem } from "#server/core/problem.ts";
import { connectProblemWords } from "#server/features/integrations/connections/connect-problems.values.ts";
import { VendorFault } from "#server/features/integrations/vendor-fault.ts";
import { openConnectionsHub } from "#test/support/connections.ts";

const hub = await openConnectionsHub();
const { db, deps, hubspot, send, begin, connect } = hub;
const before = { ...hubspot.answers };

afterEach(async () => {
  await db.delete(connections);
  Object.assign(hubspot.answers, before);
});

const problem = async (method: string, path: string, body?: object) =>
  (await (await send(method, path, body)).json()) as Problem;
const save = (id: string, version: number, language: string) =>
  problem("POST", `/api/connections/${id}/save?language=${language}`, { version });

test("what keeps settings from going live is said in the language of the page, field by field", async () => {
  const begun = await begin();
  expect((await save(begun.id, begun.version, "de")).detail).toBe(
    "Verbinden Sie zuerst HubSpot, und speichern Sie dann.",
  );
  const { id, version } = await connect();
  const german = await save(id, version, "de");
  expect(german).toMatchObject({ code: "unprocessable", detail: "Bevor das gelten kann, fehlt noch etwas." });
  expect(german.errors).toContainEqual({ field: "leads.stage", reason: "Bitte wählen: Deal-Phase." });
  expect(german.errors?.map(({ reason }) => reason).join(" ")).not.toMatch(/Choose|Turn/);
  const english = await save(id, version, "en");
  expect(english.errors).toContainEqual({ field: "leads.stage", reason: "Choose a deal stage." });
});

test("what a CRM did is said in the language of the page, with what it said as it said it", async () => {
  const { id } = await connect();
  hubspot.answers.pipelines = () => {
    throw new VendorFault("vendor_down", "503 upstream");
  };
  const german = await problem("GET", `/api/connections/${id}/options?object=contact&language=de`);
  expect(german).toMatchObject({
    code: "unavailable",
    detail: expect.stringMatching(/^HubSpot selbst hat gerade Schwierigkeiten\. Versuchen Sie es/),
    seen: "503 upstream",
  });
});

test("why somebody came back from a CRM unconnected is said in their language", () => {
  const inGerman = (code: string, scope?: string) =>
    speakIn(deps.speeches.of("de"), () => connectProblemWords(code, "HubSpot", scope));
  expect(inGerman("denied")?.title).toBe("Sie haben uns bei HubSpot nicht hineingelassen. Nichts hat sich geändert.");
  expect(inGerman("scope_missing", "a.b")?.title).toBe("Bei HubSpot fehlt die Berechtigung „a.b“.");
});
