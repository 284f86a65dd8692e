import type { Token } from "./read-tokens.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Words that turn or narrow what they stand before. `says` must be confirmed; `means` can confirm it as well. */
export type Operator = {
  says: ReadonlySet<string>;
  means: ReadonlySet<string>;
  /** An answer may not leave it out either. */
  kept: boolean;
};

export const NEGATIONS = words("not no never none neither nor without nobody nothing nowhere unless");

export const OPERATORS: Operator[] = [
  {
    says: NEGATIONS,
    means: words(
      `lack lacks lacked lacking fail fails failed unable refuse refuses refused refusal prevent prevents prevented except instead rather avoid
       avoids avoided impossible hardly rarely seldom skip skips skipped ignore ignores ignored empty missing stop stops stopped absence
       absent otherwise lapse lapses lapsed deny denies denied forbid forbids forbidden prohibited decline declined cancel unsupported unavailable invalid ineligible
       only cease ceased ceases exempt against disable disabled exclude excludes excluded free`,
    ),
    kept: true,
  },
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

/** True where the token is the operator: "all 12" counts, "all of them" claims. */
export const saysAt = ({ says }: Operator, tokens: Token[], at: number): boolean => {
  const lower = tokens[at]?.lower ?? "";
  return says.has(lower) && !(lower === "all" && tokens[at + 1]?.kind === "number");
};

/** `says` is wrong where the source has one of `turnedBy` and none of its own. */
export type Modal = Pick<Operator, "says" | "means"> & { turnedBy: ReadonlySet<string> };
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
