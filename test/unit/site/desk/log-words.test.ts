import { describe, expect, test } from "vitest";
import { sayAction, sayDetail, sayObject } from "#site/desk/log-words.ts";

const entry = (action: string, detail: Record<string, unknown> | null, objectId: string | null = "esc_1") => ({
  id: "aud_1",
  at: "2026-11-23T09:00:00.000Z",
  staffId: "usr_1",
  staffName: "Ada",
  action,
  objectId,
  reference: null,
  detail,
});

const people = [{ id: "usr_2", name: "Grace" }];

describe("a line of the log", () => {
  test("says what was done, also when nobody wrote words for it", () => {
    expect(sayAction("staff.role-changed")).toBe("Role changed");
    expect(sayAction("saved-reply.tag_added")).toBe("Saved reply: tag added");
  });

  test("says the rest that was noted, but not the object's own name again", () => {
    expect(sayDetail(entry("staff.invited", { email: "x@example.com", role: "agent", again: true }), people)).toBe(
      "role agent, again yes",
    );
    expect(sayDetail(entry("staff.sign-in-failed", { count: 10 }), people)).toBe("10 times within the hour");
    expect(sayDetail(entry("staff.signed-in", { way: "oidc" }), people)).toBe("by the company account");
    expect(sayDetail(entry("case.merged", { from: ["a", "b"] }), people)).toBe("from a and b");
    // what is only an id says nothing
    const id = "0123456789abcdef0123456789abcdef";
    expect(sayDetail(entry("gap.merged", { other: `gap_${id}` }), people)).toBe("");
    expect(sayDetail(entry("webhook.replayed", { deliveryId: `out_${id}` }), people)).toBe("");
  });

  test("says a change as what it was and what it is now", () => {
    const was = { priority: "normal", tags: [], ownerId: null };
    const is = { priority: "urgent", tags: ["booking", "vip"], ownerId: "usr_2" };
    expect(sayDetail(entry("case.prioritised", { version: 2, was, is }), people)).toBe(
      "priority: normal, now urgent; tags: none, now booking and vip; owner: none, now Grace",
    );
  });

  test("says a moment as people do", () => {
    const snoozed = { version: 2, was: { snoozedUntil: null }, is: { snoozedUntil: "2026-12-07T12:00:00.000Z" } };
    expect(sayDetail(entry("case.snoozed", snoozed), people)).toMatch(
      /^snoozed until: none, now Mon,? 7 Dec, \d\d:00$/,
    );
  });

  test("names a colleague, or what it has, or its id", () => {
    expect(sayObject(entry("staff.barred", { name: "as she was called" }, "usr_2"), people)).toBe("Grace");
    expect(sayObject(entry("case.solved", { reference: "RF-1" }), people)).toBe("RF-1");
    const named = entry("saved_reply.changed", { title: "Tenant ID" }, "rpl_1");
    expect([sayObject(named, people), sayDetail(named, people)]).toEqual(["Tenant ID", ""]);
    expect(sayObject(entry("gap.dismissed", null, "gap_1"), people)).toBe("gap_1");
  });
});
