/** An OpenAI-compatible server on loopback whose answers a test writes piece by piece, when it wants to. */
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { serve } from "./serve.ts";

/** One answer that is being written. */
export type ToldAnswer = {
  say: (text: string) => void;
  /** Ends it as a model does that has said all. */
  end: () => void;
  /** Closes the connection in the middle of it. */
  cut: () => void;
  /** Resolves when the hub has let go of it. */
  left: Promise<unknown>;
};

export type ToldModel = {
  baseUrl: string;
  /** The next answer that is asked for. */
  asked: () => Promise<ToldAnswer>;
  /** How many questions came. */
  questions: () => number;
  close: () => Promise<void>;
};

export async function startToldModel(): Promise<ToldModel> {
  const given: ToldAnswer[] = [];
  const waiting: ((answer: ToldAnswer) => void)[] = [];
  let questions = 0;
  const server = createServer((request, response) => {
    request.resume().once("end", () => {
      questions++;
      const answer = beginAnswer(response);
      const next = waiting.shift();
      if (next) next(answer);
      else given.push(answer);
    });
  });
  const { url, close } = await serve(server);
  return {
    baseUrl: `${url}/v1`,
    asked: () => {
      const answer = given.shift();
      return answer ? Promise.resolve(answer) : new Promise((resolve) => waiting.push(resolve));
    },
    questions: () => questions,
    close,
  };
}

function beginAnswer(response: ServerResponse): ToldAnswer {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const send = (delta: { content?: string }, finish: string | null): void => {
    const choices = [{ index: 0, delta, finish_reason: finish }];
    response.write(`data: ${JSON.stringify({ id: "c", object: "chat.completion.chunk", choices })}\n\n`);
  };
  // However long a test looks at what has come, this is not a model that hangs.
  const thinking = setInterval(() => send({}, null), 2000);
  const left = once(response, "close").finally(() => clearInterval(thinking));
  return {
    say: (text) => send({ content: text }, null),
    end: () => {
      clearInterval(thinking);
      send({}, "stop");
      response.end("data: [DONE]\n\n");
    },
    cut: () => response.destroy(),
    left,
  };
}
