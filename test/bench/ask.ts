/** npm run bench:ask: what an answer takes without a model, and what a checked one costs beside a model's bare answer. */
import { benchAnswers } from "./ask-answers.ts";
import { benchStreams } from "./ask-streams.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);
const isQuick = await benchAnswers(say);
if (!(await benchStreams(say)) || !isQuick) process.exitCode = 1;
