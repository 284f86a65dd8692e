// A registry mirror may lack other platforms' binaries; npm then leaves them out of the lock, and `npm ci` fails
// wherever it sees them (EUSAGE), or takes another version's binary. This adds an entry for each:
//   node scripts/complete-lock.mjs           completes package-lock.json
//   node scripts/complete-lock.mjs --check   says what is missing and exits 1
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./run.mjs";

const SYSTEMS = {
  darwin: "darwin",
  linux: "linux",
  win32: "win32",
  windows: "win32",
  android: "android",
  freebsd: "freebsd",
  openbsd: "openbsd",
  netbsd: "netbsd",
  openharmony: "openharmony",
  sunos: "sunos",
  aix: "aix",
};
const PROCESSORS = ["x64", "arm64", "arm", "ia32", "ppc64", "riscv64", "s390x", "loong64", "mips64el", "wasm32"];
const EXACT = /^\d+\.\d+\.\d+[\w.+-]*$/;

/** What a binary package's name says of its platform: `@oxlint/binding-linux-x64-musl` → os, cpu and libc. */
function readPlatform(name) {
  const words = name.split(/[/-]/);
  const system = words.find((word) => word in SYSTEMS);
  const cpu = words.find((word) => PROCESSORS.includes(word));
  if (!cpu) throw new Error(`"${name}" is missing in the lock, and its name does not say for which platform it is`);
  const libc = { gnu: "glibc", musl: "musl" }[words.at(-1)];
  return {
    cpu: [cpu],
    ...(libc && system === "linux" && { libc: [libc] }),
    ...(system && { os: [SYSTEMS[system]] }),
  };
}

/** The path of the entry that Node would load as `name` from `from`, or undefined. */
function findEntry(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    const entry = `${folder}${folder ? "/" : ""}node_modules/${name}`;
    if (packages[entry]) return entry;
    if (!folder) return undefined;
  }
}

/** Entries that optional dependencies ask for and the lock lacks, or has in another version: path → entry. */
function findMissing(packages) {
  const missing = {};
  for (const [from, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const found = findEntry(packages, from, name);
      if (found && (!EXACT.test(version) || packages[found].version === version)) continue;
      const place = found ? `${from}/node_modules/${name}` : `node_modules/${name}`;
      missing[place] = { version, ...readPlatform(name), ...(dev && { dev }), optional: true };
    }
  }
  return missing;
}

function main(lockFile, checkOnly) {
  const lock = JSON.parse(readFileSync(lockFile, "utf8"));
  const missing = findMissing(lock.packages);
  const places = Object.keys(missing);
  const hosts = Object.entries(lock.packages).filter(([, entry]) => /^https?:/.test(entry.resolved ?? ""));
  for (const [, entry] of hosts) delete entry.resolved;

  if (places.length + hosts.length === 0) return console.log("package-lock.json is complete");
  if (checkOnly) {
    console.error(`package-lock.json: ${places.length} missing, ${hosts.length} name a registry host.`);
    for (const place of [...places, ...hosts.map(([name]) => name)]) console.error(`  ${place}`);
    console.error("Run `node scripts/complete-lock.mjs` and commit what it writes.");
    process.exit(1);
  }
  const sorted = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, "en"));
  lock.packages = Object.fromEntries(sorted);
  writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`package-lock.json: added ${places.length}, took ${hosts.length} registry hosts out`);
}

main(path.join(ROOT, "package-lock.json"), process.argv.includes("--check"));
