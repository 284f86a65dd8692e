/** What a connector sends. `form` is sent urlencoded, `json` as JSON. */
export type VendorRequest = {
  method?: "GET" | "POST" | "DELETE";
  headers?: Record<string, string>;
  form?: Record<string, string>;
  json?: unknown;
  signal?: AbortSignal | undefined;
};

/** What came back, whatever its status. `body` is parsed JSON; null for an empty body. `text` is the beginning of what came. */
export type VendorReply = { status: number; headers: Headers; body: unknown; text: string };

/**
 * Speaks JSON with a CRM. Five seconds a call, redirects are not followed, at most 4 MB are read.
 * @throws VendorFault `timeout`, `unreachable`, `vendor_down` (5xx) or `unreadable` (not JSON, cut off, too large, a redirect)
 */
export type VendorFetch = (url: string, request?: VendorRequest) => Promise<VendorReply>;
