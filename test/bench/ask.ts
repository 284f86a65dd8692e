/** npm run bench:ask: what a checked answer costs, beside a model's bare answer in the same run. */
import { benchStreams } from "./ask-streams.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);
if (!(await benchStreams(say))) process.exitCode = 1;
