import { Hono } from "hono";
import { type Caller, type CallerEnv, type KeyDeps, requireKey } from "#server/auth/require-key.ts";
import { readIdempotencyKey } from "#server/core/idempotency-key.ts";
import { describe, jsonBody, pathParams, queryParams } from "#server/core/validate.ts";
import type { CaseQuery } from "../desk/cases.schema.ts";
import type { DeskReplyInput } from "../desk/case-content.schema.ts";
import type { CaseDetail, CaseList } from "../desk/desk.schema.ts";
import { type EscalationInput, EscalationReceipt } from "../escalation/escalation.schema.ts";
import { ApiCaseDetail, ApiCaseInput, ApiCaseQuery, ApiCases, ApiReplyInput, CasePath } from "./api.schema.ts";

export type ApiCasesDeps = KeyDeps & {
  listCases: (callerId: string, query: CaseQuery) => Promise<CaseList>;
  /** @throws AppError "not_found" */
  readCase: (id: string) => Promise<CaseDetail>;
  createCase: (sent: { key: string | undefined; ipKey: string; input: EscalationInput }) => Promise<EscalationReceipt>;
  replyToCase: (id: string, by: Caller, input: DeskReplyInput) => Promise<void>;
};

/** Cases, for keys: what the desk has, without what is the desk's alone (owners, notes, deliveries). */
export const apiCaseRoutes = (deps: ApiCasesDeps) =>
  new Hono<CallerEnv>()
    .get(
      "/",
      requireKey(deps, "cases:read"),
      describe("Cases, the newest change first", { 200: ApiCases }, "cases:read"),
      queryParams(ApiCaseQuery),
      async (c) => c.json(ApiCases.parse(await deps.listCases(c.get("caller").id, c.req.valid("query")))),
    )
    .get(
      "/:id",
      requireKey(deps, "cases:read"),
      describe("A case with what was written", { 200: ApiCaseDetail }, "cases:read"),
      pathParams(CasePath),
      async (c) => c.json(await readPublic(deps, c.req.valid("param").id)),
    )
    .post(
      "/",
      requireKey(deps, "cases:write"),
      describe(
        "Open a case for a customer, who gets the receipt by mail; with an Idempotency-Key, sending again opens once",
        {
          201: EscalationReceipt,
        },
        "cases:write",
      ),
      jsonBody(ApiCaseInput),
      async (c) => {
        const { id } = c.get("caller");
        const own = readIdempotencyKey(c.req.header("idempotency-key"));
        // two programs may count from one
        const key = own && `${id}:${own}`;
        const input = { ...c.req.valid("json"), trail: [] };
        return c.json(await deps.createCase({ key, ipKey: id, input }), 201);
      },
    )
    .post(
      "/:id/replies",
      requireKey(deps, "cases:write"),
      describe("Reply to the customer under the key's name", { 201: ApiCaseDetail }, "cases:write"),
      pathParams(CasePath),
      jsonBody(ApiReplyInput),
      async (c) => {
        const { id } = c.req.valid("param");
        await deps.replyToCase(id, c.get("caller"), c.req.valid("json"));
        return c.json(await readPublic(deps, id), 201);
      },
    );

async function readPublic(deps: ApiCasesDeps, id: string): Promise<ApiCaseDetail> {
  const found = await deps.readCase(id);
  const messages = found.messages.filter(({ from }) => from !== "note");
  return ApiCaseDetail.parse({ ...found, messages });
}
