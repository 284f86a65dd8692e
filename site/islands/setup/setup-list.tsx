import { here } from "../dom.ts";
import { useEffect } from "preact/hooks";
import { signal } from "@preact/signals";
import type { IntegrationView } from "#server/features/integrations/integrations.schema.ts";
import { toProblem } from "#site/problem.ts";
import { Icon } from "../icon.tsx";
import { comeIn } from "./come-in.ts";
import { Fault, Press } from "./say.tsx";
import { sayIntegration } from "./say-state.ts";
import { listIntegrations } from "./setup-calls.ts";
import { gone, me } from "./setup-state.ts";
import { SignedIn } from "./signed-in.tsx";
import { setupWords as t } from "./setup.words.ts";

const views = signal<IntegrationView[] | null>(null);

async function load(): Promise<void> {
  gone.value = null;
  try {
    me.value = await comeIn();
    views.value = await listIntegrations();
  } catch (error) {
    gone.value = toProblem(error);
  }
}

/** Every integration, with what is the reader's own. */
export function SetupList() {
  useEffect(() => void load(), []);
  if (gone.value)
    return (
      <Fault>
        {gone.value.message} <Press press={() => void load()}>{t.tryAgain}</Press>
      </Fault>
    );
  if (!views.value) return <p data-with-script>{t.askingThisHubHow}</p>;
  return (
    <>
      <div class="setup-meta">
        <p class="meta">
          <SignedIn />
          {!me.value?.customer && me.value?.ways.mail && (
            <span>
              <a href={here("/sign-in/?returnTo=%2Fsetup%2F")}>{t.signInByE}</a> {t.toSeeHowFar}
            </span>
          )}
        </p>
      </div>
      <ul class="setups plain">
        {views.value.map((view) => (
          <Row key={view.id} view={view} />
        ))}
      </ul>
    </>
  );
}

function Row({ view }: { view: IntegrationView }) {
  const { tone, mark, word, says, go } = sayIntegration(view, me.value?.customer != null);
  return (
    <li>
      <h2>
        <a href={here(`/setup/${view.id}/`)}>{view.name}</a>
      </h2>
      <p class={tone}>
        {view.connection && <Icon name={mark} class="mark" />} {word && <b class="state-word">{word}</b>} {says}
      </p>
      <span aria-hidden="true">{go}</span>
    </li>
  );
}
