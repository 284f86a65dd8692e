import type { ConnectionCheck } from "#server/features/integrations/checks.schema.ts";
import type { IntegrationView } from "#server/features/integrations/integrations.schema.ts";
import { toProblem } from "#site/problem.ts";
import { findArticle } from "../article.ts";
import { announce } from "../announce.ts";
import { hearWork, setBusy } from "../busy.ts";
import { here, make, makeButton, makeLink } from "../dom.ts";
import { leaveCheck } from "./leave-check.ts";
import { runCheck } from "./run-check.ts";
import { makeStateLine } from "./make-state-line.ts";
import { sayCheck } from "./say-state.ts";
import { sayMoment } from "../when.ts";
import { listChecks } from "./setup-calls.ts";
import { setupCheckWords as t } from "./check.words.ts";

/** The reader's own latest result: a sentence, what is not as it should be, the time, and "Check again". */
export async function fillCheck(says: HTMLElement, view: IntegrationView): Promise<void> {
  const own = view.connection;
  if (!own) return;
  const [latest] = await listChecks(own.id).catch(() => []);
  if (latest) showCheck(says, view, own.id, latest);
}

function showCheck(says: HTMLElement, view: IntegrationView, id: string, check: ConnectionCheck): void {
  const bad = check.results.filter(({ state }) => state !== "ok");
  const text = bad.length === 0 ? t.allFactsAreAs(check.results.length) : t.thisIsNotAs;
  const problem = make("p", "err is-failed");
  problem.hidden = true;
  const again = makeButton(t.checkAgain, "btn sm", () => {
    setBusy(again, true);
    again.textContent = t.checking;
    hearWork(runCheck(id)).then(
      (done) => {
        showCheck(says, view, id, done);
        says.querySelector("button")?.focus();
        announce(t.checked(sayCheck(done.state).word));
      },
      (error: unknown) => {
        problem.textContent = toProblem(error).message;
        problem.hidden = false;
        setBusy(again, false);
        again.textContent = t.checkAgain;
      },
    );
  });
  const lines = bad.map(({ title, seen, todo }) =>
    make("li", "", make("b", "", `${title}.`), ` ${seen} ${todo ?? ""}`),
  );
  const person = bad.length > 0 ? [linkPerson(says, view, check)] : [];
  says.replaceChildren(
    makeStateLine(sayCheck(check.state), text),
    ...(lines.length > 0 ? [make("ul", "plain", ...lines)] : []),
    make("p", "small", t.yourOwnConnectionChecked(sayMoment(check.at))),
    make("p", "acts", again, makeLink(here(`/setup/${view.id}/#check`), t.allFacts), ...person),
    problem,
  );
}

/** To a person, with the step that the check stands in and what it saw. */
function linkPerson(says: HTMLElement, { name }: IntegrationView, check: ConnectionCheck): HTMLAnchorElement {
  const article = findArticle()?.id;
  const step = says.closest<HTMLElement>("[data-step]")?.dataset["step"];
  const known = new URLSearchParams({ ...(article && { article }), ...(article && step && { step }) });
  const link = makeLink(here(`/contact/?${known}`), t.takeThisToA);
  link.addEventListener("click", () => leaveCheck(check, name));
  return link;
}
