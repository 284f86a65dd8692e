/** Only these are taken away, and the fence around what a model reads: "<user_name>" is text, and is checked as such. */
const TAG =
  "a|abbr|address|article|aside|audio|b|base|blockquote|body|br|button|canvas|center|cite|code|dd|del|details|div|dl|dt|em|embed|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|mark|math|meta|nav|object|ol|option|p|passage|picture|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|tt|u|ul|var|video|wbr";
const HTML = new RegExp(String.raw`<!--[\s\S]*?-->|</?(?:${TAG})(?:[\s/][^<>]*)?>`, "gi");

/** A model's Markdown and HTML as the plain text that a reader is shown. Links keep their words and lose their target. */
export function toPlainText(text: string): string {
  return text
    .replace(HTML, " ")
    .replace(/!\[[^[\]]*\]\([^)]*\)/g, " ")
    .replace(/\[([^[\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^\s*(?:#{1,6}|>|[-*+])\s+/gm, "")
    .replace(/(\*\*|__|\*|~~)(?=\S)([\s\S]*?\S)\1/g, "$2")
    .replace(/(`{1,3})(?=\S)([\s\S]*?\S)\1/g, "“$2”")
    .replace(/[\p{Cc}\p{Cf}]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}
