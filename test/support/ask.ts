/** Asks a hub as a browser or a script would. */
import type { Answer, AskInput, DoneEvent, SentenceEvent, Source } from "#server/features/ask/ask.schema.ts";
import type { TestHub } from "./hub.ts";

type App = TestHub["app"];
export type AskEvent = { event: string; data: unknown };

export const postAsk = (
  app: App,
  input: unknown,
  accept = "application/json",
  signal?: AbortSignal,
  language?: string,
) =>
  Promise.resolve(
    app.request("/api/ask", {
      method: "POST",
      headers: { "content-type": "application/json", accept, ...(language && { "accept-language": language }) },
      body: JSON.stringify(input),
      ...(signal && { signal }),
    }),
  );

/** The answer as one object. @throws Error with the problem when there is none. */
export async function ask(app: App, input: AskInput): Promise<Answer> {
  const response = await postAsk(app, input);
  if (response.status !== 200) throw new Error(await response.text());
  return (await response.json()) as Answer; // the route's contract, which these tests hold
}

/** Every event of the streamed answer, in order. */
export async function askStreaming(app: App, input: AskInput): Promise<AskEvent[]> {
  const response = await postAsk(app, input, "text/event-stream");
  const text = await response.text();
  return text
    .split("\n\n")
    .filter((block) => block.includes("event: "))
    .map((block) => ({
      event: /^event: (.*)$/m.exec(block)?.[1] ?? "",
      data: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? "null") as unknown,
    }));
}

export function readStream(events: AskEvent[]) {
  const find = <T>(name: string) => events.filter(({ event }) => event === name).map(({ data }) => data as T); // as each test expects
  return {
    names: events.map(({ event }) => event),
    sources: find<{ sources: Source[] }>("sources")[0]?.sources ?? [],
    sentences: find<SentenceEvent>("sentence"),
    done: find<DoneEvent>("done")[0],
  };
}
