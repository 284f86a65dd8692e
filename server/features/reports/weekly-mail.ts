import type { Hub } from "#content/schema.ts";
import { placeOf } from "#server/core/local-time.ts";
import type { Email } from "#server/outbox/channels/email.ts";
import type { CaseTimes, Report, Spread } from "./reports.schema.ts";
import { DEFINITIONS } from "./reports.values.ts";

type Mailed = { to: string; report: Report; hub: Pick<Hub, "product">; publicUrl: string };

const ALL_OF_IT = "All of it, with charts:";

/** The week's figures as the desk has them, in plain text. Nothing that a visitor wrote is in it. */
export function weeklyMail({ to, report, hub, publicUrl }: Mailed): Email {
  const { from, to: until, questions, cases, searches, times } = report;
  const days = `from=${from}&to=${until}`;
  const was = (before: number | null | undefined): string =>
    before === null || before === undefined ? "" : ` (week before: ${before})`;
  const asked = (title: string, name: "answered" | "confirmed" | "abandoned"): string[] => [
    `${title}: ${questions.total[name]} of ${questions.total.asked}${was(questions.before?.[name])}`,
    `  ${DEFINITIONS[name]}`,
  ];
  const lines = [
    `${from} to ${until}, ${placeOf(report.timeZone)} time.`,
    "",
    "QUESTIONS TO ASK AI",
    `Asked: ${questions.total.asked}${was(questions.before?.asked)}`,
    ...asked("Answered", "answered"),
    ...asked("Confirmed solved", "confirmed"),
    ...asked("Abandoned", "abandoned"),
    "",
    "CASES",
    `New: ${cases.total}${was(cases.before)}`,
    ...cases.byTopic.filter((topic) => topic.cases > 0).map((topic) => `  ${topic.title}: ${topic.cases}`),
    ...sayTimes(times.now),
    "",
    "SEARCHES WITHOUT A RESULT",
    `${searches.total}${was(searches.before)}`,
    "",
    `${ALL_OF_IT} ${publicUrl}/desk/?view=reports&${days}`,
    `What no article answers: ${publicUrl}/desk/?view=gaps`,
    "",
    "You get this on Mondays because you asked for it. Turn it off at the end of the reports page.",
  ];
  return {
    to,
    subject: `${hub.product.name} support: the week from ${from}`,
    text: `${lines.join("\n")}\n`,
    action: ALL_OF_IT,
  };
}

const sayTimes = ({ replied, solved, waiting, promise }: CaseTimes): string[] => [
  `Time to the first reply, in support hours: ${saySpread(replied.support)}`,
  `Time to solved, in support hours: ${saySpread(solved.support)}`,
  `Answered within ${promise.hours} support hours: ${promise.within} of ${promise.of}`,
  `Of these cases still without a reply: ${waiting}`,
];

function saySpread({ n, median, p90 }: Spread): string {
  if (median === null) return "no case yet";
  return `half within ${median} h${p90 === null ? "" : `, nine in ten within ${p90} h`} (${n === 1 ? "1 case" : `${n} cases`})`;
}
