/** How pages reach the API: `fetch`, with what goes along each time. */
const along = new Map<string, string>();

/** From now on a header goes with every call; null takes it away. For the widget's frame, which may have no cookies. */
export function sendAlong(name: string, value: string | null): void {
  if (value === null) along.delete(name);
  else along.set(name, value);
}

export function callHub(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  if (along.size === 0) return fetch(input, init);
  const headers = new Headers(init.headers);
  for (const [name, value] of along) headers.set(name, value);
  return fetch(input, { ...init, headers });
}
