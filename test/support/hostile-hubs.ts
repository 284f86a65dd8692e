import type { Knowledge } from "#content/knowledge.ts";
import { SYSTEM_PROMPT } from "#server/features/ask/model/system-prompt.ts";
import { startModel } from "#test/fakes/model.ts";
import { listenOnLoopback } from "./ask-over-http.ts";
import { openTestHub } from "./hub.ts";

/** Secrets that no answer may tell. */
export const KEY = "sk-canary-4711";
export const SECRET = "canary-of-the-desk-sessions-0123456789";
/** What the model is told before it is asked anything, as far as its lines say something. */
export const RULES = SYSTEM_PROMPT.split("\n").filter(({ length }) => length > 30);

/** Two hubs that listen and have secrets, one without a model and one with a model that obeys anybody: `model` plays it. */
export async function openHostileHubs(knowledge: Knowledge) {
  const env = { AUTH_SECRET: SECRET, TRUSTED_PROXIES: "127.0.0.0/8", LOG_LEVEL: "error" };
  const model = await startModel();
  const withModel = {
    ...env,
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_MODEL: "tiny",
    OPENAI_API_KEY: KEY,
    TOKENS_PER_DAY: "100000000",
  };
  const open = async (settings: Record<string, string>) => {
    const hub = await openTestHub({ knowledge, env: settings });
    return { ...hub, origin: await listenOnLoopback(hub) };
  };
  return { model, plain: await open(env), obeying: await open(withModel) };
}
