import { imageMetadata } from "astro/assets/utils";
import { Parser } from "htmlparser2";

/** What browsers show, by the content's own kind, with the ending that it gets. */
const ENDINGS = new Map([
  ["png", ".png"],
  ["jpg", ".jpg"],
  ["gif", ".gif"],
  ["webp", ".webp"],
  ["avif", ".avif"],
  ["svg", ".svg"],
]);

/** The ending of an image's name, or why it is none to copy. What it is called says nothing: its content does. */
export async function checkImage(bytes: Buffer, name: string): Promise<{ ending: string } | { problem: string }> {
  const kind = await imageMetadata(bytes, name).then(
    ({ format }) => format,
    () => null,
  );
  if (kind === null) return { problem: "The file is no image that can be read." };
  const ending = ENDINGS.get(kind);
  if (!ending) return { problem: `The image is no kind that browsers show (${[...ENDINGS.keys()].join(", ")}).` };
  if (kind === "svg" && holdsCode(bytes.toString("utf8")))
    return { problem: "The drawing holds code: not copied. Save it without." };
  return { ending };
}

const CODE =
  /^(?:script|foreignobject|iframe|embed|object|audio|video|handler|listener|set|animate\w*|link|meta|base|html)$/;

/** Whether a drawing could run something, or bring something of another site, when it is opened by itself. */
function holdsCode(svg: string): boolean {
  let found = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        found ||= CODE.test(name.toLowerCase().replace(/^.*:/, ""));
        for (const [key, value] of Object.entries(attributes)) {
          const bare = value.replace(/[\0-\x20]/g, "").toLowerCase();
          const leads = /(?:^|:)(?:href|src)$/i.test(key) && !/^(?:#|data:image\/(?:png|jpe?g|gif|webp);)/.test(bare);
          found ||= /^on/i.test(key) || leads || /javascript:|vbscript:|data:text|@import/.test(bare);
        }
      },
      ontext(words) {
        found ||= /@import|javascript:/i.test(words);
      },
      onprocessinginstruction(name, data) {
        // a document type with parts of its own may hide any of the above
        found ||= /^!doctype/i.test(name) ? /\[|<!entity/i.test(data) : !/^\?xml$/i.test(name);
      },
    },
    { xmlMode: true },
  );
  parser.end(svg);
  return found;
}
