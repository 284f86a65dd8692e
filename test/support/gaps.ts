import { answers, searches } from "#db/schema/ask.ts";
import type { GapDetail, GapList } from "#server/features/gaps/gaps.schema.ts";
import { groupNew } from "#server/features/gaps/group/group-new.ts";
import { gapsDeps } from "#server/join-gaps.ts";
import { until } from "./wait.ts";
import { signInAdmin, type TestHub } from "./hub.ts";
import { caller } from "./staff.ts";

type Asked = Partial<typeof answers.$inferInsert>;

/** What a hub has been asked and searched for, and its gaps as the desk reads them. */
export async function openGaps(hub: TestHub) {
  const { db, deps } = hub;
  const cookie = await signInAdmin(hub);
  let asked = 0;
  const send = (method: string, path: string, body?: unknown, as = cookie) =>
    caller(hub)(method, `/desk/gaps${path}`, as, body);
  const read = async <T>(path: string): Promise<T> => {
    const response = await send("GET", path);
    if (response.status !== 200) throw new Error(await response.text());
    return (await response.json()) as T; // the route's contract
  };
  return {
    send,
    /** With all that is new, however long that takes on a busy machine. */
    list: async (query = ""): Promise<GapList> => {
      await until(() => groupNew(gapsDeps(deps), 5000, { lookBack: false }));
      return read<GapList>(query);
    },
    detail: (id: string) => read<GapDetail>(`/${id}`),
    /** A question that was left open. */
    ask: async (question: string, change: Asked = {}): Promise<string> => {
      const id = `ans_${++asked}`;
      const made = { verdict: "unanswered", mode: "extractive", createdAt: deps.clock.now() } as const;
      const words = { question, questionKey: question.toLowerCase(), sentences: [], sources: [] };
      await db.insert(answers).values({ id, threadId: id, ...words, ...made, ...change });
      return id;
    },
    search: async (text: string, count = 1, results = 0): Promise<void> => {
      const [day, at] = [deps.clock.now().toISOString().slice(0, 10), deps.clock.now()];
      const row = { text, day, results, count, firstAt: at, lastAt: at };
      await db
        .insert(searches)
        .values(row)
        .onConflictDoUpdate({ target: [searches.text, searches.day], set: { count, results, lastAt: at } });
    },
  };
}
