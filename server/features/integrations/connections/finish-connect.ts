import { languageOfPath } from "#content/languages.ts";
import { speakIn } from "#content/words.ts";
import { AppError } from "#server/core/errors.ts";
import { hashSecret } from "#server/core/ids.ts";
import type { Integrations } from "../open-integrations.ts";
import { VendorFault } from "../vendor-fault.ts";
import { redirectUriOf, setupPath } from "./begin-connect.ts";
import type { ConnectProblem } from "./connect-problems.values.ts";
import { findConnection } from "./find-connection.ts";
import { findWay, type Way } from "./find-way.ts";
import { keepAccess } from "./keep-access.ts";
import { openVerifier, takeState, type OauthState } from "./oauth-state.ts";
import { takeBack } from "./take-back.ts";

type Customer = { email: string; workspaceId: string; sessionId: string };
/** `url` is the callback's whole address as the customer's browser called it. */
type Answer = { integration: string; url: URL; customer: Customer | null };
/** Where the customer goes now. */
type End = { returnTo: string; problem: ConnectProblem | null; scope?: string | undefined };

/** Ends a sign-in at a CRM. What this hub did not begin, for this session and this CRM, changes nothing. */
export async function finishConnect(integrations: Integrations, { integration, url, customer }: Answer): Promise<End> {
  const elsewhere = setupPath(integration);
  const state = url.searchParams.get("state");
  if (!state) return { returnTo: elsewhere, problem: "missing" };
  const begun = await takeState(integrations.db, state);
  const refused = refuse(integrations, { integration, url, customer }, begun);
  if (!begun || !customer || refused) {
    const ours = refused !== "swapped" && refused !== "foreign";
    return { returnTo: (ours && begun?.returnTo) || elsewhere, problem: refused };
  }
  // the callback has one address; the page that they left says what they read
  const speech = integrations.speeches.of(languageOfPath(integrations.hub, begun.returnTo));
  try {
    await speakIn(speech, () => connect(integrations, begun, url, customer));
    return { returnTo: begun.returnTo, problem: null };
  } catch (error) {
    return { returnTo: begun.returnTo, ...sayProblem(error) };
  }
}

function refuse({ clock }: Integrations, answer: Answer, begun: OauthState | undefined): ConnectProblem | null {
  const { customer, integration, url } = answer;
  if (!begun) return "used";
  if (begun.integration !== integration) return "swapped";
  if (!customer) return "signed_out";
  if (begun.sessionHash !== hashSecret(customer.sessionId) || begun.workspaceId !== customer.workspaceId)
    return "foreign";
  if (begun.expiresAt <= clock.now()) return "late";
  const error = url.searchParams.get("error");
  if (error !== null) return error === "access_denied" ? "denied" : "refused";
  return url.searchParams.has("code") ? null : "missing";
}

async function connect(integrations: Integrations, begun: OauthState, url: URL, customer: Customer): Promise<void> {
  const { config, sealer, fetch } = integrations;
  const row = await findConnection(integrations, begun.workspaceId, begun.connectionId);
  const way = findWay(integrations, begun);
  if (!isIssuer(url.searchParams.get("iss"), way)) throw new WrongIssuer();
  const { verifier, otherAccount } = openVerifier(sealer, begun);
  const redirectUri = redirectUriOf(config.publicUrl, begun.integration);
  const state = url.searchParams.get("state") ?? "";
  const { site, app, connector } = way;
  const grant = await connector.finish(app, fetch, {
    kind: "callback",
    site,
    callbackUrl: url,
    redirectUri,
    state,
    verifier,
  });
  try {
    await keepAccess(integrations, { row, way, grant, email: customer.email, otherAccount });
  } catch (error) {
    // Nobody keeps it. After a passing fault it stays: a vendor may have given out once more what is in use.
    if (["wrong_account", "gone"].includes(sayProblem(error).problem ?? "")) await takeBack(integrations, way, grant);
    throw error;
  }
}

class WrongIssuer extends Error {}

/** RFC 9207: an answer that names its sender must come from where the customer was sent to. */
const isIssuer = (issuer: string | null, { site }: Way): boolean =>
  issuer === null || (URL.canParse(issuer) && new URL(issuer).origin === new URL(site.authBase).origin);

function sayProblem(error: unknown): Pick<End, "problem" | "scope"> {
  if (error instanceof WrongIssuer) return { problem: "wrong_issuer" };
  if (error instanceof VendorFault) return { problem: error.code, scope: error.scope };
  if (error instanceof AppError && error.code === "not_found") return { problem: "gone" };
  if (error instanceof AppError && error.code === "unprocessable") return { problem: "unavailable" };
  throw error;
}
