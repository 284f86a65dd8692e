import { stem } from "#server/knowledge/stem.ts";

const PAIRS = `add remove|add delete|activate deactivate|archive restore|before after|cheap expensive|connect disconnect|
create delete|copy delete|enable disable|enable off|disable on|export import|first last|hide show|import delete|include exclude|increase decrease|
install uninstall|link unlink|lock unlock|merge split|new old|on off|pause resume|public private|send receive|start stop|
subscribe unsubscribe|upgrade downgrade|upload download|referrer lead|referrer friend|sent received|minimum maximum`;

const OPPOSITES = PAIRS.split("|").map((pair) => pair.trim().split(" ").map(stem) as [string, string]); // two words each

/** One says a word and the other its opposite, and neither says both: "turn on" and "turn off" are two questions. */
export const areOpposite = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  OPPOSITES.some(([one, other]) => turns(a, b, one, other) || turns(b, a, one, other));

const turns = (a: ReadonlySet<string>, b: ReadonlySet<string>, one: string, other: string): boolean =>
  a.has(one) && !a.has(other) && b.has(other) && !b.has(one);
