import type { Problem, Rule } from "../rule.ts";

const AT_ONCE = 8;
const PATIENCE_MS = 10_000;
/** The page is there, but not for a program, or not just now. */
const THERE = new Set([401, 403, 405, 406, 429, 999]);

export const externalLink: Rule = {
  name: "external-link",
  level: "error",
  external: true,
  todo: "Find where the page went, or take the link out.",
  async find({ articles }) {
    const links = articles.flatMap(({ file, doc }) =>
      (doc?.links ?? []).filter(({ url }) => /^https?:/i.test(url)).map((link) => ({ ...link, file })),
    );
    const faults = await askAll([...new Set(links.map(({ url }) => withoutHash(url)))]);
    return links.flatMap(({ file, line, url }): Problem[] => {
      const fault = faults.get(withoutHash(url));
      return fault ? [{ file, line, message: `${url} ${fault}` }] : [];
    });
  },
};

const withoutHash = (url: string) => url.replace(/#.*$/s, "");

/** Each address once, a few at a time. */
async function askAll(urls: string[]): Promise<Map<string, string | null>> {
  const faults = new Map<string, string | null>();
  const queue = [...urls];
  const work = async () => {
    for (let url = queue.shift(); url !== undefined; url = queue.shift()) faults.set(url, await findFault(url));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return faults;
}

async function findFault(url: string): Promise<string | null> {
  try {
    const { status } = await ask(url, "HEAD");
    // some servers know HEAD badly; what they say of GET counts
    const counts = status < 400 ? status : (await ask(url, "GET")).status;
    return counts < 400 || THERE.has(counts) ? null : `answers ${counts}`;
  } catch (error) {
    if (error instanceof Error && error.name === "TimeoutError")
      return `does not answer within ${PATIENCE_MS / 1000} s`;
    return "cannot be reached";
  }
}

async function ask(url: string, method: string): Promise<Response> {
  const headers = { "user-agent": "handrail-content-lint" };
  const response = await fetch(url, { method, headers, redirect: "follow", signal: AbortSignal.timeout(PATIENCE_MS) });
  await response.body?.cancel();
  return response;
}
