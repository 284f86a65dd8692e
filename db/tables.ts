import { is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import * as api from "./schema/api.ts";
import * as articles from "./schema/articles.ts";
import * as ask from "./schema/ask.ts";
import * as attachments from "./schema/attachments.ts";
import * as audit from "./schema/audit.ts";
import * as auth from "./schema/auth.ts";
import * as cases from "./schema/cases.ts";
import * as connections from "./schema/connections.ts";
import * as embeddings from "./schema/embeddings.ts";
import * as escalation from "./schema/escalation.ts";
import * as feedback from "./schema/feedback.ts";
import * as gaps from "./schema/gaps.ts";
import * as idempotency from "./schema/idempotency.ts";
import * as limits from "./schema/limits.ts";
import * as outbox from "./schema/outbox.ts";
import * as reports from "./schema/reports.ts";
import * as retention from "./schema/retention.ts";
import * as settings from "./schema/settings.ts";
import * as staff from "./schema/staff.ts";
import * as status from "./schema/status.ts";
import * as workspaces from "./schema/workspaces.ts";

const areas = [
  api,
  articles,
  ask,
  attachments,
  audit,
  auth,
  cases,
  connections,
  embeddings,
  escalation,
  feedback,
  gaps,
  idempotency,
  limits,
  outbox,
  reports,
  retention,
  settings,
  staff,
  status,
  workspaces,
];

/** Every table there is: what migrations are made from. */
export const tables: SQLiteTable[] = areas.flatMap((area) =>
  Object.values<unknown>(area).filter((value): value is SQLiteTable => is(value, SQLiteTable)),
);
