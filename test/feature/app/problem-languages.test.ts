import { beforeEach, describe, expect, test } from "vitest";
import { limits } from "#db/schema/limits.ts";
import type { Problem } from "#server/core/problem.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { openTestHub } from "#test/support/hub.ts";
import { withForm, withJson } from "#test/support/request.ts";

const { app, db, deps } = await openTestHub({ knowledge: sampleKnowledge, env: { SPAM_PROOF: "off" } });
const origin = deps.config.publicUrl;
beforeEach(async () => void (await db.delete(limits)));

const post = async (path: string, body: object, language: string) => {
  const response = await app.request(`/api${path}`, withJson("POST", body, { "accept-language": language }));
  return (await response.json()) as Problem;
};
const ARTICLE = "integrations/connect-your-crm";

describe("what went wrong is said in the language that is asked for, its code is not", () => {
  test.each([
    ["de", "Hier fehlt etwas, oder etwas hat die falsche Form.", "geben Sie eine vollständige E-Mail-Adresse an"],
    ["en", "Something here is missing or has the wrong form.", "write a full e-mail address"],
    ["fr", "Something here is missing or has the wrong form.", "write a full e-mail address"],
  ])("about a form's fields (%s)", async (language, detail, ofEmail) => {
    const problem = await post("/escalations", { email: "nobody", message: "Nichts kommt an." }, language);
    expect(problem).toMatchObject({ code: "bad_request", title: "Not understood", detail });
    expect(problem.errors).toEqual([{ field: "email", reason: ofEmail }]);
  });

  test("about what is too short, too long, or not there", async () => {
    const { errors } = await post("/escalations", { message: "?", name: "x".repeat(121) }, "de");
    expect(Object.fromEntries((errors ?? []).map(({ field, reason }) => [field, reason]))).toEqual({
      email: "fehlt",
      message: "ist zu kurz: Schreiben Sie mindestens 3 Zeichen",
      name: "ist zu lang: Schreiben Sie höchstens 120 Zeichen",
    });
  });

  test("about an article or a topic that there is not", async () => {
    const about = { email: "a@example.com", message: "Nichts kommt an." };
    expect((await post("/votes", { articleId: "no/such", answered: true }, "de")).detail).toBe(
      "Einen Artikel „no/such“ gibt es nicht.",
    );
    expect((await post("/escalations", { ...about, topicId: "none" }, "de")).detail).toBe(
      "Wählen Sie eines der Themen dieses Hubs.",
    );
  });

  test("about too much in a short time", async () => {
    const vote = (language: string) => post("/votes", { articleId: ARTICLE, answered: true }, language);
    let problem = await vote("de");
    for (let n = 0; n < 100 && problem.code !== "limited"; n++) problem = await vote("de");
    expect(problem.detail).toMatch(
      /^Das war viel in kurzer Zeit\. Versuchen Sie es in \d+ (?:Sekunden?|Minuten?|Stunden?) noch einmal\.$/,
    );
    expect((await vote("en")).detail).toMatch(
      /^That was a lot in a short time\. Try again in \d+ (?:second|minute|hour)/,
    );
  });
});

test("a form without script is told on its own page", async () => {
  const send = async (path: string) => {
    const response = await app.request(path, withForm({ reference: "RF-2222-000", email: "nobody" }, { origin }));
    return response.text();
  };
  const german = await send("/de/receipts/");
  expect(german).toContain("Hier fehlt etwas, oder etwas hat die falsche Form.");
  expect(german).toContain("geben Sie eine vollständige E-Mail-Adresse an");
  expect(await send("/receipts/")).toContain("write a full e-mail address");
});

test("topics of a form that comes back are named in its language", async () => {
  const response = await app.request(
    "/de/contact/",
    withForm({ email: "nobody", message: "Nichts kommt an." }, { origin }),
  );
  const named = deps.hub.translations["de"]?.topics?.["syncing"]?.title ?? "";
  expect(named).not.toBe("");
  expect(await response.text()).toMatch(new RegExp(`<option value="syncing"\\s*>${named}</option>`));
});
