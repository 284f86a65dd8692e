import { existsSync, readFileSync, statfsSync, statSync } from "node:fs";
import path from "node:path";
import { isPostgres, toPath } from "#db/to-path.ts";
import { findMistypedSettings } from "../core/mistyped-settings.ts";
import { secretsFolder } from "../core/secrets.ts";
import { ROOT } from "../core/settings.ts";
import { findObstacle } from "./find-obstacle.ts";
import { type Doctor, fail, type Finding, ok, warn } from "./finding.ts";

const MEGABYTE = 1024 * 1024;
const LITTLE_MB = 1024;
const TOO_LITTLE_MB = 100;
const DIFFERENT_CHARACTERS = 10;

export type Machine = {
  /** Where the `.env` is. */
  root?: string | undefined;
  /** What a build that is made now would be called. */
  inputs?: string | undefined;
};

/** Space, the build, who may read what, and secrets that one could guess. */
export function checkMachine({ config }: Doctor, { root = ROOT, inputs = "" }: Machine): Finding[] {
  return [
    checkDisk(config.dataDir),
    checkBuild(config.buildsDir, inputs),
    checkRights(config, root),
    checkSecrets(config),
    ...findMistypedSettings(root).map((says) => warn("settings", says, "Write its name as .env.example does.")),
  ];
}

function checkDisk(dataDir: string): Finding {
  const obstacle = findObstacle(dataDir);
  if (obstacle)
    return fail(
      "disk",
      `Nothing can be kept in DATA_DIR (${dataDir}): ${obstacle}.`,
      "Make it, and give it to the user that the hub runs as; or run the doctor as that user.",
    );
  if (!existsSync(dataDir)) return warn("disk", "DATA_DIR is not there yet.", "npm start makes it.");
  const { bavail, bsize } = statfsSync(dataDir);
  return describeSpace(Math.floor((bavail * bsize) / MEGABYTE));
}

export function describeSpace(free: number): Finding {
  const todo = "Make room where DATA_DIR is: a full disk takes no cases.";
  if (free < TOO_LITTLE_MB) return fail("disk", `${free} MB are left.`, todo);
  return free < LITTLE_MB ? warn("disk", `${free} MB are left.`, todo) : ok("disk", `${free} MB are free.`);
}

function checkBuild(buildsDir: string, inputs: string): Finding {
  const pointer = path.join(buildsDir, "current");
  const id = existsSync(pointer) ? readFileSync(pointer, "utf8").trim() : "";
  if (!id) return fail("pages", "They have not been built.", "npm run build, or npm start, which builds first.");
  if (!existsSync(path.join(buildsDir, id, "knowledge.json")))
    return fail("pages", "The last build is not whole.", "npm run build makes a new one.");
  if (id.startsWith(inputs)) return ok("pages", "They are built.");
  const todo = "npm run build makes new ones, or says what is wrong with the content.";
  return warn("pages", "They are of an earlier state of the content or the program.", todo);
}

function checkRights({ dataDir, databaseUrl }: Doctor["config"], root: string): Finding {
  const database = isPostgres(databaseUrl) ? [] : [toPath(databaseUrl)];
  const files = [path.join(root, ".env"), secretsFolder(dataDir), ...database];
  // Windows has no such bits
  const open = process.platform === "win32" ? [] : files.filter((file) => existsSync(file) && isOpen(file));
  if (open.length === 0) return ok("file rights", "Settings, keys and database are the owner's only.");
  return warn("file rights", `Others on this machine may read ${open.join(", ")}.`, `chmod go-rwx ${open.join(" ")}`);
}

const isOpen = (file: string): boolean => (statSync(file).mode & 0o077) !== 0;

function checkSecrets({ authSecret, customers, webhook, metricsToken }: Doctor["config"]): Finding {
  const given = {
    AUTH_SECRET: authSecret,
    WORKSPACE_JWT_SECRET: customers.secret,
    WEBHOOK_SECRET: webhook?.secret,
    METRICS_TOKEN: metricsToken,
  };
  const weak = Object.entries(given).flatMap(([name, secret]) =>
    secret && new Set(secret).size < DIFFERENT_CHARACTERS ? [name] : [],
  );
  if (weak.length === 0) return ok("secrets", "None looks easy to guess.");
  return warn("secrets", `${weak.join(", ")} can be guessed.`, "openssl rand -base64 32 makes a better one.");
}
