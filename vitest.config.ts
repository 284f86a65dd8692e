import { defineConfig } from "vitest/config";

/** What uses a database runs on both; how a database fails is each one's own. */
const include = ["test/{contract,feature,faults}/**/*.test.ts"];
const sqlite = { name: "sqlite", include, exclude: ["test/contract/postgres/**"] };
/** How a model fails, and what strangers ask, is the same on both: these take minutes, and once is enough. */
const ofModels = "test/feature/ask/{hostile-articles,hostile-questions,misbehaving-model,model-log,follow-up}.test.ts";
const withoutDatabase = ["test/contract/connectors/**", "test/contract/mailboxes.test.ts"];
const postgres = { name: "postgres", include, exclude: ["test/contract/sqlite/**", ...withoutDatabase, ofModels] };

export default defineConfig({
  test: {
    // on two cores its own choice is one; many tests wait rather than work
    maxWorkers: 2,
    // each file of its own process would load the whole server again: two thirds of the time
    isolate: false,
    // hashing passwords and starting databases takes its time on a busy machine
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { test: { name: "unit", include: ["test/unit/**/*.test.ts"] } },
      { test: sqlite },
      { test: { ...postgres, globalSetup: "test/support/postgres.setup.ts" } },
    ],
  },
});
