import type { Config } from "../core/config.ts";
import { readSecret } from "../core/secrets.ts";
import { Seen, SEEN_HEADER, SEEN_PATH, signSeen } from "../core/seen.ts";
import { ask, type Doctor, type Finding, ok, warn } from "./finding.ts";

/** Asks the hub, by the address that readers use, who it believes is asking. */
export async function checkProxy(doctor: Doctor, isLocal: boolean): Promise<Finding[]> {
  const { publicUrl, trustedProxies } = doctor.config;
  const seen = await askSeen(doctor);
  if (seen === "refused")
    return [
      warn(
        "proxy",
        `The hub at ${publicUrl} does not know this doctor.`,
        "Run it with the settings of the service (AUTH_SECRET, DATA_DIR); an older version has to be started anew.",
      ),
    ];
  if (seen) return describeSeen(seen, publicUrl);
  if (isLocal || trustedProxies.length > 0) return [];
  return [
    warn(
      "proxy",
      "No proxy is trusted: behind one, all readers share one limit.",
      "Set TRUSTED_PROXIES to its network.",
    ),
  ];
}

export function describeSeen({ connection, isTrusted, isForwarded, address }: Seen, publicUrl: string): Finding[] {
  // the hub itself speaks http: before https there is always somebody
  const isProxied = isForwarded || publicUrl.startsWith("https:");
  if (!isProxied) return [];
  if (!isForwarded)
    return [
      warn(
        "proxy",
        `The proxy at ${connection} does not say who asks: all readers share one limit.`,
        "Let it send X-Forwarded-For (docs/running.md, Behind a proxy).",
      ),
    ];
  if (isTrusted)
    return [ok("proxy", `The one at ${connection} is trusted; the hub takes this machine for ${address}.`)];
  return [
    warn(
      "proxy",
      `The one at ${connection} is not trusted: all readers share one limit.`,
      `Add its network to TRUSTED_PROXIES, or ${connection}/${connection.includes(":") ? 128 : 32} alone, and start the hub again.`,
    ),
  ];
}

/** null: nobody was there, or it answers something else. */
async function askSeen(doctor: Doctor): Promise<Seen | "refused" | null> {
  const secret = findSecret(doctor.config);
  if (!secret) return null;
  const headers = { [SEEN_HEADER]: signSeen(secret, doctor.now()) };
  const response = await ask(doctor, doctor.config.publicUrl + SEEN_PATH, { headers }).catch(() => null);
  if (response?.status === 404) return "refused";
  const body: unknown = await response?.json().catch(() => null);
  return Seen.safeParse(body).data ?? null;
}

/** Without making one: the doctor changes nothing. */
const findSecret = ({ authSecret, dataDir }: Pick<Config, "authSecret" | "dataDir">): string | null =>
  authSecret ?? readSecret(dataDir, "auth");
