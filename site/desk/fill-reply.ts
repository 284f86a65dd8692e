import { REPLY_VARIABLE, type REPLY_VARIABLES } from "#server/features/desk/saved-replies.values.ts";

export type ReplyValues = Record<keyof typeof REPLY_VARIABLES, string>;

/** A saved reply with its variables filled in. One that is empty goes with what joins it: "Hello {{name}}," is "Hello,". */
export function fillReply(body: string, values: ReplyValues): string {
  const valueOf = (name: string) => values[name as keyof ReplyValues] ?? ""; // the server refuses others at save
  const whole = body.replace(/^\{\{\s*(\w+)\s*\}\}[,:;]?[ \t]*(\p{L})/gmu, (found, name: string, next: string) =>
    valueOf(name) ? found : next.toUpperCase(),
  );
  return whole
    .replace(/,?[ \t]*\{\{\s*(\w+)\s*\}\}/g, (found, name: string) => (valueOf(name) ? found : ""))
    .replace(REPLY_VARIABLE, (_, name: string) => valueOf(name));
}
