import type { VendorRequest } from "./vendor-fetch.ts";

const SHOWN = 120;
/** Tokens in a vendor's answer, also where it is cut off in the middle of one. */
const NAMED_SECRET = /("(?:[a-z]+_)?(?:token|secret|code|verifier|password)"\s*:\s*)"[^"]*"?/gi;
const SECRET_FIELDS = ["client_secret", "refresh_token", "code", "code_verifier", "token", "access_token"];
const SECRET_HEADERS = ["authorization", "st-app-key"];

/** The beginning of what a vendor said, as it may be shown: on one line, without secrets that were sent or came back. */
export function showVendorText(text: string, request: VendorRequest): string {
  let shown = text.replace(NAMED_SECRET, '$1"[hidden]"');
  for (const secret of findSecrets(request)) shown = shown.replaceAll(secret, "[hidden]");
  return shown.replace(/\s+/g, " ").trim().slice(0, SHOWN);
}

function findSecrets({ headers = {}, form = {} }: VendorRequest): string[] {
  const sent = Object.entries(headers).filter(([name]) => SECRET_HEADERS.includes(name.toLowerCase()));
  const given = Object.entries(form).filter(([name]) => SECRET_FIELDS.includes(name));
  // short ones would hide half of what was said
  return [...sent, ...given].map(([, value]) => value.replace(/^(Bearer|Basic) /i, "")).filter((v) => v.length >= 6);
}
