import type { Root } from "mdast";
import type { Tell } from "../report.ts";
import { lineOf, walk } from "../tree.ts";

/** Names that pages of help use most. */
const SIGNS: Record<string, string> = {
  "+1": "👍",
  "-1": "👎",
  arrow_down: "⬇️",
  arrow_right: "➡️",
  arrow_up: "⬆️",
  bell: "🔔",
  book: "📖",
  books: "📚",
  bug: "🐛",
  bulb: "💡",
  calendar: "📆",
  checkered_flag: "🏁",
  clap: "👏",
  computer: "💻",
  construction: "🚧",
  email: "📧",
  exclamation: "❗",
  eyes: "👀",
  fire: "🔥",
  gear: "⚙️",
  green_circle: "🟢",
  hammer_and_wrench: "🛠️",
  heart: "❤️",
  heavy_check_mark: "✔️",
  information_source: "ℹ️",
  key: "🔑",
  link: "🔗",
  lock: "🔒",
  mag: "🔍",
  memo: "📝",
  moneybag: "💰",
  no_entry: "⛔",
  package: "📦",
  pencil: "📝",
  pencil2: "✏️",
  point_down: "👇",
  point_right: "👉",
  point_up: "☝️",
  pray: "🙏",
  question: "❓",
  raised_hands: "🙌",
  red_circle: "🔴",
  rocket: "🚀",
  rotating_light: "🚨",
  smile: "😄",
  sparkles: "✨",
  speech_balloon: "💬",
  star: "⭐",
  stop_sign: "🛑",
  tada: "🎉",
  thinking: "🤔",
  thumbsdown: "👎",
  thumbsup: "👍",
  unlock: "🔓",
  warning: "⚠️",
  wave: "👋",
  white_check_mark: "✅",
  wink: "😉",
  wrench: "🔧",
  x: "❌",
  zap: "⚡",
};

const NAME = /(?<![\w:/]):([a-z][a-z0-9_+-]+|[+-]1|x):(?![\w:])/g;

/** `:tada:` as the sign that it stands for. One of another name stays as it was and is told. */
export function readEmoji(tree: Root, tell: Tell): void {
  for (const node of walk(tree)) {
    if (node.type !== "text" || !node.value.includes(":")) continue;
    node.value = node.value.replace(NAME, (all, name: string) => {
      const sign = Object.hasOwn(SIGNS, name) ? SIGNS[name] : undefined;
      if (sign === undefined) tell(lineOf(node), all, "If this is the name of an emoji, write the emoji itself.");
      return sign ?? all;
    });
  }
}
