import type { IntegrationView } from "#server/features/integrations/integrations.schema.ts";
import { Fault } from "./say.tsx";
import { openConnection } from "./setup-calls.ts";
import { connection, goTo, hold, me } from "./setup-state.ts";
import { SignInFirst } from "./signed-in.tsx";
import { GoOn } from "./stage.tsx";
import { useAction } from "./use-action.ts";

export function ChooseStage({ view, article }: { view: IntegrationView; article: string | null }) {
  const { name } = view;
  const reading = article && (
    <p class="small">
      You would rather read it first? <a href={article}>Set up {name}</a> is the same as an article.
    </p>
  );
  if (connection.value)
    return (
      <>
        <p>
          {name} it is. Another CRM has a setup of its own: <a href="/setup/">all setups</a>.
        </p>
        <GoOn to="connect" says="What you have chosen so far stays." />
      </>
    );
  if (!view.usable)
    return (
      <>
        <p>
          <b>{name} is not available here yet.</b> The people who run this hub have to register it with {name} first.
        </p>
        <p class="acts">
          <a class="btn" href="/contact/">
            Ask for it
          </a>
        </p>
        {reading}
      </>
    );
  if (!me.value?.customer)
    return (
      <>
        <SignInFirst
          what={`Whoever sets ${name} up has to be known: what you choose belongs to your workspace alone.`}
        />
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
      goTo("connect");
    });
  return (
    <>
      <p>
        Referrals of {workspace} will go to {view.name}. You choose where in the next stages. Nothing is sent there
        until you save in stage 5.
      </p>
      <p class="acts">
        <button class="btn main" type="button" disabled={busy.value} onClick={() => void begin()}>
          {busy.value ? "Beginning" : `Begin with ${view.name}`}
        </button>
        <span class="small">Leave whenever you like: it goes on where you stopped.</span>
      </p>
      {problem.value && <Fault>{problem.value.message}</Fault>}
    </>
  );
}
