import { parentPort } from "node:worker_threads";
import EmailReplyParser from "email-reply-parser";

const answer = (text: string) => new EmailReplyParser().parseReply(text);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.on("message", (text: string) => parentPort?.postMessage(answer(text)));
