/** An article begins with YAML between two lines of hyphens: that, null where there is none, and the text below the second line. */
export function splitArticle(mdx: string): { head: string | null; body: string } {
  const [whole = "", head = null] = /^---\r?\n([^]*?)\r?\n---/.exec(mdx) ?? [];
  return { head, body: mdx.slice(whole.length) };
}
