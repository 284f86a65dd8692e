/** What a customer's assistant may do is what the customer may on the pages, joined. */
import { inEnglish } from "#content/words.ts";
import type { OwnTools } from "./features/agents/offer-own-tools.ts";
import { hashSecret } from "./core/ids.ts";
import { createEscalation } from "./features/escalation/create-escalation.ts";
import type { EscalationDeps } from "./features/escalation/open-escalation.ts";
import { takeCheck, takeTrace } from "./features/integrations/checks/checks.limits.ts";
import { collectCheck, makeCheck } from "./features/integrations/checks/make-check.ts";
import { findOwn } from "./features/integrations/connections/find-own.ts";
import { nameOf } from "./features/integrations/connections/find-way.ts";
import { traceConnection } from "./features/integrations/trace/trace-connection.ts";
import type { RouteDeps } from "./routes.ts";

export function ownTools({ checks, shutdown }: RouteDeps, escalation: EscalationDeps): OwnTools {
  const { integrations } = checks;
  return {
    async check({ workspaceId }, integration, signal) {
      const row = await findOwn(integrations, workspaceId, integration);
      await takeCheck(integrations, row.id);
      const stopped = AbortSignal.any([signal, shutdown]);
      const check = await inEnglish(() => collectCheck(makeCheck(checks, row, "customer", stopped)));
      return { name: nameOf(integrations, row.integration), check };
    },
    async trace({ workspaceId }, { integration, ...input }, signal) {
      const row = await findOwn(integrations, workspaceId, integration);
      await takeTrace(integrations, workspaceId);
      return {
        name: nameOf(integrations, row.integration),
        trace: await inEnglish(() => traceConnection(checks, row, input, signal)),
      };
    },
    askPerson({ id, email, name }, { message, subject, article }) {
      const input = { email, name: name || undefined, message, subject, articleId: article, trail: [] };
      // the same again within a day is the same case
      const key = `mcp:${id}:${hashSecret(JSON.stringify(input))}`;
      // known by their token: no proof of work
      return createEscalation({ ...escalation, proof: null }, { key, ipKey: id, input, files: [] });
    },
  };
}
