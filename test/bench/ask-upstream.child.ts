/**
 * A model as a server has it: the first word after a while, then one at a time. Settings: PORT, TEXT and how many TIMES it
 * is said, FIRST_MS, EACH_MS, and CROWD: no answer ends before so many are open at once. `GET /most` says how many were.
 */
import { createServer } from "node:http";
import process from "node:process";

const { PORT, TEXT = "", TIMES = "1", FIRST_MS = "300", EACH_MS = "20", CROWD = "1" } = process.env;
const words =
  ` ${TEXT}`
    .repeat(Number(TIMES))
    .trim()
    .match(/\s*\S+/g) ?? [];
const event = (data: object) => `data: ${JSON.stringify(data)}\n\n`;
const pieces = [
  ...words.map((content) => event({ choices: [{ index: 0, delta: { content }, finish_reason: null }] })),
  event({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] }),
  event({ choices: [], usage: { prompt_tokens: 700, completion_tokens: words.length } }),
  "data: [DONE]\n\n",
];

let open = 0;
let most = 0;
const server = createServer((request, response) => {
  if (request.url === "/most") return void response.end(String(most));
  most = Math.max(most, ++open);
  request.resume();
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.flushHeaders();
  let at = 0;
  const tick = () => {
    const mayEnd = at < words.length || most >= Number(CROWD);
    if (mayEnd) response.write(pieces[at++]);
    if (at < pieces.length) timer = setTimeout(tick, Number(EACH_MS));
    else response.end();
  };
  let timer = setTimeout(tick, Number(FIRST_MS));
  response.on("close", () => {
    clearTimeout(timer);
    open--;
  });
});
server.listen(Number(PORT), "127.0.0.1", 4096, () => process.stdout.write("ready\n"));
