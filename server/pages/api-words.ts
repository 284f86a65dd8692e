import { html } from "hono/html";

export const apiIntroduction = (publicUrl: string) =>
  html`<h2 id="begin">Begin</h2>
    <p>
      An admin makes a key at the <a href="/desk/?view=api">desk, under API</a>, and chooses what it may. It stands in a
      header of each request, and nowhere else: not in an address, not in a page.
    </p>
    <pre tabindex="0"><code>curl -H "Authorization: Bearer hr_…" ${publicUrl}/api/v1/cases?state=new</code></pre>
    <p>
      The same as <a href="/api/openapi.json">OpenAPI 3.1</a>. In JavaScript, <code>handrail/client</code> has all of it
      with types. Of one key, 300 requests a minute are taken, and what costs more has the limits that readers have.
    </p>`;

export const hooksIntroduction = html`<p>
  The hub posts each event to the addresses that an admin adds at the <a href="/desk/?view=api">desk</a>, as
  <code>{"type", "version", "timestamp", "data"}</code>, signed as
  <a href="https://www.standardwebhooks.com">Standard Webhooks</a>: check <code>webhook-signature</code> with the
  webhook's secret before you believe it. Answer with 2xx within 15 seconds. What is not taken comes again, for about
  two and a half days, always under the same <code>webhook-id</code>: have each one once. Fields may be added to an
  event.
</p>`;

export const apiMistakes = html`<h2 id="mistakes">What went wrong</h2>
  <p>
    Every refusal is a problem (RFC 9457, <code>application/problem+json</code>): <code>status</code>, a
    <code>code</code> for programs, a <code>detail</code> for people, <code>errors</code> with the fields that were
    wrong, and an <code>instance</code> that our log knows it by. 401: the key is missing, revoked or has expired. 403:
    it may not do this. 429: too much at once; <code>Retry-After</code> says for how many seconds to wait.
  </p>
  <p>
    To open a case, send an <code>Idempotency-Key</code> of 8 to 200 characters: the same request under it opens one
    case, however often it is sent within a day.
  </p>`;
