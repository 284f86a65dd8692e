import { useSignal } from "@preact/signals";
import { draw } from "../draw.ts";
import type { IntegrationView } from "#server/features/integrations/integrations.schema.ts";
import css from "#site/styles/setup.css?url";
import { loadStyle } from "../load-style.ts";
import { TraceForm } from "./trace-form.tsx";
import { setupCheckWords as t } from "./check.words.ts";

/** The trace in an article, for a reader with a connection. */
export async function showTrace(mount: HTMLElement, own: IntegrationView[]): Promise<void> {
  await loadStyle(css);
  mount.replaceChildren();
  draw(<Trace own={own} />, mount);
}

function Trace({ own }: { own: IntegrationView[] }) {
  const chosen = useSignal(own[0]?.id);
  const view = own.find(({ id }) => id === chosen.value);
  if (!view?.connection) return null;
  return (
    <>
      {own.length > 1 && (
        <label class="stack">
          {t.inWhichCrm}
          <select
            value={view.id}
            onChange={({ currentTarget }) => (chosen.value = own.find(({ id }) => id === currentTarget.value)?.id)}
          >
            {own.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <TraceForm key={view.id} id={view.connection.id} name={view.name} />
    </>
  );
}
