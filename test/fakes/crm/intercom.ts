import { randomBytes } from "node:crypto";
import { type Answer, type Asked, startEmulator } from "./emulator.ts";
import { answerData, sayError, seedIntercom } from "./intercom-data.ts";
import { answerSignIn, type Codes, takeCode } from "./sign-in.ts";

type Intercom = {
  data: ReturnType<typeof seedIntercom>;
  clientId: string;
  clientSecret: string;
  codes: Codes;
  /** They last until somebody takes the app away. */
  tokens: Set<string>;
  /** Whether a person says yes or no on a page; otherwise everybody says yes. */
  asks: boolean;
};

/** Intercom, with one workspace. */
export async function startIntercom(own: Parameters<typeof seedIntercom>[0] = {}) {
  const intercom: Intercom = {
    data: seedIntercom(own),
    clientId: "intercom-acme",
    clientSecret: "intercom-secret",
    codes: new Map(),
    tokens: new Set(),
    asks: false,
  };
  return Object.assign(intercom, await startEmulator((asked) => answer(intercom, asked)));
}

function answer(intercom: Intercom, asked: Asked): Answer {
  const { data, codes, tokens, asks } = intercom;
  const { path, query, form, headers } = asked;
  if (path === "/oauth") {
    const who = `${data.login} at ${data.workspace.name}`;
    return answerSignIn({ crm: "Intercom", codes, asks, who }, query);
  }
  if (path === "/auth/eagle/token") return answerToken(intercom, form);
  if (!tokens.has(headers["authorization"]?.replace(/^Bearer /, "") ?? ""))
    return sayError(401, "unauthorized", "Access Token Invalid");
  if (headers["intercom-version"] !== "2.16")
    return sayError(400, "intercom_version_invalid", "The requested version does not exist");
  return answerData(data, asked);
}

function answerToken({ clientId, clientSecret, codes, tokens }: Intercom, form: URLSearchParams): Answer {
  if (form.get("client_id") !== clientId || form.get("client_secret") !== clientSecret)
    return { status: 401, body: { error: "invalid_client" } };
  if (!takeCode(codes, form)) return { status: 400, body: { error: "invalid_grant" } };
  const token = `dG9rO${randomBytes(32).toString("base64url")}`;
  tokens.add(token);
  return { status: 200, body: { token_type: "Bearer", token, access_token: token } };
}
