import type { ChatCompletionMessageParam } from "openai/resources/chat/completions";
import type { NumberedSource } from "../sources.ts";
import type { Turn } from "../thread.ts";
import { SYSTEM_PROMPT } from "./system-prompt.ts";

const TURNS_AT_MOST = 3;

/** The conversation as a model gets it: rules, earlier turns, then the passages and the question. */
export function buildPrompt(question: string, sources: NumberedSource[], turns: Turn[]): ChatCompletionMessageParam[] {
  const earlier = turns.slice(-TURNS_AT_MOST).flatMap((turn): ChatCompletionMessageParam[] => [
    { role: "user", content: turn.question },
    { role: "assistant", content: turn.text },
  ]);
  const passages = sources.map(fencePassage).join("\n\n");
  return [
    { role: "system", content: SYSTEM_PROMPT },
    ...earlier,
    { role: "user", content: `${passages}\n\nQuestion: ${question}` },
  ];
}

/** Nothing within a passage can look like its end. */
function fencePassage({ source, passages }: NumberedSource): string {
  const text = passages
    .map((passage) => passage.text.replaceAll(/[<>]/g, (sign) => (sign === "<" ? "‹" : "›")))
    .join("\n");
  return `<passage number="${source.n}" title="${source.title.replaceAll(/[<>"]/g, " ")}">\n${text}\n</passage>`;
}
