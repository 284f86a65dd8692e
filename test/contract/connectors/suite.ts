/** What every connector does with what its CRM does to it. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Call, Connector } from "#server/features/integrations/connector.ts";
import type { FaultCode } from "#server/features/integrations/integrations.values.ts";
import { VendorFault } from "#server/features/integrations/vendor-fault.ts";
import type { Emulator, Fault } from "../../fakes/crm/emulator.ts";

/** A started emulator, somebody signed in to it, and all that must never be seen. */
export type Stage = { emulator: Emulator; call: Call; secrets: string[] };

const EXPECTED: Record<Fault, FaultCode> = {
  hang: "timeout",
  drip: "timeout",
  html: "unreadable",
  truncated: "unreadable",
  okWithError: "unreadable",
  huge: "unreadable",
  redirect: "unreadable",
  down: "vendor_down",
  limit: "limited",
};

export function connectorSuite(name: string, makeStage: () => Promise<Stage>, connector: Connector): void {
  describe(`${name}, when its CRM fails`, () => {
    let stage: Stage;
    beforeEach(async () => {
      stage = await makeStage();
    });
    afterEach(() => stage.emulator.close());

    it.each(Object.entries(EXPECTED))(
      "says of “%s” that it is “%s”, in time and without secrets",
      async (fault, code) => {
        stage.emulator.fail(fault as Fault); // a key of EXPECTED
        const { call, secrets } = stage;
        const object = connector.definition.objects[0].id;
        const began = Date.now();
        const asked = [
          connector.account(call),
          connector.pipelines(call, object),
          connector.fields(call, object),
          connector.findContact(call, "ada@example.com"),
        ];
        // what a CRM does not have is not asked for: such a call may succeed, all others fail in the one way
        const failed = (await Promise.allSettled(asked)).filter((one) => one.status === "rejected");
        expect(failed.length).toBeGreaterThan(0);
        for (const { reason } of failed) {
          expect(reason).toBeInstanceOf(VendorFault);
          expect(reason).toMatchObject({ code });
          for (const secret of secrets) expect(JSON.stringify([reason.seen, reason.message])).not.toContain(secret);
        }
        expect(Date.now() - began).toBeLessThan(6000);
      },
    );
  });

  describe(`${name}, asked for a person`, () => {
    let stage: Stage;
    beforeEach(async () => {
      stage = await makeStage();
    });
    afterEach(() => stage.emulator.close());

    it.each(["nobody@example.com", `o'hara"+x@example.com`, "a&b=c+d@example.com"])(
      "finds nobody with an unknown address: %s",
      async (email) => {
        expect(await connector.findContact(stage.call, email)).toEqual([]);
      },
    );
  });
}
