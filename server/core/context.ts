import type { HttpBindings } from "@hono/node-server";
import type { Log } from "./log.ts";

/** Who asks. `id` is null until the first vote; `ipKey` names the address for limits (IPv6 by /64). */
export type Visitor = {
  id: string | null;
  ipKey: string;
  /** The languages that the browser asks for, such as "de-AT", the most wanted first. */
  languages?: string[];
};

/** What every route can read: `new Hono<VisitorEnv>()`, `c.get("visitor")`. */
export type VisitorEnv = {
  /** Absent in tests that go through app.request(). */
  Bindings: Partial<HttpBindings>;
  Variables: { requestId: string; log: Log; publicUrl: string; address: string; visitor: Visitor };
};
