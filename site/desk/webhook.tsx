import { useSignal } from "@preact/signals";
import type { WebhookView } from "#server/features/webhooks/webhooks.schema.ts";
import { HOOK_CHOICES } from "#server/outbox/hooks/hook-events.values.ts";
import { whileBusy } from "#site/islands/busy.ts";
import { Icon } from "#site/islands/icon.tsx";
import { sayWhen } from "#site/islands/when.ts";
import { DeskForm } from "./desk-form.tsx";
import { Notice } from "./notice.tsx";
import { Sure } from "./sure.tsx";
import { useAction } from "./use-action.ts";
import { readWebhook, WebhookFields } from "./webhook-fields.tsx";
import { HookLogView } from "./webhook-log.tsx";
import { changeWebhook, removeWebhook, renewSecret, tryWebhook, webhooks } from "./webhooks-api.ts";

type Props = { hook: WebhookView; show: (secret: string) => void };

/** One webhook: whether it works, what it is told of, and what can be done about it. */
export function Webhook({ hook, show }: Props) {
  const open = useSignal(false);
  const editing = useSignal(false);
  /** A number that grows: the log is read again. */
  const sent = useSignal(0);
  const { id, url, on } = hook;
  const { busy, problem, run } = useAction();
  const act = (work: () => Promise<unknown>) => void run(() => work().then(webhooks.reload));
  const sendTest = () => {
    open.value = true;
    act(() => tryWebhook(id).then(() => sent.value++));
  };
  const renew = () => act(() => renewSecret(id).then(({ secret }) => show(secret)));
  return (
    <li>
      <p class="hook-url">
        <b>{url}</b>
      </p>
      <State of={hook} />
      <p class="small">{sayEvents(hook.events)}</p>
      <p class="hook-acts">
        <Act label="Log" says={`Log of ${url}`} expanded={open.value} act={() => (open.value = !open.value)} />
        {on && <Act label="Send a test" says={`Send a test to ${url}`} busy={busy.value} act={sendTest} />}
        <Act
          label={on ? "Turn off" : "Turn on"}
          says={`Turn ${on ? "off" : "on"} ${url}`}
          busy={busy.value}
          act={() => act(() => changeWebhook(id, { on: !on }))}
        />
        <Act label="Edit" says={`Edit ${url}`} expanded={editing.value} act={() => (editing.value = !editing.value)} />
        <Sure label="New secret" ask={`make a new secret for ${url}`} busy={busy.value} act={renew} />
        <Sure
          label="Remove"
          ask={`remove ${url} and its log`}
          busy={busy.value}
          act={() => act(() => removeWebhook(id))}
        />
      </p>
      {problem.value && <Notice>{problem.value}</Notice>}
      {editing.value && (
        <DeskForm
          class="stack-form"
          action="Save"
          submit={async (field) => {
            await changeWebhook(id, readWebhook(field));
            editing.value = false;
            await webhooks.reload();
          }}
        >
          <WebhookFields url={url} events={hook.events} />
        </DeskForm>
      )}
      {open.value && <HookLogView id={id} url={url} on={on} sent={sent.value} />}
    </li>
  );
}

/** `says` is the label in full, for who hears it without the webhook around it. */
type ActProps = { label: string; says: string; act: () => void; busy?: boolean; expanded?: boolean };

const Act = ({ label, says, act, busy = false, expanded }: ActProps) => (
  <button class="text-btn" type="button" aria-label={says} aria-expanded={expanded} {...whileBusy(busy)} onClick={act}>
    {label}
  </button>
);

function State({ of: { on, offReason, failingSince, waiting, dead } }: { of: WebhookView }) {
  const [mark, says] = !on
    ? (["failed", offReason ?? "Off."] as const)
    : failingSince
      ? (["warning", `Nothing gets through since ${sayWhen(failingSince)}.`] as const)
      : (["ok", "On."] as const);
  const counts = [
    waiting > 0 && `${waiting} waiting${on ? "" : " until it is turned on"}`,
    dead > 0 && `${dead} given up`,
  ]
    .filter(Boolean)
    .join(", ");
  return (
    <p>
      <span class={`is-${mark}`}>
        <Icon name={`m-${mark}`} class="mark" />
      </span>{" "}
      {says}
      {counts && ` ${counts}.`}
    </p>
  );
}

const sayEvents = (events: string[]): string =>
  Object.keys(HOOK_CHOICES).every((name) => events.includes(name))
    ? "Told of every event"
    : `Told of ${events.join(", ")}`;
