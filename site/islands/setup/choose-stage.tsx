import { here } from "../dom.ts";
import type { IntegrationView } from "#server/features/integrations/integrations.schema.ts";
import { whileBusy } from "../busy.ts";
import { Fault } from "./say.tsx";
import { openConnection } from "./setup-calls.ts";
import { connection, goToStage, hold, me } from "./setup-state.ts";
import { SignInFirst } from "./signed-in.tsx";
import { GoOn } from "./stage.tsx";
import { useAction } from "./use-action.ts";
import { setupWords as t } from "./setup.words.ts";

export function ChooseStage({ view, article }: { view: IntegrationView; article: string | null }) {
  const { name } = view;
  const reading = article && (
    <p class="small">
      {t.youWouldRatherRead} <a href={article}>{t.setUp(name)}</a> {t.isTheSameAs}
    </p>
  );
  if (connection.value)
    return (
      <>
        <p>
          {t.itIsAnotherCrm(name)} <a href={here("/setup/")}>{t.allSetups}</a>.
        </p>
        <GoOn to="connect" says={t.whatYouHaveChosen} />
      </>
    );
  if (!view.usable)
    return (
      <>
        <p>
          <b>{t.isNotAvailableHere(name)}</b> {t.thePeopleWhoRun(name)}
        </p>
        <p class="acts">
          <a class="btn" href={here("/contact/")}>
            {t.askForIt}
          </a>
        </p>
        {reading}
      </>
    );
  if (!me.value?.customer)
    return (
      <>
        <SignInFirst what={t.whoeverSetsUpHas(name)} />
        {reading}
      </>
    );
  return (
    <>
      <Begin view={view} workspace={me.value.customer.workspace.name} />
      {reading}
    </>
  );
}

function Begin({ view, workspace }: { view: IntegrationView; workspace: string }) {
  const { busy, problem, run } = useAction();
  const begin = () =>
    run(async () => {
      hold(await openConnection(view.id));
      goToStage("connect");
    });
  return (
    <>
      <p>{t.referralsOfWillGo(workspace, view.name)}</p>
      <p class="acts">
        <button class="btn main" type="button" {...whileBusy(busy.value)} onClick={() => void begin()}>
          {busy.value ? t.beginning : t.beginWith(view.name)}
        </button>
        <span class="small">{t.leaveWheneverYouLike}</span>
      </p>
      {problem.value && <Fault>{problem.value.message}</Fault>}
    </>
  );
}
