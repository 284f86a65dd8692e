import { expect, it } from "vitest";
import { openPicturesLarge } from "#site/articles/large-pictures.ts";

it("opens a picture large that is all its paragraph has, and leaves what decorates or stands in a line", () => {
  const picture = '<img alt="A rail" src="/a.png" width="9">';
  expect(openPicturesLarge(`<p>${picture}</p>`)).toBe(
    `<p><a class="large" href="/a.png" data-press="enlarge">${picture}</a></p>`,
  );
  for (const as of [`<p>See ${picture}</p>`, '<p><img src="/a.png" alt=""></p>', `<p><a href="/x/">${picture}</a></p>`])
    expect(openPicturesLarge(as)).toBe(as);
});
