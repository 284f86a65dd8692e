import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { ConnectionView } from "#server/features/integrations/integrations.schema.ts";
import { announce } from "../announce.ts";
import { whileBusy } from "../busy.ts";
import { keepDraftHere } from "./kept-drafts.ts";
import { Fault, Press } from "./say.tsx";
import { disconnect } from "./setup-calls.ts";
import { letGo } from "./setup-state.ts";
import { useAction } from "./use-action.ts";
import { setupConnectWords as t } from "./connect.words.ts";

/** Asks once more before everything is let go. */
export function Disconnect({ own, name }: { own: ConnectionView; name: string }) {
  const asking = useSignal(false);
  const { busy, problem, run } = useAction();
  const question = useRef<HTMLParagraphElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const ask = (): void => {
    asking.value = true;
    requestAnimationFrame(() => question.current?.focus());
  };
  const keep = (): void => {
    asking.value = false;
    requestAnimationFrame(() => opener.current?.focus());
  };
  const end = () =>
    run(async () => {
      await disconnect(own.id);
      keepDraftHere(own.id, null);
      letGo();
      announce(t.isDisconnected(name));
    });
  if (!asking.value)
    return (
      <p class="small">
        <button class="text-btn" type="button" onClick={ask} ref={opener}>
          {t.disconnect(name)}
        </button>
      </p>
    );
  return (
    <div class="confirm" role="group" aria-label={t.disconnect(name)}>
      <p tabIndex={-1} ref={question}>
        <b>{t.disconnect2(name)}</b> {t.nothingIsSentThere(name)}
      </p>
      <p class="acts">
        <button class="btn" type="button" {...whileBusy(busy.value)} onClick={() => void end()}>
          {busy.value ? t.disconnecting : t.yesDisconnect}
        </button>
        <Press press={keep}>{t.keepIt}</Press>
      </p>
      {problem.value && <Fault>{problem.value.message}</Fault>}
    </div>
  );
}
