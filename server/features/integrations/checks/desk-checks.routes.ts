import { Hono, type MiddlewareHandler } from "hono";
import { eq } from "drizzle-orm";
import { inEnglish } from "#content/words.ts";
import { connections } from "#db/schema/connections.ts";
import type { StaffEnv } from "#server/auth/staff.ts";
import { hashSecret } from "#server/core/ids.ts";
import { describe, jsonBody } from "#server/core/validate.ts";
import { ConnectionCheck, Trace, TraceInput } from "../checks.schema.ts";
import { unknownConnection, type ConnectionRow } from "../connections/find-connection.ts";
import { noteEvent } from "../connections/note-event.ts";
import type { Integrations } from "../open-integrations.ts";
import { traceConnection } from "../trace/trace-connection.ts";
import { takeCheck, takeTrace } from "./checks.limits.ts";
import { collectCheck, makeCheck } from "./make-check.ts";
import type { ChecksDeps } from "./checks.deps.ts";

export type DeskChecksDeps = ChecksDeps & {
  /** Lets staff alone pass. */
  guard: MiddlewareHandler<StaffEnv>;
};

/** Staff look into any workspace's connection, and leave word of it there. */
export function deskChecksRoutes(deps: DeskChecksDeps) {
  const { db, clock } = deps.integrations;
  return new Hono<StaffEnv>()
    .basePath("/desk/connections/:id")
    .post("/check", deps.guard, describe("Check a workspace's connection", { 200: ConnectionCheck }), async (c) => {
      const row = await findAny(deps.integrations, c.req.param("id"));
      await takeCheck(deps.integrations, row.id);
      await noteEvent(db, row, { who: c.get("staff").email, what: "checked", at: clock.now() });
      return c.json(await inEnglish(() => collectCheck(makeCheck(deps, row, "staff", c.req.raw.signal))));
    })
    .post(
      "/trace",
      deps.guard,
      describe("Trace a person in a workspace's CRM", { 200: Trace }),
      jsonBody(TraceInput),
      async (c) => {
        const row = await findAny(deps.integrations, c.req.param("id"));
        const { id, email: who } = c.get("staff");
        const input = c.req.valid("json");
        await takeTrace(deps.integrations, id);
        // Who looked whom up can be told by those who know the address, and read by nobody else.
        const detail = { as: input.as, address: hashSecret(input.email.toLowerCase()) };
        await noteEvent(db, row, { who, what: "traced", at: clock.now(), detail });
        return c.json(await inEnglish(() => traceConnection(deps, row, input, c.req.raw.signal)));
      },
    );
}

async function findAny({ db }: Integrations, id: string): Promise<ConnectionRow> {
  const [row] = await db.select().from(connections).where(eq(connections.id, id));
  if (!row) throw unknownConnection();
  return row;
}
