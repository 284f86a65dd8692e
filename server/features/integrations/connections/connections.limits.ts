import { takeLimit } from "#server/limits/limits.ts";
import type { Integrations } from "../open-integrations.ts";

const MINUTE = 60;
/** More than anybody does by hand, less than a vendor's limit for the operator's app. */
const LIMITS = {
  connect: { limit: 30, windowSeconds: 60 * MINUTE },
  credentials: { limit: 20, windowSeconds: 60 * MINUTE },
  tenant: { limit: 10, windowSeconds: 24 * 60 * MINUTE },
  options: { limit: 60, windowSeconds: 5 * MINUTE },
  count: { limit: 60, windowSeconds: 5 * MINUTE },
  draft: { limit: 300, windowSeconds: 5 * MINUTE },
} as const;

/** What a workspace does with its connections. @throws AppError "limited" */
export const takeStep = ({ db, clock }: Integrations, step: keyof typeof LIMITS, workspaceId: string): Promise<void> =>
  takeLimit(db, clock, { key: `connection-${step}:${workspaceId}`, ...LIMITS[step] });
