/** Asks a hub as a browser or a script would. */
import type { Answer, AskInput, DoneEvent, SentenceEvent, Source } from "#server/features/ask/ask.schema.ts";
import type { TestHub } from "./hub.ts";
import { withJson } from "./request.ts";

type App = TestHub["app"];
type Asking = { accept?: string; language?: string; signal?: AbortSignal };
export type AskEvent = { event: string; data: unknown };

/** What a browser asks for. */
export const STREAMED = { accept: "text/event-stream" };

export const postAsk = (app: App, input: unknown, { accept = "application/json", language, signal }: Asking = {}) => {
  const sent = withJson("POST", input, { accept, ...(language && { "accept-language": language }) });
  return Promise.resolve(app.request("/api/ask", { ...sent, ...(signal && { signal }) }));
};

/** The answer as one object. @throws Error with the problem when there is none. */
export async function ask(app: App, input: AskInput): Promise<Answer> {
  const response = await postAsk(app, input);
  if (response.status !== 200) throw new Error(await response.text());
  return (await response.json()) as Answer; // the route's contract, which these tests hold
}

/** Every event of the streamed answer, in order. */
export async function askStreaming(app: App, input: AskInput): Promise<AskEvent[]> {
  const response = await postAsk(app, input, STREAMED);
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
