/** A picture that is all that its paragraph has, and that says what it shows. */
const ALONE = /<p>(<img\b(?=[^>]*\salt="[^"])(?=[^>]*\ssrc="([^"]+)")[^>]*>)<\/p>/g;

/** Such a picture opens large when it is pressed; without script, by itself. */
export const openPicturesLarge = (html: string): string =>
  html.replace(ALONE, `<p><a class="large" href="$2" data-press="enlarge">$1</a></p>`);
