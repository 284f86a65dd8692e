import { z } from "zod";
import type { Hub } from "#content/schema.ts";
import { findSite } from "../features/integrations/connectors/connectors.ts";
import type { Connectors } from "../features/integrations/open-integrations.ts";
import { wordsOf } from "../core/errors.ts";
import { isThisMachine } from "../core/networks.ts";
import { checkProxy } from "./check-proxy.ts";
import { ask, type Doctor, fail, type Finding, ok, warn } from "./finding.ts";

/** Every CRM that settings name an app of: is there anybody where customers sign in? */
export const checkCrms = (doctor: Doctor, hub: Hub, connectors: Connectors): Promise<Finding[]> =>
  Promise.all(
    Object.values(connectors)
      .filter(({ definition }) => doctor.config.apps[definition.id])
      .map(async (connector) => {
        const { id, sites } = connector.definition;
        try {
          await ask(doctor, (findSite(hub, connector) ?? sites[0]).authBase, { method: "HEAD" });
          return ok(id, "The app's settings are there, and the sign-in server answers.");
        } catch (error) {
          return fail(id, `${wordsOf(error)}.`, "Let this machine reach it: look at the firewall and DNS.");
        }
      }),
  );

/** The address that readers use: is the hub there, and does it know who asks? */
export async function checkAddress(doctor: Doctor): Promise<Finding[]> {
  const { publicUrl } = doctor.config;
  const { protocol, hostname } = new URL(publicUrl);
  const isLocal = isThisMachine(hostname);
  const address =
    protocol === "http:" && !isLocal
      ? warn(
          "address",
          "PUBLIC_URL is http: passwords travel in the open.",
          "Put a proxy with TLS before it, and set https://.",
        )
      : await reach(doctor, publicUrl);
  return [address, ...(await checkProxy(doctor, isLocal))];
}

async function reach(doctor: Doctor, publicUrl: string): Promise<Finding> {
  try {
    const response = await ask(doctor, `${publicUrl}/readyz`);
    if (response.ok) return ok("address", `The hub answers at ${publicUrl}.`);
    const { data: notReady } = NotReady.safeParse(await response.json().catch(() => null));
    if (notReady) return describeNotReady(publicUrl, notReady);
    return fail(
      "address",
      `${publicUrl} answers ${response.status}.`,
      "Look at the proxy: it must pass every path on.",
    );
  } catch (error) {
    return warn("address", `${wordsOf(error)}.`, whatToMend(wordsOf(error)));
  }
}

/** What Node says of a certificate that it does not take. Browsers fetch a missing part of its chain; mail servers and programs do not. */
const OF_CERTIFICATE = /\(\w*(?:CERT|ISSUER|SIGNATURE)\w*\)$/;

export const whatToMend = (says: string): string =>
  OF_CERTIFICATE.test(says)
    ? "Look at the certificate's names, end and chain: the proxy must send the ones between (fullchain.pem). One of your own CA is taken with NODE_EXTRA_CA_CERTS=FILE."
    : "Start the hub; if it runs, look at PUBLIC_URL and the proxy.";

const NotReady = z.object({ ready: z.literal(false), reasons: z.array(z.string()) });

function describeNotReady(publicUrl: string, { reasons }: z.infer<typeof NotReady>): Finding {
  const why = reasons.includes("writes") ? "it can read and not write" : `it says why: ${reasons.join(", ")}`;
  const todo = "Look at the disk, at the database and at the hub's log. It goes on by itself once it can.";
  return fail("address", `The hub answers at ${publicUrl}, and is not ready: ${why}.`, todo);
}

const SECOND = 1000;
/** Tokens and codes bear about half a minute. */
const OFF_MS = 30 * SECOND;

/** What the others' answers said of the time. */
export function checkClock({ clocks }: Doctor): Finding {
  const off = clocks.find(({ aheadMs }) => Math.abs(aheadMs) > OFF_MS);
  if (clocks.length === 0) return ok("clock", "Nobody was there to compare it with.");
  if (!off) return ok("clock", `It agrees with ${clocks[0]?.of}.`);
  const seconds = Math.round(Math.abs(off.aheadMs) / SECOND);
  const says = `It is ${seconds} seconds ${off.aheadMs > 0 ? "ahead of" : "behind"} ${off.of}.`;
  return fail("clock", says, "Let the machine keep time by NTP (timedatectl set-ntp true): sign-in fails otherwise.");
}
