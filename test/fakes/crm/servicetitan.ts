import { randomBytes } from "node:crypto";
import { type Answer, type Asked, startEmulator } from "./emulator.ts";
import { answerTenant, sayProblem, seedServiceTitan, type ServiceTitanData } from "./servicetitan-data.ts";

/** ServiceTitan, with one tenant and the operator's app. */
export async function startServiceTitan(own: Partial<ServiceTitanData> = {}) {
  const data = seedServiceTitan(own);
  /** Until when each token lasts. */
  const tokens = new Map<string, number>();
  const servicetitan = { data, tokens, seconds: 900 };
  return Object.assign(servicetitan, await startEmulator((asked) => answer(servicetitan, asked)));
}

type ServiceTitan = { data: ServiceTitanData; tokens: Map<string, number>; seconds: number };

function answer({ data, tokens, seconds }: ServiceTitan, { path, query, form, headers }: Asked): Answer {
  if (path === "/connect/token") {
    if (form.get("client_id") !== data.clientId || form.get("client_secret") !== data.clientSecret) {
      return { status: 400, body: { error: "invalid_client" } };
    }
    const token = `eyJ.${randomBytes(32).toString("base64url")}`;
    tokens.set(token, Date.now() + seconds * 1000);
    return { status: 200, body: { access_token: token, expires_in: seconds, token_type: "Bearer", scope: "" } };
  }
  const appKey = headers["st-app-key"];
  if (!appKey) return sayProblem(401, "Application key not present, check ST-App-Key header value.");
  if (appKey !== data.appKey) return sayProblem(401, "Application key is not valid, check ST-App-Key header value.");
  const until = tokens.get(headers["authorization"]?.replace(/^Bearer /, "") ?? "") ?? 0;
  if (until <= Date.now()) return sayProblem(401, "Unauthorized");
  return answerTenant(data, path, query);
}
