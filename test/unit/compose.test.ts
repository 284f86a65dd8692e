/** compose.yaml and the Dockerfile are held to what the hub knows: no engine is needed for that. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { ROOT, SETTINGS } from "#server/core/settings.ts";
import { SERVER_FLAGS } from "../../scripts/server-flags.mjs";

const Service = z.strictObject({
  image: z.string().optional(),
  build: z
    .strictObject({
      context: z.string(),
      args: z.record(z.string(), z.string()),
      additional_contexts: z.record(z.string(), z.string()),
    })
    .optional(),
  profiles: z.array(z.string()).optional(),
  ports: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  env_file: z.array(z.object({ path: z.string(), required: z.boolean() })).optional(),
  volumes: z.array(z.string()).optional(),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string()).optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  restart: z.string().optional(),
  stop_grace_period: z.string().optional(),
});
const text = readFileSync(path.join(ROOT, "compose.yaml"), "utf8");
const { services, volumes } = z
  .strictObject({ services: z.record(z.string(), Service), volumes: z.record(z.string(), z.null()) })
  .parse(parse(text));
const dockerfile = readFileSync(path.join(ROOT, "Dockerfile"), "utf8");

test("the hub runs alone; PostgreSQL and Ollama are profiles of their own", () => {
  const profiles = Object.fromEntries(Object.entries(services).map(([name, { profiles: list }]) => [name, list ?? []]));
  expect(profiles).toEqual({ hub: [], postgres: ["postgres"], ollama: ["ollama"] });
});

test("every setting that it gives the hub is one, and is of a form that the hub takes", () => {
  const given = services["hub"]?.environment ?? {};
  expect(Object.keys(given).filter((name) => !(name in SETTINGS))).toEqual([]);
  for (const [name, value] of Object.entries(given)) {
    const fallback = /^\$\{\w+:-(.*)\}$/.exec(value)?.[1] ?? value;
    const { schema } = SETTINGS[name as keyof typeof SETTINGS]; // looked up above
    if (fallback) expect(schema.safeParse(fallback).success, `${name}=${fallback}`).toBe(true);
  }
  // settings that the comments tell to set
  for (const [, name = ""] of text.matchAll(/^ *#.*?\b([A-Z_]+_[A-Z_]+)=/gm)) expect(SETTINGS).toHaveProperty(name);
});

test("where things are within the container is said there, whatever .env says", () => {
  const { environment = {}, build } = services["hub"] ?? {};
  const sets = /^ENV NODE_ENV=.*$/m.exec(dockerfile)?.[0] ?? "";
  const inImage = Object.fromEntries([...sets.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name, value]));
  const places = Object.keys(SETTINGS).filter((name) => name === "HOST" || name === "PORT" || name.endsWith("_DIR"));
  expect(places.toSorted()).toEqual(["BUILDS_DIR", "CONTENT_DIR", "DATA_DIR", "HOST", "PORT"]);
  for (const name of places) expect([name, environment[name]]).toEqual([name, inImage[name]]);
  // the stage that another folder takes the place of
  expect(dockerfile).toContain("FROM scratch AS content");
  expect(build?.additional_contexts).toEqual({ content: "${CONTENT_DIR:-./content}" });
});

test("it publishes to this machine only, writes to its volume only, and every volume is there", () => {
  const { hub } = services;
  expect(hub?.ports).toEqual(["127.0.0.1:4321:4321"]);
  expect(hub).toMatchObject({ read_only: true, cap_drop: ["ALL"], security_opt: ["no-new-privileges:true"] });
  const used = Object.values(services).flatMap(({ volumes: list = [] }) =>
    list.map((volume) => volume.split(":", 1)[0]),
  );
  expect(used.toSorted()).toEqual(Object.keys(volumes).toSorted());
});

test("the Dockerfile sets settings that there are, copies what is there, and does not run as root", () => {
  const sets = [...dockerfile.matchAll(/^ENV (.*)$/gm)].flatMap(([, list = ""]) => list.split(" "));
  const names = sets.map((pair) => pair.split("=", 1)[0] ?? "").filter((name) => name !== "NODE_ENV");
  expect(names.filter((name) => !(name in SETTINGS))).toEqual([]);
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(([, list = ""]) => list.split(" "));
  expect(copied.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  const run = [...dockerfile.matchAll(/"?node"?,? (?:"--\S+", )*"?((?:scripts|server)\/[\w.-]+)/g)].map(
    ([, file = ""]) => file,
  );
  expect(run).toEqual(["scripts/build.mjs", "server/main.ts"]);
  expect(run.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  expect(dockerfile).toContain(
    `CMD ${JSON.stringify(["node", ...SERVER_FLAGS, "server/main.ts"]).replaceAll(",", ", ")}`,
  );
  expect(dockerfile).toMatch(/^HEALTHCHECK .*\/healthz'/m);
  expect(dockerfile.lastIndexOf("USER node")).toBeGreaterThan(dockerfile.lastIndexOf("FROM "));
});
