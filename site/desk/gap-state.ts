import { computed } from "@preact/signals";
import { listGaps, readGap, type GapFilter } from "./gap-api.ts";
import { loaded } from "./loaded.ts";
import { place } from "./place.ts";
import { watch } from "./watch.ts";

/** The filters and the words that the address names. */
function gapQuery(): GapFilter {
  const { gapState, gapKind, topic, integration, q } = place.value;
  return {
    ...(gapState && { state: gapState }),
    ...(gapKind && { kind: gapKind }),
    ...(topic && { topic }),
    // the API refuses one that it does not know
    ...(integration && { integration: integration as NonNullable<GapFilter["integration"]> }),
    ...(q && { q }),
  };
}

export async function listGapPage(cursor?: string) {
  const { gaps, ...list } = await listGaps({ ...gapQuery(), ...(cursor && { cursor }) });
  return { items: gaps, ...list };
}

export const gapList = loaded(() => listGapPage());
const openId = computed(() => (place.value.view === "gaps" ? place.value.gapId : null));
export const openGap = loaded(async () => (openId.value ? readGap(openId.value) : null));

export async function reloadGaps(): Promise<void> {
  await Promise.all([gapList.reload(), openGap.reload()]);
}

export function watchGaps(): () => void {
  const filter = computed(() => (place.value.view === "gaps" ? JSON.stringify(gapQuery()) : null));
  return watch({ list: gapList, filter, open: openGap, openId });
}
