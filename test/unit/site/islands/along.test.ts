import { describe, expect, test } from "vitest";
import { chooseItems, groupTrail, itemKey } from "#site/islands/escalate/along.ts";
import { sayBrowser } from "#site/islands/escalate/browser.ts";
import { readContext } from "#site/islands/escalate/context.ts";
import { draft, nextAttempt, changeDraft } from "#site/islands/escalate/draft.ts";
import type { TrailEntry } from "#site/islands/trail/trail.ts";

const entry = (kind: TrailEntry["kind"], ref: string, title: string, minute: number): TrailEntry => ({
  at: `2026-11-23T14:${minute}:00.000Z`,
  kind,
  ref,
  title,
});
const article = entry("article", "integrations/connect-your-crm", "Read “Connect your CRM”", 20);
const search = entry("search", "contacts", "Searched “contacts”", 21);
const failed: TrailEntry = {
  ...entry("step", "integrations/connect-your-crm#sign-in", "Step 2 did not work: Sign in", 22),
  state: "failed",
};
const trail = [article, search, failed];
const context = readContext(new URLSearchParams("article=integrations/connect-your-crm&step=sign-in"), trail);
const now = new Date("2026-11-23T14:30:00.000Z");

describe("where a request comes from", () => {
  test("is the article and step of the link, by the names that the reader saw", () => {
    expect(context.article).toEqual({
      id: "integrations/connect-your-crm",
      title: "Connect your CRM",
      url: "/articles/integrations/connect-your-crm/",
    });
    expect(context.step?.title).toBe("Step 2 did not work: Sign in");
  });
  test("is the article read last when the link says nothing, or says what is no article", () => {
    expect(readContext(new URLSearchParams("article=../../etc"), trail).article?.id).toBe(article.ref);
    expect(readContext(new URLSearchParams(), []).article).toBeNull();
  });
});

describe("what goes along", () => {
  const groups = groupTrail(trail, context, "Firefox 136 on Windows, UTC", now);

  test("stands in groups; those with nothing in them are not shown", () => {
    expect(groups.map(({ id }) => id)).toEqual(["where", "pages", "steps", "searches", "browser"]);
  });
  test("is all of it, oldest first, without what only this browser uses", () => {
    const items = chooseItems(groups, new Set());
    expect(items.map(({ kind }) => kind)).toEqual(["article", "search", "step", "section", "check"]);
    expect(items.every((item) => !("state" in item))).toBe(true);
  });
  test("says which version of an article the reader had", () => {
    const read = { ...article, version: "0123456789abcdef" };
    const [item] = chooseItems(groupTrail([read], context, "", now), new Set(["where", "browser"]));
    expect(item?.version).toBe("0123456789abcdef");
  });
  test("loses a group that is switched off, and an item that is left out", () => {
    const items = chooseItems(groups, new Set(["browser", "where", itemKey(search)]));
    expect(items.map(({ kind }) => kind)).toEqual(["article", "step"]);
  });
  test("has the checks of a connection and the people who were looked up by themselves", () => {
    const check = entry("check", "chk_1", "HubSpot: one thing fails", 26);
    const trace = entry("trace", "trc_1", "Skipped: HubSpot has this person already", 27);
    const checks = groupTrail([failed, check, trace], context, "", now).find(({ id }) => id === "checks");
    expect(checks?.says).toBe("2 checks and people you looked up");
    expect(checks?.items).toEqual([check, trace]);
  });
  test("counts a step by what was said of it last", () => {
    const later: TrailEntry = { ...failed, at: "2026-11-23T14:25:00.000Z", state: "done" };
    const steps = groupTrail([failed, later], context, "", now).find(({ id }) => id === "steps");
    expect(steps?.says).toBe("1 worked");
  });
});

test("a browser is named as people name it", () => {
  const edge =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0";
  expect(sayBrowser(edge, "Africa/Johannesburg")).toBe("Edge 140 on Windows, Africa/Johannesburg");
  expect(sayBrowser("curl/8", "UTC")).toBe("Another browser, UTC");
});

describe("sending twice", () => {
  const body = (message: string) => ({ email: "a@example.com", message, trail: [] });

  test("the same content goes under the same key, with the body of the first try", () => {
    changeDraft({ message: "It fails", email: "a@example.com", attempt: null });
    const first = nextAttempt({ ...body("It fails"), trail: [article] }, []);
    const later = { ...article, at: "2026-11-23T15:00:00.000Z" }; // made anew as the form opens
    expect(nextAttempt({ ...body("It fails"), trail: [later] }, [])).toEqual(first);
  });
  test("the same words with another file are another request", () => {
    const file = (name: string) => [new File(["x"], name, { lastModified: 1 })];
    const { key } = nextAttempt(body("It fails"), file("a.txt"));
    expect(nextAttempt(body("It fails"), file("a.txt")).key).toBe(key);
    expect(nextAttempt(body("It fails"), file("b.txt")).key).not.toBe(key);
  });
  test("an item that was removed since does not travel with the earlier try", () => {
    changeDraft({ message: "It fails", email: "a@example.com", attempt: null });
    const { key } = nextAttempt({ ...body("It fails"), trail: [article, search] }, []);
    const next = nextAttempt({ ...body("It fails"), trail: [article] }, []);
    expect(next.key).not.toBe(key);
    expect(next.body.trail).toEqual([article]);
  });
  test("an item that joined the trail since is another request: what the form lists is what is sent", () => {
    const { key } = nextAttempt({ ...body("It fails"), trail: [article] }, []);
    const next = nextAttempt({ ...body("It fails"), trail: [article, failed] }, []);
    expect(next.key).not.toBe(key);
    expect(next.body.trail).toEqual([article, failed]);
  });
  test("changed words are another request", () => {
    const { key } = nextAttempt(body("It fails"), []);
    changeDraft({ message: `${draft.value.message} still` });
    expect(nextAttempt(body("It fails still"), []).key).not.toBe(key);
  });
});
