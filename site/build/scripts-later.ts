/** After the build: scripts are loaded after styles and typeface, for a page is painted first without any of them. */
export const putScriptsLater = (html: string): string =>
  html.replaceAll('<script type="module" src=', '<script type="module" fetchpriority="low" src=');
