/** Somebody at the hub, with the cookies that a browser would keep. */
export type Visitor = {
  post<T>(path: string, body?: unknown): Promise<T>;
  put<T>(path: string, body: unknown): Promise<T>;
  get<T>(path: string): Promise<T>;
  /** Follows every redirect, at whatever host, and gives the last address. */
  walk(url: string): Promise<string>;
};

const MOST_REDIRECTS = 10;

/** `url`: the hub's, without a slash at the end. Every refusal is thrown with what the hub said. */
export function openVisitor(url: string): Visitor {
  const cookies = new Map<string, string>();
  async function ask(address: string, init: RequestInit = {}): Promise<Response> {
    const atHub = address.startsWith(url);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...(atHub && cookie && { cookie }), origin: url, accept: "application/json, text/html" };
    const response = await fetch(address, {
      ...init,
      redirect: "manual",
      headers: { ...headers, ...(init.body && { "content-type": "application/json" }) },
    });
    if (!atHub) return response;
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  }
  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await ask(`${url}${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 300)}`);
    return (text === "" ? null : JSON.parse(text)) as T; // the route's own schema
  }
  return {
    get: (path) => call("GET", path),
    post: (path, body) => call("POST", path, body),
    put: (path, body) => call("PUT", path, body),
    async walk(start) {
      let address = start;
      for (let step = 0; step < MOST_REDIRECTS; step++) {
        const response = await ask(address);
        await response.body?.cancel();
        const next = response.headers.get("location");
        if (!next) return address;
        address = new URL(next, address).href;
      }
      throw new Error(`${start} leads in circles.`);
    },
  };
}
