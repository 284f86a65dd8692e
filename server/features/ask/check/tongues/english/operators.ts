import { wordSet as words } from "../../../word-set.ts";
import type { Modal, Operator, Tongue } from "../tongue.ts";

export const NEGATION: Operator = {
  says: words("not no never none neither nor without nobody nothing nowhere unless avoid avoids"),
  means: words(
    `lack lacks lacked lacking fail fails failed unable refuse refuses refused refusal prevent prevents prevented except instead rather
       avoided impossible hardly rarely seldom skip skips skipped ignore ignores ignored empty missing stop stops stopped absence
       absent otherwise lapse lapses lapsed deny denies denied forbid forbids forbidden prohibited decline declined cancel unsupported unavailable invalid ineligible
       only cease ceased ceases exempt against disable disabled exclude excludes excluded free`,
  ),
};

export const OPERATORS: Tongue["operators"] = [
  { says: words("yes"), means: new Set(), kept: false },
  {
    says: words("only solely exclusively merely"),
    means: words("just alone unique sole single except restricted limited unless one"),
    kept: true,
  },
  {
    says: words("always all every everyone everything everybody everywhere"),
    means: words(
      "each any whenever entire whole both throughout never anyone anything invariably automatically total full complete",
    ),
    kept: false,
  },
];

export const MODALS: Modal[] = [
  {
    says: words("may might optional optionally"),
    means: words("can could sometimes often usually possibly"),
    turnedBy: words("must required shall mandatory"),
  },
  {
    says: words("must"),
    means: words("required requires require need needs needed necessary mandatory shall should have has"),
    turnedBy: words("may might can could optional optionally sometimes"),
  },
];
