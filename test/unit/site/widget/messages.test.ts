import { describe, expect, test } from "vitest";
import { bareAddress, mark, readFromFrame, readToFrame } from "#site/widget/messages.ts";

const AT = "2026-11-28T10:00:00.000Z";
const page = (fields: object) => ({
  handrail: 1,
  type: "page",
  page: { at: AT, url: "https://a.example/x", ...fields },
});

describe("what the frame hears of the host", () => {
  test("is what the host can say, as it was said", () => {
    for (const message of [
      { type: "context", theme: "dark" },
      { type: "identify", token: "a.b.c" },
      { type: "identify", token: "" },
      { type: "show", view: "ask", text: "Why?" },
      { type: "page", page: { at: AT, url: "https://a.example/x", title: "T", section: "" } },
    ] as const)
      expect(readToFrame(mark(message))).toEqual(message);
  });

  test("is nothing where something else was posted", () => {
    const others = [
      null,
      undefined,
      1,
      "open",
      [],
      {},
      { type: "show", view: "ask" },
      { handrail: 2, type: "identify", token: "" },
    ];
    for (const other of others) expect(readToFrame(other)).toBeNull();
    for (const fields of [
      { type: "eval" },
      { type: "show", view: "desk" },
      { type: "identify", token: 7 },
      { type: "page" },
    ])
      expect(readToFrame({ handrail: 1, ...fields })).toBeNull();
    expect(readToFrame({ handrail: 1, type: "identify", token: "x".repeat(8001) })).toBeNull();
  });

  test("has no address but a web page's, without what only the host should know", () => {
    expect(readToFrame(page({ url: "https://a.example/x?token=1#secret" }))).toMatchObject({
      page: { url: "https://a.example/x" },
    });
    for (const url of ["javascript:alert(1)", "data:text/html,x", "/x", "", 7])
      expect(readToFrame(page({ url }))).toBeNull();
    for (const at of ["yesterday", "2026-99-99T00:00:00Z", 1]) expect(readToFrame(page({ at }))).toBeNull();
  });

  test("is cut to what a trail holds", () => {
    const long = "x".repeat(5000);
    const read = readToFrame(page({ title: long, section: long }));
    expect(read).toMatchObject({ page: { title: "x".repeat(200), section: "x".repeat(200) } });
    expect(readToFrame({ handrail: 1, type: "show", view: "ask", text: long })).toMatchObject({
      text: "x".repeat(500),
    });
  });

  test("a theme is one of three", () => {
    const read = (fields: object) => readToFrame({ handrail: 1, type: "context", ...fields });
    expect(read({ locale: "de", theme: "pink" })).toEqual({ type: "context", theme: "auto" });
    expect(read({})).toEqual({ type: "context", theme: "auto" });
  });
});

test("the host hears events that its listeners know, with the fields that they have", () => {
  const said = (event: string, detail: unknown) => readFromFrame({ handrail: 1, type: "event", event, detail });
  expect(said("ready", { token: "x" })).toEqual({ type: "event", event: "ready", detail: {} });
  expect(said("answered", { verdict: "partial", more: 1 })).toMatchObject({ detail: { verdict: "partial" } });
  expect(said("identified", { signedIn: "yes" })).toMatchObject({ detail: { signedIn: false } });
  expect(said("escalated", { reference: "RF-1" })).toMatchObject({ detail: { reference: "RF-1" } });
  for (const wrong of [
    said("answered", { verdict: "no" }),
    said("open", {}),
    said("ready", null),
    readFromFrame("close"),
  ])
    expect(wrong).toBeNull();
  expect(readFromFrame({ handrail: 1, type: "close", more: 1 })).toEqual({ type: "close" });
});

test("an address is bared against where it stands", () => {
  expect(bareAddress("/a?b#c", "https://h.example/x/y")).toBe("https://h.example/a");
  expect(bareAddress("https://u:p@h.example/a", "https://h.example/")).toBe("https://h.example/a");
  expect(bareAddress("http://[", "https://h.example/")).toBeNull();
});
