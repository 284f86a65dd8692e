import type { Hono } from "hono";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** Methods that a path has a route for. Middleware (`ALL`) is not a route. */
export function allowedMethods(router: Hono["router"], path: string): string[] {
  return METHODS.filter((method) => router.match(method, path)[0].some(([[, route]]) => route.method === method));
}
