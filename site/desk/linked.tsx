import { splitLinks } from "#content/split-links.ts";

/** What somebody wrote, with its addresses to press: in a window of their own, so that nobody's place or draft is lost. */
export const Linked = ({ text }: { text: string }) => (
  <>
    {splitLinks(text).map(({ text: part, href }, at) =>
      href === null ? (
        part
      ) : (
        <a key={at} href={href} dir="ltr" target="_blank" rel="noopener noreferrer nofollow">
          {part}
        </a>
      ),
    )}
  </>
);
