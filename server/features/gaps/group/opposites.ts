import { stem } from "#server/knowledge/stem.ts";

const PAIRS = `add remove|add delete|activate deactivate|archive restore|before after|cheap expensive|connect disconnect|
create delete|copy delete|enable disable|enable off|disable on|export import|first last|hide show|import delete|include exclude|increase decrease|
install uninstall|link unlink|lock unlock|merge split|new old|on off|pause resume|public private|send receive|start stop|
subscribe unsubscribe|upgrade downgrade|upload download|referrer lead|referrer friend|sent received|minimum maximum`;

type Turn = { says: string; not: string };

const TURNS: Turn[] = PAIRS.split("|").flatMap((pair) => {
  const [says = "", not = ""] = pair.trim().split(" ").map(stem);
  return [
    { says, not },
    { says: not, not: says },
  ];
});

/** What a phrase says and would be turned round by. */
export const findTurns = (said: ReadonlySet<string>): Turn[] =>
  TURNS.filter(({ says, not }) => said.has(says) && !said.has(not));

/** One says a word and the other its opposite, and neither says both: "turn on" and "turn off" are two questions. */
export const areOpposite = (turns: Turn[], said: ReadonlySet<string>): boolean =>
  turns.some(({ says, not }) => said.has(not) && !said.has(says));
