// PROVISIONAL: stands in until the shared file is there; drop this one when rebasing.
import { VendorFault } from "./vendor-fault.ts";
import type { VendorFetch } from "./vendor-fetch.ts";
export const openVendorFetch =
  (): VendorFetch =>
  async (url, request = {}) => {
    const r = await fetch(url, {
      method: request.method ?? "GET",
      redirect: "manual",
      headers: { ...request.headers, ...(request.form ? { "content-type": "application/x-www-form-urlencoded" } : {}) },
      body: request.form ? new URLSearchParams(request.form).toString() : undefined,
      signal: request.signal,
    });
    const text = await r.text();
    if (r.status >= 500) throw new VendorFault("vendor_down", `${r.status}`);
    let body: unknown = null;
    try {
      if (text) body = JSON.parse(text);
    } catch {
      throw new VendorFault("unreadable", text.slice(0, 100));
    }
    return { status: r.status, headers: r.headers, body, text };
  };
