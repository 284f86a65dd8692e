import { describe, expect, it } from "vitest";
import type { ConnectionSettings, ConnectionView } from "#server/features/integrations/integrations.schema.ts";
import { findAllLacks, nextStage, walkStages } from "#site/islands/setup/stages.ts";
import { ALL_SETTINGS, FakeSetup, HUBSPOT, NO_SETTINGS, NOON, SERVICETITAN } from "#test/e2e/setup-support.ts";

const connected = (change: Partial<ConnectionView> = {}) => new FakeSetup().connect(change);
const walk = (connection: ConnectionView) => walkStages(connection, connection.draft, null);

describe("the six stages", () => {
  it("begin at choosing, where nothing is known of a connection", () => {
    const states = walkStages(null, null, null);
    expect(states.choose).toBe("current");
    expect(Object.values(states).filter((state) => state === "todo")).toHaveLength(5);
  });

  it("go on at the first one that is not done", () => {
    expect(nextStage(walk(connected()))).toBe("referrers");
    expect(nextStage(walk(connected({ draft: { ...ALL_SETTINGS, leads: NO_SETTINGS.leads } })))).toBe("leads");
  });

  it("have not qualified by a choice alone: the settings must be live, and be the ones that are shown", () => {
    const draft = ALL_SETTINGS;
    expect(walk(connected({ draft })).qualify).toBe("current");
    expect(walk(connected({ draft, saved: draft, savedAt: NOON })).qualify).toBe("done");
    const changed: ConnectionSettings = { ...draft, leads: { ...draft.leads, existing: "skip" } };
    expect(walk(connected({ draft: changed, saved: draft, savedAt: NOON })).qualify).toBe("current");
  });

  it("break at the connection when the CRM does not let us in any more, whatever was chosen", () => {
    const states = walk(connected({ state: "reconnect", draft: ALL_SETTINGS, saved: ALL_SETTINGS }));
    expect(states).toMatchObject({ choose: "done", connect: "failed", referrers: "todo", check: "todo" });
  });

  it("end with a check: a warning is good enough, a failure is not", () => {
    const own = connected({ draft: ALL_SETTINGS, saved: ALL_SETTINGS, savedAt: NOON });
    expect(walkStages(own, own.draft, "warning").check).toBe("done");
    expect(walkStages(own, own.draft, "failed").check).toBe("failed");
    expect(walkStages(own, own.draft, "unknown").check).toBe("current");
  });
});

describe("what is missing before settings can go live", () => {
  it("is nothing where everything is chosen", () => {
    expect(findAllLacks(ALL_SETTINGS, HUBSPOT)).toEqual([]);
  });

  it("is named with its stage and its field", () => {
    const lacks = findAllLacks({ ...ALL_SETTINGS, leads: NO_SETTINGS.leads, qualify: null }, HUBSPOT);
    expect(lacks.map(({ stage, field }) => `${stage} ${field}`)).toEqual([
      "leads stage",
      "leads mapping",
      "leads existing",
      "qualify stage",
    ]);
  });

  it("is no policy where the CRM looks for nobody", () => {
    const half = { ...ALL_SETTINGS.leads, object: "booking", existing: null };
    expect(findAllLacks({ ...ALL_SETTINGS, referrers: half, leads: half }, SERVICETITAN)).toEqual([]);
  });

  it("is one of the two halves where both are off", () => {
    const off = { ...NO_SETTINGS.leads, on: false };
    expect(findAllLacks({ ...ALL_SETTINGS, referrers: off, leads: off }, HUBSPOT)).toHaveLength(1);
  });
});
