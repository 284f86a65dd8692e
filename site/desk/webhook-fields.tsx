import type { WebhookInput } from "#server/features/webhooks/webhooks.schema.ts";
import { HOOK_CHOICES, HOOK_EVENT_NAMES } from "#server/outbox/hooks/hook-events.values.ts";
import { Ticks } from "./ticks.tsx";

/** Where a webhook's events go, and which. `url`: what is there already. */
export const WebhookFields = ({ url = "", events }: { url?: string; events: readonly string[] }) => (
  <>
    <label class="stack">
      Address
      <input
        name="url"
        type="url"
        required
        maxLength={500}
        defaultValue={url}
        placeholder="https://example.com/handrail"
      />
    </label>
    <Ticks legend="What it is told of" all={HOOK_CHOICES} on={events} />
  </>
);

/** What those fields say. */
export const readWebhook = (field: (name: string) => string): WebhookInput => ({
  url: field("url").trim(),
  events: HOOK_EVENT_NAMES.filter((name) => field(name) === "on"),
});
