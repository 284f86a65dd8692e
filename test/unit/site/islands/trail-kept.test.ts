import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { clearTrail, keepTrailOnDevice, removeFromTrail } from "#site/islands/trail/change-trail.ts";
import { inTurn } from "#site/islands/trail/device-trail.ts";
import { isKeptOnDevice, leaveTrail, NEWEST, readTrail } from "#site/islands/trail/trail.ts";

function memory(): Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

beforeEach(() => {
  vi.stubGlobal("sessionStorage", memory());
  vi.stubGlobal("localStorage", memory());
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("navigator", {});
});

// other files run in this process too
afterAll(() => void vi.unstubAllGlobals());

const step = (number: number, state: "done" | "failed") =>
  leaveTrail({ kind: "step", ref: `a/b#${number}`, title: `Step ${number}`, state, version: "0123456789abcdef" });
const titles = async () => (await readTrail()).map(({ title }) => title);

test("an entry has the version of its article, and a step that is judged again is one entry with the later word", async () => {
  step(1, "failed");
  step(1, "done");
  expect(await readTrail()).toMatchObject([{ ref: "a/b#1", state: "done", version: "0123456789abcdef" }]);
});

test("the newest two hundred are kept", async () => {
  for (let number = 0; number < NEWEST + 5; number++) step(number, "done");
  const kept = await titles();
  expect(kept).toHaveLength(NEWEST);
  expect(kept.at(-1)).toBe(`Step ${NEWEST + 4}`);
});

test("with Global Privacy Control, looking leaves no trail, and what is tried does", async () => {
  vi.stubGlobal("navigator", { globalPrivacyControl: true });
  leaveTrail({ kind: "article", ref: "a/b", title: "Read “B”" });
  leaveTrail({ kind: "section", ref: "a/b#c", title: "Read “C”" });
  leaveTrail({ kind: "search", ref: "words", title: "Searched “words”" });
  step(2, "failed");
  expect(await titles()).toEqual(["Step 2"]);
});

test("one entry is taken away, or all of them", async () => {
  for (const number of [1, 2, 3]) step(number, "done");
  const [, second] = await readTrail();
  await removeFromTrail(second?.id ?? "");
  expect(await titles()).toEqual(["Step 1", "Step 3"]);
  await clearTrail();
  expect(await titles()).toEqual([]);
});

test.each([
  ["there is none", undefined],
  [
    "it is refused",
    {
      open: () => {
        throw new DOMException("A mutation operation was attempted", "InvalidStateError");
      },
    },
  ],
])(
  "where the device's database cannot be used because %s, the tab keeps the trail, and it is said",
  async (_, database) => {
    vi.stubGlobal("indexedDB", database);
    step(1, "done");
    expect(await keepTrailOnDevice(true)).toBe(false);
    expect(isKeptOnDevice()).toBe(false);
    step(2, "done");
    expect(await titles()).toEqual(["Step 1", "Step 2"]);
  },
);

test("what happened in one millisecond keeps its order on the device, which knows that of time alone", () => {
  const entryAt = (at: string) => ({ id: at, kind: "step" as const, ref: "a/b#1", title: "Step 1", at });
  const times = ["10:00:00.000", "10:00:00.000", "10:00:00.000", "10:00:00.001", "09:00:00.000"];
  const turned = inTurn(times.map((time) => entryAt(`2026-11-23T${time}Z`)));
  expect(turned.map(({ at }) => at.slice(11, 23))).toEqual([
    "10:00:00.000",
    "10:00:00.001",
    "10:00:00.002",
    "10:00:00.003",
    "09:00:00.000",
  ]);
});

test("a database that went away later leaves what this tab has", async () => {
  localStorage.setItem("handrail.trail.keep", "true");
  vi.stubGlobal("indexedDB", undefined);
  step(1, "done");
  expect(await titles()).toEqual(["Step 1"]);
});
