import { describe, expect, it } from "vitest";
import { sayDay, sayMoment } from "#server/core/local-time.ts";

const zone = "Africa/Johannesburg";
const now = new Date("2026-11-23T21:30:00Z");
const say = (at: string) => sayDay(new Date(at), now, zone);

describe("a time as people in one place say it", () => {
  it("names near days, by that place's midnight", () => {
    expect(say("2026-11-23T06:00Z")).toBe("today");
    expect(say("2026-11-23T22:30Z")).toBe("tomorrow");
    expect(say("2026-11-22T21:59Z")).toBe("yesterday");
  });
  it("names other days in full, with the year when it is far", () => {
    expect(say("2026-11-27T10:00Z")).toBe("Friday 27 November");
    expect(say("2025-03-27T10:00Z")).toBe("Thursday 27 March 2025");
  });
  it("says whose time it is", () => {
    expect(sayMoment(new Date("2026-11-24T07:41Z"), now, zone)).toBe("tomorrow at 09:41 (Johannesburg time)");
  });
});
