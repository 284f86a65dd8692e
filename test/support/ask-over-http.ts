/** Asks a hub that listens, as a browser does: what comes over the wire, held against the contract of its events. */
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Answer, type AskInput } from "#server/features/ask/ask.schema.ts";
import { listen } from "#server/core/listen.ts";
import { atEnd } from "./at-end.ts";
import type { TestHub } from "./hub.ts";
import { withJson } from "./request.ts";

/** A hub on loopback. Where it trusts that proxy, each question may come from an address of its own. */
export async function listenOnLoopback({ app }: TestHub): Promise<string> {
  const server: Server = await listen(app.fetch, { host: "127.0.0.1", port: 0 });
  atEnd(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listening on TCP
}

/** Each address may ask so much a minute; this gives another one each time. */
let asked = 0;
export const nextAddress = (): string => `10.${(asked++ >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`;

async function post(origin: string, input: AskInput) {
  const response = await fetch(`${origin}/api/ask`, withJson("POST", input, { "x-forwarded-for": nextAddress() }));
  return { status: response.status, raw: await response.text() };
}

/** No answer: a problem, as it came. */
export class Refused extends Error {}

export type Heard = Answer & {
  /** As it came. */ raw: string;
  /** All sentences in a row. */ text: string;
  ms: number;
};

/** @throws Error unless it is sources, sentences and `done`, each event two lines and whole. */
export async function hear(origin: string, input: AskInput): Promise<Heard> {
  const startedAt = performance.now();
  const { status, raw } = await post(origin, input);
  if (status !== 200) throw new Refused(`${status}: ${raw}`);
  const events = readEvents(raw);
  const names = events.map(({ event }) => event).join(" ");
  if (!/^sources( sentence)* done$/.test(names)) throw new Error(`Events in no order: ${names}`);
  const data = (name: string) => events.filter(({ event }) => event === name).map((each) => each.data);
  const [{ sources } = {}, [done]] = [data("sources")[0], data("done")];
  const answer = Answer.parse({ ...done, sources, sentences: data("sentence") });
  return {
    ...answer,
    raw,
    text: answer.sentences.map(({ text }) => text).join(" "),
    ms: performance.now() - startedAt,
  };
}

function readEvents(raw: string): { event: string; data: Record<string, unknown> }[] {
  if (!raw.endsWith("\n\n")) throw new Error(`Ends within an event: ${raw.slice(-80)}`);
  return raw
    .slice(0, -2)
    .split("\n\n")
    .map((block) => {
      const [, event, data] = /^event: (\w+)\ndata: ([^\r\n]+)$/.exec(block) ?? [];
      if (!event || !data) throw new Error(`No event of two lines: ${block}`);
      return { event, data: JSON.parse(data) as Record<string, unknown> }; // held against the schema later
    });
}
