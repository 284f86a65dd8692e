import { afterEach, expect, test, vi } from "vitest";
import { forget } from "#site/desk/forget.ts";
import { keep, recall } from "#site/islands/store.ts";

afterEach(() => vi.unstubAllGlobals());

const kept = new Map<string, string>();
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, text: string) => void kept.set(key, text),
  removeItem: (key: string) => void kept.delete(key),
};

test("where a browser forbids all storage, what is kept lasts as long as the page", () => {
  const forbidden = new Proxy({}, { get: () => expect.fail("the browser throws here") });
  vi.stubGlobal("localStorage", forbidden);
  vi.stubGlobal("sessionStorage", forbidden);
  expect(recall("tab", "a")).toBeNull();
  keep("tab", "a", { n: 1 });
  expect(recall("tab", "a")).toEqual({ n: 1 });
  keep("tab", "a", null);
  expect(recall("tab", "a")).toBeNull();
});

test("once it is kept again, the browser's own is what counts", () => {
  const full = { ...storage, setItem: () => expect.fail("full") };
  vi.stubGlobal("sessionStorage", full);
  keep("tab", "b", 1);
  expect(recall("tab", "b")).toBe(1);
  vi.stubGlobal("sessionStorage", storage);
  keep("tab", "b", 2);
  kept.set("b", "3"); // by another page of the tab
  expect(recall("tab", "b")).toBe(3);
});

test("what begins alike is forgotten together, in the browser and where it forbade to keep it", () => {
  vi.stubGlobal("sessionStorage", { ...storage, setItem: () => expect.fail("full") });
  for (const key of ["desk.a", "other.a"]) keep("tab", key, 1);
  // its keys stand beside its methods, as a browser's do
  const own: Record<string, string> = { "desk.b": "2", "other.b": "2" };
  const browser = { ...storage, removeItem: (key: string) => void delete own[key] };
  vi.stubGlobal("sessionStorage", Object.assign(Object.create(browser), own));
  forget("tab", "desk.");
  expect(Object.keys(own)).toEqual(["other.b"]);
  vi.stubGlobal("sessionStorage", storage);
  expect([recall("tab", "desk.a"), recall("tab", "other.a")]).toEqual([null, 1]);
});
