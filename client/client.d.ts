import type { Client } from "openapi-fetch";
import type { paths } from "./released.d.ts";

export type { HookEvent, paths } from "./released.d.ts";
export type HandrailClient = Client<paths>;

export type ClientOptions = {
  /** Address of the hub, such as https://help.example.com. */
  url: string;
  /** A key that an admin made at the desk; what readers may needs none. Not for browsers: who has it can use it. */
  key?: string;
  /** In place of the global one. */
  fetch?: (request: Request) => Promise<Response>;
};

/**
 * All that is released of a hub's API, with types. A refusal is an `error`, which is a problem (RFC 9457), not thrown:
 * `const { data, error } = await createClient({ url, key }).GET("/v1/cases", { params: { query: { state: "new" } } })`
 */
export declare const createClient: (options: ClientOptions) => HandrailClient;
