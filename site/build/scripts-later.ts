/** After the build: what a page paints first needs none of its script, which leaves the way to styles and letters. */
export const putScriptsLater = (html: string): string =>
  html.replaceAll('<script type="module" src=', '<script type="module" fetchpriority="low" src=');
