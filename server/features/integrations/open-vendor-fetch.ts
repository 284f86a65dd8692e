import type { Kept } from "#content/kept-words.ts";
import { VendorFault, vendorNotes as n } from "./vendor-fault.ts";
import type { VendorFetch, VendorReply, VendorRequest } from "./vendor-fetch.ts";
import { showVendorText } from "./vendor-text.ts";

const CALL_MS = 5000;
const MOST_BYTES = 4 * 1024 * 1024;

/** Bases are the operator's own settings and trusted; a base that a vendor gives is for its connector to check. */
export const openVendorFetch =
  (): VendorFetch =>
  async (url, request = {}) => {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), CALL_MS);
    const signal = request.signal ? AbortSignal.any([late.signal, request.signal]) : late.signal;
    try {
      return await readReply(await send(url, request, signal), request);
    } catch (error) {
      // whoever stopped it knows why
      if (request.signal?.aborted) throw request.signal.reason;
      if (late.signal.aborted) throw new VendorFault("timeout", n.late(CALL_MS / 1000));
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };

async function send(url: string, request: VendorRequest, signal: AbortSignal): Promise<Response> {
  const { method = "GET", form, json } = request;
  const headers = new Headers({ accept: "application/json" });
  let body: string | undefined;
  try {
    if (form) {
      headers.set("content-type", "application/x-www-form-urlencoded");
      body = new URLSearchParams(form).toString();
    } else if (json !== undefined) {
      headers.set("content-type", "application/json");
      body = JSON.stringify(json);
    }
    for (const [name, value] of Object.entries(request.headers ?? {})) headers.set(name, value);
    return await fetch(url, { method, headers, body: body ?? null, redirect: "manual", signal });
  } catch (error) {
    // neither the address nor the error's own text: both can hold what was sent
    throw new VendorFault("unreachable", explainFailure(error));
  }
}

async function readReply(response: Response, request: VendorRequest): Promise<VendorReply> {
  const { status, headers } = response;
  if (status >= 500 || (status >= 300 && status < 400)) {
    await response.body?.cancel();
    if (status >= 500) throw new VendorFault("vendor_down", n.answered(`${status}`), { status });
    throw new VendorFault("unreadable", n.redirected(`${status}`), { status });
  }
  const whole = await readBody(response);
  const text = showVendorText(whole, request);
  if (whole.trim() === "") return { status, headers, body: null, text };
  try {
    return { status, headers, body: JSON.parse(whole), text };
  } catch {
    // a proxy in front of the vendor says “too many” in HTML
    if (status === 429) return { status, headers, body: null, text };
    const type = headers.get("content-type")?.slice(0, 60);
    const came = type ? n.noJson(`${status}`, type, text) : n.untyped(`${status}`, text);
    throw new VendorFault("unreadable", came, { status });
  }
}

async function readBody({ status, body }: Response): Promise<string> {
  if (!body) return "";
  const decoder = new TextDecoder();
  let [bytes, text] = [0, ""];
  try {
    for await (const chunk of body) {
      bytes += chunk.byteLength;
      // leaving the loop closes the connection
      if (bytes > MOST_BYTES) throw new VendorFault("unreadable", n.tooLarge(`${status}`), { status });
      text += decoder.decode(chunk, { stream: true });
    }
  } catch (error) {
    if (error instanceof VendorFault) throw error;
    throw new VendorFault("unreadable", n.cutOff(`${status}`, bytes), { status });
  }
  return text + decoder.decode();
}

const REASONS: Record<string, Kept> = {
  ENOTFOUND: n.unknownName,
  EAI_AGAIN: n.nameNotLookedUp,
  ECONNREFUSED: n.refusesConnections,
  ECONNRESET: n.closed,
  UND_ERR_SOCKET: n.closed,
  ETIMEDOUT: n.noConnectionInTime,
  UND_ERR_CONNECT_TIMEOUT: n.noConnectionInTime,
  EHOSTUNREACH: n.noWay,
  ENETUNREACH: n.noWay,
  CERT_HAS_EXPIRED: n.certificateExpired,
  DEPTH_ZERO_SELF_SIGNED_CERT: n.certificateNotTrusted,
  SELF_SIGNED_CERT_IN_CHAIN: n.certificateNotTrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: n.certificateNotTrusted,
  ERR_TLS_CERT_ALTNAME_INVALID: n.certificateForAnother,
};

function explainFailure(error: unknown): Kept {
  const cause = error instanceof Error ? error.cause : null;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return REASONS[code] ?? (code ? n.noConnection(code) : n.notSent);
}
