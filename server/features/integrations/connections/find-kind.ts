import { AppError } from "#server/core/errors.ts";
import type { Connector } from "../connector.ts";
import type { Integrations } from "../open-integrations.ts";
import { findConnection, type ConnectionRow } from "./find-connection.ts";
import { findConnector } from "./find-way.ts";

/** A kind of record in the CRM of a workspace's connection. */
export type AskedKind = { workspaceId: string; id: string; object: string };

/** A workspace's own connection, whose CRM has records of this kind. @throws AppError "not_found"; "bad_request" where it has none */
export async function findKind(
  integrations: Integrations,
  { workspaceId, id, object }: AskedKind,
): Promise<{ row: ConnectionRow; connector: Connector }> {
  const row = await findConnection(integrations, workspaceId, id);
  const connector = findConnector(integrations, row.integration);
  const { objects } = connector.definition;
  if (objects.some((kind) => kind.id === object)) return { row, connector };
  const fields = [{ path: "object", message: `use one of ${objects.map((kind) => kind.id).join(", ")}` }];
  throw new AppError("bad_request", "The CRM has no such object.", { fields });
}
