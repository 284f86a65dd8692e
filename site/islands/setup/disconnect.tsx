import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { ConnectionView } from "#server/features/integrations/integrations.schema.ts";
import { announce } from "../announce.ts";
import { keepDraftHere } from "./kept-drafts.ts";
import { Fault } from "./say.tsx";
import { disconnect } from "./setup-calls.ts";
import { letGo } from "./setup-state.ts";
import { useAction } from "./use-action.ts";

/** Asks once more before everything is let go. */
export function Disconnect({ own, name }: { own: ConnectionView; name: string }) {
  const asking = useSignal(false);
  const { busy, problem, run } = useAction();
  const question = useRef<HTMLParagraphElement>(null);
  const ask = (): void => {
    asking.value = true;
    requestAnimationFrame(() => question.current?.focus());
  };
  const end = () =>
    run(async () => {
      await disconnect(own.id);
      keepDraftHere(own.id, null);
      letGo();
      announce(`${name} is disconnected.`);
    });
  if (!asking.value)
    return (
      <p class="small">
        <button class="text-btn" type="button" onClick={ask}>
          Disconnect {name}
        </button>
      </p>
    );
  return (
    <div class="confirm" role="group" aria-label={`Disconnect ${name}`}>
      <p tabIndex={-1} ref={question}>
        <b>Disconnect {name}?</b> Nothing is sent there any more. Our access, the key and these settings are deleted.
        Whatever is in {name} already stays there.
      </p>
      <p class="acts">
        <button class="btn" type="button" disabled={busy.value} onClick={() => void end()}>
          {busy.value ? "Disconnecting" : "Yes, disconnect"}
        </button>
        <button class="text-btn" type="button" onClick={() => (asking.value = false)}>
          Keep it
        </button>
      </p>
      {problem.value && <Fault>{problem.value.message}</Fault>}
    </div>
  );
}
