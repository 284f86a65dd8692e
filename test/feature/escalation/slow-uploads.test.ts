import { afterAll, expect, test } from "vitest";
import { openTestHub } from "#test/support/hub.ts";

const { app } = await openTestHub({ env: { TRUSTED_PROXIES: "127.0.0.0/8" } });
const stopping = new AbortController();
afterAll(() => stopping.abort());

/** A form that says how long it is, as browsers do; or one that only begins. */
async function send(from: string, file: string | null) {
  const form = new FormData();
  form.append("json", JSON.stringify({ email: "customer@example.com", message: "Nothing arrives." }));
  if (file) form.append("files", new File([file], "log.txt"));
  const whole = new Response(form);
  const type = whole.headers.get("content-type") ?? "";
  const body = await whole.arrayBuffer();
  const headers = { "content-type": type, "content-length": String(body.byteLength), "x-forwarded-for": from };
  return app.request("/api/escalations", { method: "POST", headers, body });
}
function beginToSend(from: string) {
  const { signal } = stopping;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => new Promise((resolve) => signal.addEventListener("abort", () => resolve(controller.close()))),
  });
  const headers = { "content-type": "multipart/form-data; boundary=x", "x-forwarded-for": from };
  const init = { method: "POST", headers, body: endless, duplex: "half" } as RequestInit;
  return app.request("/api/escalations", init);
}

test("whoever sends large forms slowly holds up large ones alone, and of one address few", async () => {
  const large = "line\n".repeat(20_000);
  const slow = Array.from({ length: 8 }, (_, at) => `192.0.2.${at + 1}`);
  for (const from of [...slow, ...slow]) void beginToSend(from);
  await expect.poll(async () => (await send("192.0.2.1", large)).status).toBe(429);
  expect((await send("192.0.2.9", large)).status).toBe(503);
  for (const file of [null, "a few lines"]) expect((await send("192.0.2.9", file)).status).toBe(201);
});
