import { computed } from "@preact/signals";
import type { DeliveryList } from "#server/features/desk/deliveries.schema.ts";
import { api } from "#site/api.ts";
import { readAnswer } from "#site/problem.ts";
import { loaded } from "./loaded.ts";
import { place } from "./place.ts";
import { watch } from "./watch.ts";

const { deliveries } = api.desk;

/** The filters that the address names. */
const query = () => {
  const { delivery: state, channel: kind } = place.value;
  return { ...(state && { state }), ...(kind && { kind }) };
};

export async function listDeliveryPage(cursor?: string) {
  const answer = await deliveries.$get({ query: { ...query(), ...(cursor && { cursor }) } });
  const { deliveries: items, ...rest } = await readAnswer<DeliveryList>(answer);
  return { items, ...rest };
}

export const deliveryList = loaded(() => listDeliveryPage());

export function watchDeliveries(): () => void {
  const filter = computed(() => (place.value.view === "deliveries" ? JSON.stringify(query()) : null));
  return watch({ list: deliveryList, filter, open: { reload: async () => undefined }, openId: computed(() => null) });
}

/** All that a channel gave up. @returns how many wait again */
export async function sendAllAgain(kind: string): Promise<number> {
  return (await readAnswer<{ again: number }>(await deliveries.retry.$post({ json: { kind } }))).again;
}
