/** Every rule of `npm run content:lint`, in the order in which a writer would go through an article. */
import type { Rule } from "./rule.ts";
import { altText } from "./rules/alt-text.ts";
import { brokenTree } from "./rules/broken-tree.ts";
import { cutByComment } from "./rules/cut-by-comment.ts";
import { duplicateTitle } from "./rules/duplicate-title.ts";
import { externalLink } from "./rules/external-link.ts";
import { foreignMark } from "./rules/foreign-mark.ts";
import { headingOrder } from "./rules/heading-order.ts";
import { largeImage } from "./rules/large-image.ts";
import { brokenAnchor, brokenLink } from "./rules/links.ts";
import { misusedBlock } from "./rules/misused-block.ts";
import { missingReference } from "./rules/missing-reference.ts";
import { movedWithoutRedirect } from "./rules/moved-without-redirect.ts";
import { notShown } from "./rules/not-shown.ts";
import { notUpdated } from "./rules/not-updated.ts";
import { unusedPart, untranslatedPart } from "./rules/parts.ts";
import { readable } from "./rules/readable.ts";
import { redirects } from "./rules/redirects.ts";
import { sameId } from "./rules/same-id.ts";
import { stale } from "./rules/stale.ts";
import { longStep, stepWithoutResult } from "./rules/steps.ts";
import { translatedId } from "./rules/translated-id.ts";
import { unfitTypeface } from "./rules/unfit-typeface.ts";
import { unknownBlock } from "./rules/unknown-block.ts";
import { unknownName } from "./rules/unknown-name.ts";
import { unknownWord } from "./rules/unknown-word.ts";
import { unreached } from "./rules/unreached.ts";
import { unwritten } from "./rules/unwritten.ts";
import { videos } from "./rules/videos.ts";
import { wrongTranslation } from "./rules/wrong-translation.ts";

export const RULES: Rule[] = [
  readable,
  unfitTypeface,
  wrongTranslation,
  unreached,
  unwritten,
  missingReference,
  unusedPart,
  untranslatedPart,
  cutByComment,
  duplicateTitle,
  stale,
  notUpdated,
  unknownBlock,
  misusedBlock,
  foreignMark,
  unknownName,
  headingOrder,
  longStep,
  stepWithoutResult,
  sameId,
  translatedId,
  brokenTree,
  altText,
  notShown,
  largeImage,
  videos,
  brokenLink,
  brokenAnchor,
  externalLink,
  movedWithoutRedirect,
  redirects,
  unknownWord,
];
