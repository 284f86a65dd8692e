import type { DeskConnectionDetail } from "#server/features/integrations/desk.schema.ts";
import { Icon } from "#site/islands/icon.tsx";
import { sayWhen } from "#site/islands/when.ts";
import { Checks } from "./connection-checks.tsx";
import { Settings } from "./connection-settings.tsx";
import { ConnectionSide } from "./connection-side.tsx";
import { nameOf, openConnection } from "./connection-state.ts";
import { CHECKED, STATES } from "./connection-words.ts";
import { Offered } from "./offered.tsx";
import { OpenRow } from "./open-row.tsx";
import { DecideTenant } from "./decide-tenant.tsx";
import { TraceContact } from "./trace-contact.tsx";

/** A connection beside the list: what is to be decided, the checks, the settings in words, and a contact traced. */
export function ConnectionView() {
  return (
    <OpenRow
      view="connections"
      open={openConnection.state.value}
      none={<Offered />}
      says={{ back: "All connections", loading: "Asking for the connection." }}
      headingId="connection-h"
    >
      {(shown) => <Connection key={shown.id} shown={shown} />}
    </OpenRow>
  );
}

function Connection({ shown }: { shown: DeskConnectionDetail }) {
  return (
    <>
      <header class="case-h">
        <p class="small">
          {nameOf(shown.integration)}, {STATES[shown.state]}, changed{" "}
          <time dateTime={shown.updatedAt}>{sayWhen(shown.updatedAt)}</time>
        </p>
        <h2 id="connection-h">
          {shown.workspace.name}: {nameOf(shown.integration)}
        </h2>
        {shown.check && (
          <p class={`is-${shown.check.state}`}>
            <Icon name={`m-${shown.check.state}`} class="mark" /> Last check {CHECKED[shown.check.state]},{" "}
            {sayWhen(shown.check.at)}
          </p>
        )}
      </header>
      <div class="case-cols">
        <div class="case-main">
          {shown.tenant?.state === "waiting" && <DecideTenant shown={shown} tenant={shown.tenant} />}
          <Checks shown={shown} />
          <TraceContact shown={shown} />
          <Settings view={shown.view} />
        </div>
        <ConnectionSide shown={shown} />
      </div>
    </>
  );
}
