import type { AddressInfo } from "node:net";
import path from "node:path";
import process from "node:process";
import { createApp, openParts, type Parts } from "./app.ts";
import { keepClean } from "./clean-up.ts";
import { createAuth } from "./auth/auth.ts";
import { openCustomers } from "./auth/open-customers.ts";
import { createDeskLink, hasStaff } from "./auth/desk-link.ts";
import { systemClock as clock } from "./core/clock.ts";
import { readSettings, secretsOf, type Config } from "./core/config.ts";
import { inTime } from "./core/in-time.ts";
import { endStart } from "./core/light-start.ts";
import { drain, listen } from "./core/listen.ts";
import { findMistypedSettings } from "./core/mistyped-settings.ts";
import { createLog, type Log } from "./core/log.ts";
import { createGuardedFetch } from "./core/outbound.ts";
import { openSealer } from "./core/seal.ts";
import { followBuilds } from "./features/articles/follow-builds.ts";
import { watchMailbox } from "./features/escalation/mail-in/watch-mailbox.ts";
import { keepGaps } from "./features/gaps/keep-gaps.ts";
import { watchConnections } from "./features/integrations/checks/watch-connections.ts";
import { tellOpened } from "./features/integrations/requests/tell-opened.ts";
import { keepLooking } from "./features/status/keep-looking.ts";
import { keepWeekly } from "./features/reports/send-weekly.ts";
import { reportParts } from "./join-routes.ts";
import { gapsDeps } from "./join-gaps.ts";
import { openContent } from "./open-content.ts";
import { openData } from "./open-data.ts";
import { openKnowledge } from "./knowledge/open-knowledge.ts";
import { openChannels } from "./outbox/channels/open-channels.ts";
import { startHooks } from "./outbox/hooks/start-hooks.ts";
import { startOutbox } from "./outbox/worker.ts";
import { describeStart } from "./report.ts";
import type { AppDeps } from "./routes.ts";
import { openBuilds } from "./static/builds.ts";

/** How long a stop waits for streams and requests to end: less than the ten seconds after which a supervisor kills. */
const GRACE_MS = 6000;

/** Opens everything, serves, and stops when it is told to. @throws Error in words for the operator. */
export async function start(): Promise<void> {
  const config = readSettings();
  const stopping = new AbortController();
  const { channels, mistake, ...deps } = await openDeps(config, stopping.signal);
  const { hub, log, db, builds } = deps;
  const parts = openParts(deps);
  const app = createApp(deps, parts);
  surviveCrashes(log);
  endStart();
  const server = await listen(app.fetch, config);
  const stopWork = startWork(deps, parts);
  onceTold(async () => {
    stopping.abort();
    await Promise.all([stopWork(), drain(server, GRACE_MS)]);
    builds.close();
    await db.close();
  }, log);

  const deskLink = (await hasStaff(db)) ? null : await createDeskLink({ db, clock }, config.publicUrl);
  const articles = deps.knowledge.current().articles.size;
  const address = addressOf(server.address(), config);
  const mistyped = findMistypedSettings();
  process.stdout.write(`${describeStart({ config, hub, channels, address, articles, mistyped, mistake, deskLink })}\n`);
}

/** Opens what every part of the hub needs. @throws Error in words for the operator. */
async function openDeps(config: Config, shutdown: AbortSignal) {
  const log = createLog(config.logLevel, { secrets: secretsOf(config) });
  const builds = await openBuilds(config.buildsDir, log);
  const content = openContent(config, path.join(config.buildsDir, builds.current().id));
  const { hub } = content;
  const db = await openData(config);
  const auth = createAuth({ config, hub, db, log });
  const sealer = openSealer(config);
  const customers = openCustomers({ config, hub, db, clock, log, sealer });
  const knowledge = openKnowledge(builds, hub);
  const deps = { config, ...content, log, clock, db, auth, sealer, ...customers, builds, knowledge, shutdown };
  return deps satisfies AppDeps;
}

/** Starts what the hub does without being asked: sending, reading mail, checking connections, cleaning up. @returns what stops it */
function startWork(deps: AppDeps, parts: Parts): () => Promise<unknown> {
  const { config, hub, log, db, sealer, builds } = deps;
  const sending = { db, clock, log, secrets: secretsOf(config) };
  const stopOutbox = startOutbox(sending, openChannels(config, hub, sealer));
  const stopHooks = startHooks({ ...sending, sealer, fetch: createGuardedFetch(config.outboundAllow) });
  const weekly = { ...deps, ...reportParts(deps) };
  const stopTimers = [keepClean(deps), keepLooking(parts.status, log), keepWeekly(weekly)];
  const stopMailIn = watchMailbox({ ...parts.escalation, log });
  const stopWatching = watchConnections(parts.checks);
  void followBuilds(deps);
  const stopGaps = keepGaps({ ...gapsDeps(deps), builds });
  tellOpened(parts.integrations).catch((error: unknown) =>
    log.warn({ err: error }, "who asked for an integration could not be told now; the next start does"),
  );
  return () => {
    // what is under way ends before the database closes; of what takes too long the next start does the rest
    const timers = stopTimers.map((stop) => inTime(stop(), GRACE_MS).catch(() => undefined));
    return Promise.all([
      stopOutbox(GRACE_MS),
      stopHooks(GRACE_MS),
      stopMailIn(),
      stopWatching(),
      stopGaps(),
      ...timers,
    ]);
  };
}

/** An error that nobody caught is logged, and the hub goes on: one request that crashes must not take the others with it. */
function surviveCrashes(log: Log): void {
  process.on("unhandledRejection", (error) =>
    log.error({ err: error }, "a promise was rejected and nobody waited for it"),
  );
  process.on("uncaughtException", (error) => log.error({ err: error }, "an error was thrown and nobody caught it"));
}

/** SIGTERM and Ctrl+C stop in order; a second signal stops at once. */
function onceTold(stop: () => Promise<void>, log: Log): void {
  let told = false;
  const handle = (signal: NodeJS.Signals) => {
    if (told) process.exit(1);
    told = true;
    log.info({ signal }, "stopping");
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, "did not stop in order");
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", handle);
  process.on("SIGINT", handle);
}

function addressOf(bound: AddressInfo | string | null, { host, port }: Config): string {
  const actual = typeof bound === "object" && bound ? bound.port : port;
  const isLocal = ["127.0.0.1", "::1", "localhost", "0.0.0.0", "::"].includes(host);
  return `http://${isLocal ? "localhost" : host}:${actual}`;
}
