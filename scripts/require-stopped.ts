import type { Config } from "#server/core/config.ts";

/** @throws Error with `todo` where a process of this hub answers on this machine */
export async function requireStopped({ host, port }: Config, todo: string): Promise<void> {
  const own = ["0.0.0.0", "::"].includes(host) ? "127.0.0.1" : host;
  const answer = await fetch(`http://${own}:${port}/healthz`, { signal: AbortSignal.timeout(2000) }).catch(() => null);
  if (answer) throw new Error(`The hub runs on port ${port}. ${todo}`);
}
