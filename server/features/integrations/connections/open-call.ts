import type { Call, Connector, Grant } from "../connector.ts";
import type { Integrations } from "../open-integrations.ts";
import { VendorFault, vendorNotes as n } from "../vendor-fault.ts";
import type { ConnectionRow } from "./find-connection.ts";
import { findWay, type Way } from "./find-way.ts";
import { openGrant } from "./kept-grant.ts";
import { noteRevoked, refreshGrant, type Enough } from "./refresh-grant.ts";

/** A token that ends within this time is refreshed now: it must outlast the calls that it is for. */
const EARLY_MS = 2 * 60_000;

export type OpenedCall = { connector: Connector; call: Call };

/**
 * What calls to a connection's CRM need, with a grant that will last for them. @throws VendorFault "revoked" when the
 * customer has to connect again; AppError "unprocessable" without the operator's app
 */
export async function openCall(
  integrations: Integrations,
  row: ConnectionRow,
  signal?: AbortSignal,
): Promise<OpenedCall> {
  const way = findWay(integrations, row);
  const isFresh = ({ grantExpiresAt }: ConnectionRow) =>
    grantExpiresAt === null || grantExpiresAt.getTime() - integrations.clock.now().getTime() > EARLY_MS;
  const grant = isFresh(row)
    ? await openGrant(integrations, row)
    : await orAborted(refreshOnce(integrations, way, row, isFresh), signal);
  const { connector, app, site } = way;
  return { connector, call: { app, site, grant, fetch: integrations.fetch, signal } };
}

/**
 * Asks a connection's CRM. A token that the CRM calls expired before its time is refreshed and the work done once more;
 * one that was revoked puts the connection into `reconnect`. @throws VendorFault
 */
export async function askCrm<T>(
  integrations: Integrations,
  row: ConnectionRow,
  work: (opened: OpenedCall) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const opened = await openCall(integrations, row, signal);
  const { grant } = opened.call;
  try {
    return await work(opened);
  } catch (error) {
    if (!(error instanceof VendorFault)) throw error;
    if (error.code === "revoked") await noteRevoked(integrations, row.id, grant);
    if (error.code !== "expired") throw error;
  }
  const isAnother: Enough = (_row, kept) => kept.accessToken !== grant.accessToken;
  const fresh = await orAborted(refreshOnce(integrations, findWay(integrations, row), row, isAnother), signal);
  return work({ ...opened, call: { ...opened.call, grant: fresh } });
}

/** All who need it in this process wait for one refresh. It ends by itself, whoever of them goes away. */
function refreshOnce(integrations: Integrations, way: Way, { id }: ConnectionRow, enough: Enough): Promise<Grant> {
  const { refreshing } = integrations;
  const running = refreshing.get(id);
  if (running) return running;
  const started = refreshGrant(integrations, way, id, enough).finally(() => refreshing.delete(id));
  refreshing.set(id, started);
  return started;
}

async function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const giveUp = () => reject(new VendorFault("timeout", n.renewedLate));
  if (signal.aborted) giveUp();
  signal.addEventListener("abort", giveUp, { once: true });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}
