import { listGaps, readGap, type GapFilter } from "./gap-api.ts";
import { place } from "./place.ts";
import { rowsOf } from "./rows.ts";

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

export const {
  list: gapList,
  showMore: showMoreGaps,
  beside: besideGap,
  open: openGap,
  reload: reloadGaps,
  watch: watchGaps,
} = rowsOf({
  view: "gaps",
  query: gapQuery,
  readPage: async (query, cursor) => {
    const { gaps, ...list } = await listGaps({ ...query, ...(cursor && { cursor }) });
    return { items: gaps, ...list };
  },
  readRow: readGap,
});
