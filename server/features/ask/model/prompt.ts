import type { ChatCompletionMessageParam } from "openai/resources/chat/completions";
import type { NumberedSource } from "../sources.ts";
import type { Turn } from "../thread.ts";
import { SYSTEM_PROMPT } from "./system-prompt.ts";

const TURNS_AT_MOST = 3;

/** The conversation as a model gets it: rules, earlier turns, then the passages and the question. */
export function buildPrompt(question: string, sources: NumberedSource[], turns: Turn[]): ChatCompletionMessageParam[] {
  const earlier = turns.slice(-TURNS_AT_MOST).flatMap((turn): ChatCompletionMessageParam[] => [
    { role: "user", content: withoutFences(turn.question) },
    { role: "assistant", content: withoutFences(turn.text) },
  ]);
  const passages = sources.map(fencePassage).join("\n\n");
  return [
    { role: "system", content: SYSTEM_PROMPT },
    ...earlier,
    { role: "user", content: `${passages}\n\nQuestion: ${withoutFences(question)}` },
  ];
}

function fencePassage({ source, passages }: NumberedSource): string {
  const title = withoutFences(source.title).replaceAll('"', " ");
  const text = passages.map((passage) => withoutFences(passage.text)).join("\n");
  return `<passage number="${source.n}" title="${title}">\n${text}\n</passage>`;
}

/** Nothing in a passage or a question can look like the end of a passage, or the beginning of another. */
const withoutFences = (text: string): string => text.replaceAll("<", "‹").replaceAll(">", "›");
