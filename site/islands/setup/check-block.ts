import type { ConnectionCheck } from "#server/features/integrations/checks.schema.ts";
import type { IntegrationView } from "#server/features/integrations/integrations.schema.ts";
import { openVendors, sayState } from "#server/features/status/status-sentences.values.ts";
import { toProblem } from "#site/problem.ts";
import { announce } from "../announce.ts";
import { make, makeButton, makeIcon, makeLink } from "../dom.ts";
import { readStatus } from "../status/read-status.ts";
import { runCheck } from "./run-check.ts";
import { sayCheck, sayMoment, type Said } from "./say-state.ts";
import { listChecks } from "./setup-calls.ts";

/** The reader's own latest result: a sentence, what is not as it should be, the time, and "Check again". */
export async function fillCheck(says: HTMLElement, view: IntegrationView): Promise<void> {
  const own = view.connection;
  if (!own) return;
  const [latest] = await listChecks(own.id).catch(() => []);
  if (latest) showCheck(says, view, own.id, latest);
}

function showCheck(says: HTMLElement, view: IntegrationView, id: string, check: ConnectionCheck): void {
  const bad = check.results.filter(({ state }) => state !== "ok");
  const text =
    bad.length === 0 ? `All ${check.results.length} facts are as they should be.` : "This is not as it should be:";
  const problem = make("p", "err is-failed");
  problem.hidden = true;
  const again = makeButton("Check again", "btn sm", () => {
    again.disabled = true;
    again.textContent = "Checking";
    runCheck(id).then(
      (done) => {
        showCheck(says, view, id, done);
        says.querySelector("button")?.focus();
        announce(`Checked. ${sayCheck(done.state).word}`);
      },
      (error: unknown) => {
        problem.textContent = toProblem(error).message;
        problem.hidden = false;
        again.disabled = false;
        again.textContent = "Check again";
      },
    );
  });
  const lines = bad.map(({ title, seen, todo }) =>
    make("li", "", make("b", "", `${title}.`), ` ${seen} ${todo ?? ""}`),
  );
  says.replaceChildren(
    sayLine(sayCheck(check.state), text),
    ...(lines.length > 0 ? [make("ul", "plain", ...lines)] : []),
    make("p", "small", `Your own connection, checked ${sayMoment(check.at)}.`),
    make("p", "acts", again, makeLink(`/setup/${view.id}/#check`, "All facts")),
    problem,
  );
}

/** For readers who are not known: what the vendor says of itself. */
export async function fillVendor(says: HTMLElement, id: string): Promise<void> {
  const status = await readStatus().catch(() => null);
  const vendor = status && openVendors(status).find((each) => each.id === id);
  if (!status || !vendor) return;
  const { mark, tone, word, says: text } = sayState(vendor.vendor);
  says.prepend(
    make("p", tone, makeIcon(mark, "mark"), `${vendor.name} itself: `, make("b", "state-word", word), ` ${text}`),
    make("p", "small", `By its own status page, read ${sayMoment(status.checkedAt)}.`),
  );
}

export const sayLine = ({ tone, mark, word }: Said, text: string): HTMLElement =>
  make("p", tone, makeIcon(mark, "mark"), make("b", "state-word", word), ` ${text}`);
