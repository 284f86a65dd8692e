import { ApiKeys } from "./api-keys.tsx";
import { Webhooks } from "./webhooks.tsx";

/** How programs reach the hub, and how it reaches them. For admins. */
export const Api = () => (
  <section class="weak programs">
    <h1>API</h1>
    <p class="lede">
      Programs of yours reach the hub by keys, and hear of what happens by webhooks. What there is to call stands in the{" "}
      <a href="/api/docs/">reference</a>.
    </p>
    <ApiKeys />
    <Webhooks />
  </section>
);
