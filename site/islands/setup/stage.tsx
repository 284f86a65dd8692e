import type { ComponentChildren } from "preact";
import { Press } from "./say.tsx";
import { connection, goToStage, openStage, stages } from "./setup-state.ts";
import { STAGES, type StageId, type StageState } from "./stages.ts";
import { setupWords as t } from "./setup.words.ts";

const WORDS: Record<StageState, string> = {
  done: t.done,
  current: t.next,
  failed: t.needsYou,
  todo: t.toCome,
};

/** A stage on the rail. Only the open one is long; the others are a line and a way in. */
export function Stage({
  id,
  title,
  summary,
  children,
}: {
  id: StageId;
  title: string;
  summary: string;
  children: ComponentChildren;
}) {
  const state = stages.value[id];
  const open = openStage.value === id;
  // Before the CRM lets us in there is nothing to choose in the later stages.
  const early = STAGES.indexOf(id) < (connection.value ? 2 : 1);
  const reachable = early || connection.value?.state === "connected";
  return (
    <li class="step" data-state={state} data-stage={id} aria-current={open ? "step" : undefined}>
      <h3 id={`stage-${id}`} tabIndex={-1}>
        <span class="num">
          <span class="sr">{t.stage} </span>
          {STAGES.indexOf(id) + 1}
        </span>
        <span>
          {title}
          <span class="sr">, {WORDS[state]}</span>
        </span>
      </h3>
      {open ? (
        <div class="stage-body">{children}</div>
      ) : (
        <p>
          {summary}{" "}
          {reachable && (
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                goToStage(id);
              }}
            >
              {state === "done" ? t.change : t.open}
              <span class="sr"> {title}</span>
            </a>
          )}
        </p>
      )}
    </li>
  );
}

/** The one large button of a stage, and what it means. */
export function GoOn({ to, says }: { to: StageId; says: string }) {
  return (
    <p class="acts">
      <button class="btn main" type="button" onClick={() => goToStage(to)}>
        {t.goOnTo(t.stages[to])}
      </button>
      <span class="small">{says}</span>
    </p>
  );
}

/** For a stage that waits for the connection. */
export const ConnectFirst = ({ name }: { name: string }) => (
  <p>
    {t.theListsHereCome(name)} <Press press={() => goToStage("connect")}>{t.connectItFirst}</Press>
  </p>
);
