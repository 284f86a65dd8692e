import type { CaseEvidence, SentCheck } from "#server/features/desk/case-content.schema.ts";
import { Icon } from "#site/islands/icon.tsx";
import { Facts } from "./connection-checks.tsx";
import { follow, hrefOf } from "./place.ts";

type Connection = SentCheck["connection"];

const placeOf = ({ id }: Connection) =>
  ({ view: "connections", only: null, integration: null, q: "", connectionId: id }) as const;

/** A check that the customer sent along, beside the latest of the same connection. */
export function CaseCheck({ check }: { check: SentCheck }) {
  const { connection, own, sent, latest } = check;
  return (
    <div class="in-trail">
      {!own && (
        <p class="is-warning">
          <Icon name="m-warning" class="mark" /> This address does not belong to {connection.workspace}. Do not tell
          what you see here.
        </p>
      )}
      {sent.id === latest.id ? (
        <>
          <p class="small">Not checked again since.</p>
          <Facts now={sent} then={undefined} />
        </>
      ) : (
        <Facts now={latest} then={sent} />
      )}
      <p class="small">
        <ConnectionLink connection={connection}>Check it again now</ConnectionLink>
      </p>
    </div>
  );
}

/** A trace is not kept: what was sent is how it was; how it is now is asked at the connection. */
export const TraceAgain = ({ connections }: Pick<CaseEvidence, "connections">) => (
  <p class="small">
    {connections.length === 0
      ? "That is how it was then. This address belongs to no workspace that is connected, so it cannot be traced again from here."
      : "That is how it was then. How is it now? "}
    {connections.map((connection) => (
      <ConnectionLink key={connection.id} connection={connection}>
        Trace again
      </ConnectionLink>
    ))}
  </p>
);

export const ConnectionLink = ({ connection, children }: { connection: Connection; children?: string }) => (
  <a href={hrefOf(placeOf(connection))} onClick={(event) => follow(event, placeOf(connection))}>
    {children && `${children}: `}
    {connection.name}, {connection.workspace}
  </a>
);
