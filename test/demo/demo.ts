// npm run demo: a hub with every CRM, a product, a mailbox and some history, until Ctrl+C. PORT: the hub's, 4321 else.
import process from "node:process";
import { STAFF } from "./seed.ts";
import { startDemo, type Demo } from "./start-demo.ts";

const describeDemo = ({ hubUrl, productUrl, crms }: Demo): string =>
  [
    "",
    `  The hub        ${hubUrl}`,
    `  As a customer  ${productUrl}/help signs Ada of Acme in, as often as you like`,
    `  The desk       ${hubUrl}/desk/ as ${STAFF.email}, password: ${STAFF.password}`,
    `  Mail           ${productUrl}/mail has everything that the hub sends`,
    "",
    ...crms.flatMap(({ name, toTry }) => [`  ${name}`, ...toTry.map((line) => `    ${line}`), ""]),
    "  Ctrl+C stops it. Nothing is kept.",
    "",
  ].join("\n");

function onceTold(stop: () => Promise<void>): void {
  let told = false;
  const handle = () => {
    if (told) return;
    told = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`The demo did not stop in order: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, handle);
}

try {
  const demo = await startDemo(Number(process.env["PORT"] ?? 4321));
  onceTold(demo.stop);
  process.stdout.write(`${describeDemo(demo)}\n`);
} catch (error) {
  process.stderr.write(`\nThe demo did not start.\n\n${error instanceof Error ? error.message : String(error)}\n\n`);
  process.exit(1);
}
