/** Of a page in another language than the hub's first. */
const LANGUAGE = String.raw`(?:\/[a-z]{2,3}(?:-[A-Za-z]{2,4}){0,2})?`;
const PATHS = new RegExp(
  String.raw`^${LANGUAGE}\/(?:api|ask|connect\/callback|desk\/(?:forgotten|invited|join|reset)|healthz|mcp|metrics|pagefind|privacy|readyz|receipts|search|sign-in|_astro)(?:[/?]|$)|\/(?:page\.md|llms(?:-full)?\.txt)$`,
);

/**
 * Whether a request is for the server while `npm run dev` serves the pages: the API, pages that the server writes, what
 * stands in a build only, and whatever is sent.
 */
export const isServers = ({ method, url }) => !["GET", "HEAD"].includes(method) || PATHS.test(url);
