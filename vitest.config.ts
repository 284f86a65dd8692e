import { defineConfig } from "vitest/config";

/** What uses a database runs on both. */
const onDatabases = ["test/contract/**/*.test.ts", "test/feature/**/*.test.ts"];

export default defineConfig({
  test: {
    // hashing passwords and starting databases takes its time on a busy machine
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { test: { name: "unit", include: ["test/unit/**/*.test.ts"] } },
      { test: { name: "sqlite", include: onDatabases } },
      { test: { name: "postgres", include: onDatabases, globalSetup: "test/support/postgres.setup.ts" } },
    ],
  },
});
