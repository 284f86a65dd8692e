import { describe, expect, it } from "vitest";
import type { Hub } from "#content/schema.ts";
import { describeHours } from "#site/support-hours.ts";

const support: Hub["support"] = {
  email: "support@example.com",
  timeZone: "America/New_York",
  days: ["mon", "tue", "wed", "thu", "fri"],
  from: "09:00",
  to: "17:30",
  answerWithinHours: 4,
  holidays: [],
};

describe("when people answer", () => {
  it("says days that follow each other as a span", () => {
    expect(describeHours(support)).toBe("Answers within 4 working hours, Monday to Friday, 9:00 to 17:30 in New York.");
  });

  it("lists days that do not", () => {
    expect(describeHours({ ...support, days: ["sat", "mon", "wed"], answerWithinHours: 1 })).toBe(
      "Answers within 1 working hour, Monday, Wednesday and Saturday, 9:00 to 17:30 in New York.",
    );
  });
});
