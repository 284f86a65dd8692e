export type Found = { at: number; text: string };

export function findAddresses(text: string): Found[] {
  const found = [...text.matchAll(/(?:https?|ftp):\/\/[^\s"“”<>()[\]]+[\w/]|www\.[\w.-]+\w|[\w.]+@[\w-]+\.[\w.]+\w/g)];
  return found.map((match) => ({ at: match.index, text: match[0] }));
}
