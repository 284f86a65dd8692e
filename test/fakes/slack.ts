/** Slack's side of an incoming webhook, with its own words for what is wrong (docs.slack.dev, "Sending messages using incoming webhooks"). */
import { startEmulator, type Answer } from "./crm/emulator.ts";

type Section = { type?: string; block_id?: string; text?: { type?: string; text?: string; verbatim?: boolean } };
type Message = { text?: string; unfurl_links?: boolean; unfurl_media?: boolean; blocks?: Section[] };

const PATH = "/services/T012AB3CD/B045EF6GH/aSecretOfTwentyFourChars";
const TEXT_MAX = 3000;

export async function startSlack() {
  const posted: Message[] = [];
  /** What the next posts are answered, one each. */
  const answers: Answer[] = [];
  const say = (status: number, body: string): Answer => ({ status, body, headers: { "content-type": "text/html" } });
  let archived = false;
  const emulator = await startEmulator(({ method, path, text }) => {
    if (method !== "POST" || path !== PATH) return say(404, "no_service");
    const message = readMessage(text);
    const fault = typeof message === "string" ? message : findFault(message);
    if (fault || typeof message === "string") return say(400, fault ?? "invalid_payload");
    if (archived) return say(410, "channel_is_archived");
    posted.push(message);
    return answers.shift() ?? say(200, "ok");
  });
  return {
    ...emulator,
    webhookUrl: `${emulator.url}${PATH}`,
    posted,
    /** From now on nobody posts there. */
    archive: () => void (archived = true),
    say: (status: number, body: string, headers: Record<string, string> = {}) =>
      void answers.push({ status, body, headers }),
  };
}

function readMessage(text: string): Message | string {
  try {
    return JSON.parse(text) as Message; // findFault looks at what matters
  } catch {
    return "invalid_payload";
  }
}

function findFault({ text, blocks = [] }: Message): string | null {
  if (!text && blocks.length === 0) return "no_text";
  const ids = blocks.map(({ block_id: id }) => id);
  const sound = blocks.every(
    ({ type, block_id: id = "", text: shown }) =>
      type === "section" && id.length <= 255 && shown?.text && shown.text.length <= TEXT_MAX,
  );
  return sound && new Set(ids).size === ids.length && blocks.length <= 50 ? null : "invalid_blocks";
}

/** What Slack makes more of than text: mentions, channels, links. */
export const controlsOf = ({ text = "", blocks = [] }: Message): string[] =>
  [text, ...blocks.map((block) => block.text?.text ?? "")].flatMap((shown) => shown.match(/<[^>]*>/g) ?? []);

/** What people read. */
export const readOf = ({ blocks = [] }: Message): string =>
  blocks
    .map((block) => block.text?.text ?? "")
    .join("\n")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
