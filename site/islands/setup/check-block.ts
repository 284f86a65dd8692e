import type { ConnectionCheck } from "#server/features/integrations/checks.schema.ts";
import type { IntegrationView } from "#server/features/integrations/integrations.schema.ts";
import { openVendors, sayState } from "#server/features/status/status-sentences.values.ts";
import { toProblem } from "#site/problem.ts";
import { findArticle } from "../article.ts";
import { announce } from "../announce.ts";
import { make, makeButton, makeIcon, makeLink } from "../dom.ts";
import { readStatus } from "../status/read-status.ts";
import { leaveCheck } from "./leave-check.ts";
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
  const person = bad.length > 0 ? [linkPerson(says, view, check)] : [];
  says.replaceChildren(
    sayLine(sayCheck(check.state), text),
    ...(lines.length > 0 ? [make("ul", "plain", ...lines)] : []),
    make("p", "small", `Your own connection, checked ${sayMoment(check.at)}.`),
    make("p", "acts", again, makeLink(`/setup/${view.id}/#check`, "All facts"), ...person),
    problem,
  );
}

/** To a person, with the step that the check stands in and what it saw. */
function linkPerson(says: HTMLElement, { name }: IntegrationView, check: ConnectionCheck): HTMLAnchorElement {
  const article = findArticle()?.id;
  const step = says.closest<HTMLElement>("[data-step]")?.dataset["step"];
  const known = new URLSearchParams({ ...(article && { article }), ...(article && step && { step }) });
  const link = makeLink(`/contact/?${known}`, "Take this to a person");
  link.addEventListener("click", () => leaveCheck(check, name));
  return link;
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
