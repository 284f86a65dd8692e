import { is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import * as ask from "./schema/ask.ts";
import * as auth from "./schema/auth.ts";
import * as connections from "./schema/connections.ts";
import * as embeddings from "./schema/embeddings.ts";
import * as escalation from "./schema/escalation.ts";
import * as feedback from "./schema/feedback.ts";
import * as idempotency from "./schema/idempotency.ts";
import * as limits from "./schema/limits.ts";
import * as outbox from "./schema/outbox.ts";
import * as settings from "./schema/settings.ts";
import * as status from "./schema/status.ts";
import * as workspaces from "./schema/workspaces.ts";

const areas = [
  ask,
  auth,
  connections,
  embeddings,
  escalation,
  feedback,
  idempotency,
  limits,
  outbox,
  settings,
  status,
  workspaces,
];

/** Every table there is: what migrations are made from. */
export const tables: SQLiteTable[] = areas.flatMap((area) =>
  Object.values<unknown>(area).filter((value): value is SQLiteTable => is(value, SQLiteTable)),
);
