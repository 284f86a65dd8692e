/** Which of its places a hub has: what nobody wrote, and what its product does not connect to, is not offered. */
import { listLearn } from "#site/articles/library.ts";
import { hub } from "#site/settings.ts";

/** Setup and Status are about these. */
export const hasIntegrations = hub.integrations.length > 0;
export const hasLearn = async (): Promise<boolean> => (await listLearn()).length > 0;
