import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where tests make their databases; there only in the project `postgres`. */
    postgres: string | undefined;
  }
}

/** One PostgreSQL for the run; every test file makes a database of its own in it. */
export default async function setup(project: TestProject) {
  const postgres = await startPostgres();
  project.provide("postgres", postgres.url);
  return postgres.stop;
}
