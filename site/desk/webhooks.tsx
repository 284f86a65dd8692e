import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { HOOK_CHOICES } from "#server/outbox/hooks/hook-events.values.ts";
import { DeskForm } from "./desk-form.tsx";
import { NotLoaded } from "./not-loaded.tsx";
import { ShownOnce } from "./shown-once.tsx";
import { Webhook } from "./webhook.tsx";
import { readWebhook, WebhookFields } from "./webhook-fields.tsx";
import { makeWebhook, webhooks } from "./webhooks-api.ts";

type Shown = { url: string; secret: string };

/** Addresses that are told of events: adding them, and each with its log. */
export function Webhooks() {
  useEffect(() => void webhooks.reload(), []);
  const shown = useSignal<Shown | null>(null);
  const { value, loading } = webhooks.state.value;
  return (
    <section class="gap" aria-labelledby="hooks-h">
      <h2 id="hooks-h">Webhooks</h2>
      <p>
        The hub posts events to these addresses as they happen, signed as{" "}
        <a href="https://www.standardwebhooks.com">Standard Webhooks</a>. What does not get through is tried again for
        about two and a half days; after three days of failing a webhook is turned off.
      </p>
      <NotLoaded of={webhooks} />
      {!value && loading && <p>Asking the hub for its webhooks.</p>}
      {value && value.webhooks.length === 0 && <p>There is no webhook yet.</p>}
      {value && value.webhooks.length > 0 && (
        <ul class="plain hooks">
          {value.webhooks.map((hook) => (
            <Webhook key={hook.id} hook={hook} show={(secret) => (shown.value = { url: hook.url, secret })} />
          ))}
        </ul>
      )}
      <NewWebhook show={(made) => (shown.value = made)} />
      {shown.value && (
        <ShownOnce text={shown.value.secret} copy="Copy the secret" done={() => (shown.value = null)}>
          <b>The secret of {shown.value.url}.</b> Its receiver checks signatures with it. It is not shown again.
        </ShownOnce>
      )}
    </section>
  );
}

function NewWebhook({ show }: { show: (made: Shown) => void }) {
  return (
    <DeskForm
      class="stack-form"
      action="Add a webhook"
      quiet
      submit={async (field) => {
        const input = readWebhook(field);
        const { secret } = await makeWebhook(input);
        show({ url: input.url, secret });
        await webhooks.reload();
      }}
    >
      <h3>Add a webhook</h3>
      <WebhookFields events={Object.keys(HOOK_CHOICES)} />
    </DeskForm>
  );
}
