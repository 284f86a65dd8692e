/** What every connector does, and what it makes of what its CRM does to it. */
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { Call, Connector } from "#server/features/integrations/connector.ts";
import type { FaultCode } from "#server/features/integrations/integrations.values.ts";
import { VendorFault } from "#server/features/integrations/vendor-fault.ts";
import type { Emulator, Fault } from "../../fakes/crm/emulator.ts";
import { newVerifier, signIn } from "./sign-in.ts";

/** A started emulator, somebody signed in to it, and all that must never be seen. */
export type Stage = {
  emulator: Emulator;
  call: Call;
  secrets: string[];
  /** Puts a person into the CRM, under whatever they are found by. */
  addPerson: (email: string) => void;
  /** Takes away what reading fields takes, and names it; null: fields take nothing. */
  takePermission: (() => string) | null;
  /** Ends the access token's time; null: it has none. */
  expire: (() => void) | null;
  /** The customer takes the access away at the CRM. */
  takeAway: () => void;
};

/** What takes all the time that a call has: it is waited for once. */
const LATE = ["hang", "drip"] as const satisfies Fault[];
const EXPECTED: Record<Exclude<Fault, (typeof LATE)[number]>, FaultCode> = {
  html: "unreadable",
  truncated: "unreadable",
  okWithError: "unreadable",
  huge: "unreadable",
  redirect: "unreadable",
  down: "vendor_down",
  limit: "limited",
};
const STRANGE = ["ada@example.com", `o'hara"+x@example.com`, "a&b=c+d%25#@example.com", "é/ü?@example.com"];

export function connectorSuite(name: string, makeStage: () => Promise<Stage>, connector: Connector): void {
  describe(`${name}, as every CRM`, () => {
    let stage: Stage;
    beforeEach(async () => {
      stage = await makeStage();
    });
    afterEach(() => stage.emulator.close());

    const object = connector.definition.objects[0].id;
    const askAll = (call: Call) => [
      connector.check(call),
      connector.account(call),
      connector.pipelines(call, object),
      connector.fields(call, object),
      connector.findContact(call, "ada@example.com"),
      ...(connector.count ? [connector.count(call, object)] : []),
    ];

    it("tells its account, what stands for pipelines and stages, and fields", async () => {
      const { call } = stage;
      const account = await connector.account(call);
      expect([account.id, account.name]).not.toContain("");
      expect((await connector.check(call)).accountId).toBe(account.id);
      const pipelines = await connector.pipelines(call, object);
      if (connector.definition.words.pipeline === null) expect(pipelines.map(({ id }) => id)).toEqual([""]);
      expect(pipelines.flatMap(({ stages }) => stages).length).toBeGreaterThan(1);
      const fields = await connector.fields(call, object);
      expect(fields).toContainEqual(expect.objectContaining({ type: "email", writable: true, archived: false }));
    });

    it.each(STRANGE)("finds “%s”, and nobody while they are not there", async (email) => {
      expect(await connector.findContact(stage.call, email, email)).toEqual([]);
      for (const other of STRANGE) stage.addPerson(other);
      expect(await connector.findContact(stage.call, email, email)).toHaveLength(1);
    });

    it("counts those whom it has, in one call, where it can", async () => {
      const { call, emulator, addPerson } = stage;
      if (!connector.count) return;
      expect(await connector.count(call, object)).toBe(0);
      for (const email of STRANGE) addPerson(email);
      emulator.calls.length = 0;
      expect(await connector.count(call, object)).toBe(STRANGE.length);
      expect(emulator.calls).toHaveLength(1);
    });

    async function expectFault({ emulator, call, secrets }: Stage, fault: Fault, code: FaultCode): Promise<void> {
      emulator.fail(fault);
      const began = Date.now();
      // what a CRM does not have is not asked for: such a call may succeed, all others fail in the one way
      const failed = (await Promise.allSettled(askAll(call))).filter((one) => one.status === "rejected");
      expect(failed.length).toBeGreaterThan(2);
      for (const { reason } of failed) {
        expect(reason).toBeInstanceOf(VendorFault);
        expect(reason).toMatchObject({ code, retryAfter: fault === "limit" ? 7 : undefined });
        for (const secret of secrets) expect(JSON.stringify([reason.seen, reason.message])).not.toContain(secret);
      }
      expect(Date.now() - began).toBeLessThan(6000);
    }

    it.each(Object.entries(EXPECTED))(
      "says of “%s” that it is “%s”, in time, without secrets",
      (fault, code) => expectFault(stage, fault as Fault, code), // a key of EXPECTED
    );

    it(`says of ${LATE.join(" and ")} that they are late, in time, without secrets`, async () => {
      const answers = LATE.map(async (fault) => {
        const own = await makeStage();
        onTestFinished(() => own.emulator.close());
        await expectFault(own, fault, "timeout");
      });
      await Promise.all(answers);
    });

    it("names the permission that is missing", async () => {
      if (!stage.takePermission) return;
      const scope = stage.takePermission();
      await expect(connector.fields(stage.call, object)).rejects.toMatchObject({ code: "scope_missing", scope });
    });

    it("says that a token's time is over, and gets another", async () => {
      const { call, expire } = stage;
      if (!expire) return;
      expire();
      await expect(connector.account(call)).rejects.toMatchObject({ code: "expired" });
      await expect(connector.check(call)).rejects.toMatchObject({ code: "expired" });
      const grant = await connector.refresh(call.app, call.fetch, call.site, call.grant);
      expect(await connector.account({ ...call, grant })).toHaveProperty("id");
    });

    it("says that it has to be connected again once the customer took it away", async () => {
      const { call } = stage;
      stage.takeAway();
      const again = async () => {
        const grant = await connector.refresh(call.app, call.fetch, call.site, call.grant);
        return connector.account({ ...call, grant });
      };
      await expect(again()).rejects.toMatchObject({ code: "revoked" });
    });
  });

  if (connector.definition.way === "oauth") signInSuite(name, makeStage, connector);
}

function signInSuite(name: string, makeStage: () => Promise<Stage>, connector: Connector): void {
  describe(`${name}, when somebody comes back from signing in`, () => {
    const wrong = { clientId: "other", clientSecret: "other", appKey: "" };
    it.each([
      ["another state", { state: "state-2" }, "refused"],
      ["another browser's verifier", { verifier: newVerifier() }, "refused"],
      ["the wrong app", { app: wrong }, "wrong_app"],
    ])("lets nobody in with %s", async (_, change, code) => {
      const { emulator, call } = await makeStage();
      await expect(signIn(connector, call.app, call.site, change)).rejects.toMatchObject({ code });
      await emulator.close();
    });
  });
}
