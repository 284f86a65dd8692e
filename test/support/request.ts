/** What `app.request` and `fetch` take to send something. */
type Headers = Record<string, string>;
type Sent = { method: string; headers: Headers; body?: string };

/** JSON, or nothing where there is no body. */
export const withJson = (method: string, body?: unknown, headers: Headers = {}): Sent =>
  body === undefined
    ? { method, headers }
    : { method, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) };

/** Fields as a page without script sends them. */
export const withForm = (fields: Record<string, string>, headers: Headers = {}): Sent => ({
  method: "POST",
  headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
  body: new URLSearchParams(fields).toString(),
});
