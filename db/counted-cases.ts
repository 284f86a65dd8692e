/** Which cases count: of two that were merged one, and none that is junk. */
import { and, isNull, type SQL } from "drizzle-orm";
import { escalations } from "./schema/escalation.ts";

export const isCounted = (): SQL | undefined => and(isNull(escalations.junkAt), isNull(escalations.mergedInto));
