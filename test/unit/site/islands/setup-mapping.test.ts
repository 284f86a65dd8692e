import { describe, expect, it } from "vitest";
import { acceptAll, findUnmapped, listRows, setValue } from "#site/islands/setup/mapping.ts";
import { NO_SETTINGS, OPTIONS } from "#test/e2e/setup-support.ts";

const { fields } = OPTIONS;
const none: ReadonlySet<string> = new Set();
const email = { field: "email", value: { from: "email" as const } };

describe("the rows of a mapping", () => {
  it("are what is required and what is proposed, and nothing that cannot be written to", () => {
    const rows = listRows(fields, [], none, none);
    expect(rows.map(({ name, state }) => `${name} ${state}`)).toEqual([
      "email proposed",
      "firstname proposed",
      "phone proposed",
    ]);
  });

  it("keep a required field whose proposal was declined, and drop another", () => {
    const rows = listRows(fields, [], none, new Set(["email", "phone"]));
    expect(rows.map(({ name, state }) => `${name} ${state}`)).toEqual(["email none", "firstname proposed"]);
  });

  it("say of a mapped field that it is gone, archived or read-only", () => {
    const mapping = ["lost", "old", "score"].map((field) => ({ field, value: { text: "x" } }));
    const faults = listRows(fields, mapping, none, none).flatMap(({ name, fault }) =>
      fault ? [`${name}: ${fault}`] : [],
    );
    expect(faults).toEqual([
      "score: This field is read-only. Choose another.",
      "old: This field was archived. Remove it, or bring it back there.",
      "lost: This field is gone. Remove it.",
    ]);
  });
});

describe("a mapping", () => {
  it("takes all proposals at once, and leaves what was chosen", () => {
    const mapping = [{ field: "firstname", value: { from: "full_name" as const } }];
    const rows = listRows(fields, mapping, none, none);
    expect(acceptAll(mapping, rows)).toEqual([...mapping, email, { field: "phone", value: { from: "phone" } }]);
  });

  it("has a field once, and loses it for nothing", () => {
    const changed = setValue([email], "email", { from: "full_name" });
    expect(changed).toEqual([{ field: "email", value: { from: "full_name" } }]);
    expect(setValue(changed, "email", null)).toEqual([]);
  });

  it("lacks what the CRM requires", () => {
    expect(findUnmapped(fields, NO_SETTINGS.leads).map(({ name }) => name)).toEqual(["email"]);
    expect(findUnmapped(fields, { ...NO_SETTINGS.leads, mapping: [email] })).toEqual([]);
  });
});
