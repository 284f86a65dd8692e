import type { Hub } from "#content/schema.ts";

/** Where customers go who have signed in and came from nowhere: to set a connection up, where the hub has any. */
export const afterwardsIn = ({ integrations }: Pick<Hub, "integrations">): string =>
  integrations.length > 0 ? "/setup/" : "/";
