/** `connect-your-crm.de.mdx` is the German version of `connect-your-crm.mdx`: one article, in files beside each other. */
export function parseArticlePath(path: string, standard: string): { id: string; language: string } {
  const [, id = path, language = standard] = /^(.*?)(?:\.([A-Za-z-]+))?$/.exec(path.replace(/\.mdx$/, "")) ?? [];
  return { id, language };
}
