import createFetchClient from "openapi-fetch";

/** @type {import("./client.d.ts").createClient} */
export const createClient = ({ url, key, fetch }) =>
  createFetchClient({
    baseUrl: `${url.replace(/\/+$/, "")}/api`,
    headers: key ? { authorization: `Bearer ${key}` } : {},
    ...(fetch && { fetch }),
  });
