import type { OwnSession } from "#server/auth/me.schema.ts";
import { whileBusy } from "#site/islands/busy.ts";
import { sayWhen } from "#site/islands/when.ts";
import { me as own } from "./me-state.ts";
import { Notice } from "./notice.tsx";
import { endOtherSessions, endSession } from "./staff-api.ts";
import { useAction } from "./use-action.ts";

const WAYS: Record<string, string> = { passkey: "by passkey", oidc: "by your company account" };

/** Where somebody is signed in, and how to end it. */
export function YourSessions({ sessions }: { sessions: OwnSession[] }) {
  const { busy, problem, run } = useAction();
  return (
    <section aria-labelledby="sessions-h">
      <h3 id="sessions-h">Where you are signed in</h3>
      <ul class="plain rows">
        {sessions.map(({ id, device, address, way, lastUsedAt, here }) => (
          <li key={id}>
            <b>{device}</b>{" "}
            <span class="small">
              {[address, WAYS[way ?? ""] ?? "by password"].filter(Boolean).join(", ")}.{" "}
              {here ? "This is where you are now." : `Last used ${sayWhen(lastUsedAt)}, to the hour.`}
            </span>{" "}
            {!here && (
              <button
                class="text-btn"
                type="button"
                aria-label={`End the session on ${device}`}
                {...whileBusy(busy.value)}
                onClick={() => void run(() => endSession(id).then(own.reload))}
              >
                End
              </button>
            )}
          </li>
        ))}
      </ul>
      {problem.value && <Notice>{problem.value}</Notice>}
      {sessions.length > 1 && (
        <p class="acts">
          <button
            class="btn sm"
            type="button"
            {...whileBusy(busy.value)}
            onClick={() => void run(() => endOtherSessions().then(own.reload))}
          >
            End all others
          </button>
        </p>
      )}
    </section>
  );
}
