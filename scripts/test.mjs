// npm test: everything that has to hold, one closing line a runner. --full: every theme, width and state.
import { stripVTControlCharacters } from "node:util";
import { ensureChromium } from "./browser.mjs";
import { ensureInstalled } from "./install.mjs";
import { ensureNode24, withNode24 } from "./node24.mjs";
import { runQuietly } from "./run.mjs";

const AT_ONCE = 2;
const ROOMS = ["content", "db", "server", "site", "test", "scripts"];

/** Writes the types that both type checks read; a fresh copy has none. */
const SYNC = { title: "content's types", command: ["astro", "sync"] };

/** Checks that need nothing of each other. `proof`: what the output must have, or it looked at nothing. */
const CHECKS = [
  { title: "types", command: ["tsc", "--noEmit"] },
  { title: "types in pages", command: ["astro", "check", "--minimumFailingSeverity", "warning"], proof: /\b0 errors/ },
  { title: "lock", command: ["node", "scripts/complete-lock.mjs", "--check"] },
  { title: "format", command: ["oxfmt", "--check", "."] },
  { title: "format of pages", command: ["prettier", "--check", "site/**/*.astro"] },
  { title: "lint", command: ["oxlint"], proof: /on \d{3,} files/ },
  { title: "boundaries", command: ["depcruise", ...ROOMS], proof: /\((\d{3,}) modules/ },
  { title: "content", command: ["node", "scripts/content-lint.ts", "--strict"], proof: /[1-9]\d* articles/ },
  { title: "dead code", command: ["knip", "--no-progress"] },
];
const UNIT = { title: "unit and feature tests", command: ["vitest", "run"], proof: /Tests .*passed/, skips: true };
const BUILD = { title: "build", command: ["node", "scripts/build.mjs"] };
/** Our own articles must answer our own questions. */
const QUESTIONS = { title: "questions", command: ["node", "test/eval/hub.ts", "--hold"], proof: /[1-9]\d* questions/ };
const BROWSER = { title: "end to end", command: ["playwright", "test"], proof: /\d+ passed/, skips: true };
/** Beside the usual ones: every flow in each other look, with a hub of its own, for its data would be in the next one's way. */
const OTHER_LOOKS = ["phone light", "phone dark", "tablet light", "tablet dark", "wide dark"].map((look) => ({
  ...BROWSER,
  title: `end to end, ${look}`,
  command: [...BROWSER.command, `--project=${look}`],
  env: { LOOK: look },
}));

/** Runs one check and says how it went. Resolves to true when it passed. */
async function check({ title, command, proof, skips, env: own }, env) {
  const [name, ...args] = command;
  const { code, output, seconds, interrupted } = await runQuietly(name, args, { env: { ...env, ...own } });
  if (interrupted) process.exit(1);
  const fault = code !== 0 ? `exit code ${code}` : findFault(output, { proof, skips });
  console.log(`${fault ? "✗" : "✓"} ${title}  ${seconds.toFixed(1)} s`);
  if (fault) console.log(`\n${output.trim()}\n\n${title}: ${fault}\n`);
  return !fault;
}

/** Why a run that ended with 0 has not passed all the same: it looked at nothing, or left tests out. Null where it has. */
function findFault(output, { proof, skips }) {
  const plain = stripVTControlCharacters(output);
  if (proof && !proof.test(plain)) return "it looked at nothing";
  if (skips && /\b[1-9]\d* (?:skipped|todo|did not run)/.test(plain)) return "tests were skipped";
  return null;
}

async function checkAll(checks, env) {
  const queue = [...checks];
  const results = [];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) results.push(await check(next, env));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results.every(Boolean);
}

async function test({ full }) {
  const chromium = await ensureChromium();
  if (!chromium) {
    console.error("No Chromium: set CHROMIUM_PATH to one, or install the package `chromium` of your system.");
    return false;
  }
  const env = {
    ...withNode24(process.execPath),
    CHROMIUM_PATH: chromium,
    ASTRO_TELEMETRY_DISABLED: "1",
    NO_COLOR: "1",
    ...(full && { FULL: "1" }),
  };

  if (!(await check(SYNC, env))) return false;
  const clean = await checkAll(CHECKS, env);
  const unit = await check(UNIT, env);
  const built = await check(BUILD, env);
  const answered = built && (await check(QUESTIONS, env));
  let inBrowser = built;
  for (const looks of built ? [BROWSER, ...(full ? OTHER_LOOKS : [])] : [])
    inBrowser = (await check(looks, env)) && inBrowser;
  return clean && unit && answered && inBrowser;
}

if (!(await ensureInstalled({ dev: true }))) process.exit(1);
await ensureNode24();
const passed = await test({ full: process.argv.includes("--full") });
process.exit(passed ? 0 : 1);
