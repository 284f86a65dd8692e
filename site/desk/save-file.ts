import { readAnswer } from "#site/problem.ts";

type Progress = (got: { bytes: number; rows: number }) => void;

/** Reads an answer to its end, says how far it is, and hands it to the browser as a file. @throws ApiProblem, or TypeError when the connection breaks off */
export async function saveFile(request: Request, name: string, say: Progress): Promise<Headers> {
  const response = await fetch(request);
  if (!response.ok || !response.body) await readAnswer(response);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let [bytes, lines] = [0, 0];
  const reader = response.body?.getReader();
  for (;;) {
    const next = await reader?.read();
    if (!next || next.done) break;
    parts.push(next.value);
    bytes += next.value.byteLength;
    for (const byte of next.value) if (byte === 10) lines++;
    say({ bytes, rows: Math.max(0, lines - 1) });
  }
  const url = URL.createObjectURL(new Blob(parts, { type: response.headers.get("content-type") ?? "" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  // a browser begins to read it after the click
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return response.headers;
}
