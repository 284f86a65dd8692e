/** Milliseconds that a Retry-After header asks for: seconds or a date; 0 without one, or with one that says nothing. */
export function readRetryAfter(header: string | null | undefined): number {
  const said = header?.trim();
  if (!said) return 0;
  const wait = /^\d+(?:\.\d+)?$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now();
  return wait > 0 ? wait : 0; // a date that is none compares false
}
