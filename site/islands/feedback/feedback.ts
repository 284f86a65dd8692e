import type { VoteInput } from "#server/features/feedback/feedback.schema.ts";
import { toProblem } from "#site/problem.ts";
import { castVote } from "../calls.ts";
import { make, makeButton } from "../dom.ts";
import { makeIcon } from "../make-icon.ts";
import { feedbackWords as t } from "./feedback.words.ts";

/** Counts the choice that is made already, and every later one; Send adds the words. */
export function takeFeedback(form: HTMLFormElement): void {
  // words that Send has not got through go with whatever is sent next
  const send = oneAtATime((words) => sendVote(form, words || missed.get(form)?.words === true, send));
  form.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== "radio") return;
    if (target.name === "answered") clearReason(form);
    keepToAnswer(form);
    send(false);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(true);
  });
  keepToAnswer(form);
  send(false);
}

/** What each article's vote counts as by now. */
const counted = new Map<string, boolean>();

/** What did not get through, by its form; it is sent again when there is a connection. */
const missed = new Map<HTMLFormElement, { words: boolean; retry: () => void }>();
addEventListener("online", () => {
  for (const { retry } of missed.values()) retry();
});

/** `words`: with the comment and the address, which Send alone sends. */
async function sendVote(form: HTMLFormElement, words: boolean, send: (words: boolean) => void): Promise<void> {
  const vote = readVote(form, words);
  const sent = make("p", "small", t.sending);
  const says = form.querySelector<HTMLElement>("[data-says]");
  says?.replaceChildren(sent);
  try {
    const { changed } = await castVote(vote);
    says?.replaceChildren(sayCounted(vote, changed && vote.answered !== counted.get(vote.articleId)));
    counted.set(vote.articleId, vote.answered);
    missed.delete(form);
  } catch (error) {
    const retry = () => send(words);
    missed.set(form, { words, retry });
    says?.replaceChildren(sayNotCounted(toProblem(error).message, retry));
  }
}

function readVote(form: HTMLFormElement, words: boolean): VoteInput {
  const fields = new FormData(form);
  const read = (name: string): string | undefined => {
    const value = fields.get(name);
    return (typeof value === "string" && value.trim()) || undefined;
  };
  return {
    articleId: read("articleId") ?? "",
    answered: read("answered") === "yes",
    // The form offers the contract's own reasons.
    reason: read("reason") as VoteInput["reason"],
    ...(words && { comment: read("comment"), email: read("email") }),
  };
}

/** What stands with the other answer is out of sight: it is neither sent nor in the way of Send. */
function keepToAnswer(form: HTMLFormElement): void {
  const answer = new FormData(form).get("answered");
  for (const why of form.querySelectorAll<HTMLElement>("[data-why]"))
    for (const field of why.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea"))
      field.disabled = why.dataset["why"] !== answer;
}

function clearReason(form: HTMLFormElement): void {
  for (const radio of form.querySelectorAll<HTMLInputElement>("input[name=reason]")) radio.checked = false;
}

function sayCounted({ email, comment }: VoteInput, changed: boolean): HTMLElement {
  const line = make(
    "p",
    "is-ok",
    makeIcon("m-ok", "mark"),
    " ",
    make("b", "state-word", changed ? t.changed : t.counted),
  );
  if (email) line.append(t.weWriteToWhen(email));
  else if (comment) line.append(t.thankYouYourWords);
  return line;
}

function sayNotCounted(why: string, retry: () => void): HTMLElement {
  const word = make("b", "state-word", t.notCounted);
  return make(
    "p",
    "is-failed",
    makeIcon("m-failed", "mark"),
    " ",
    word,
    ` ${why} `,
    makeButton(t.tryNow, "text-btn", retry),
  );
}

/** Runs `work`, and once more if it was asked for meanwhile: the last choice wins, with its words where Send was pressed. */
function oneAtATime(work: (words: boolean) => Promise<void>): (words: boolean) => void {
  let running = false;
  let next: { words: boolean } | null = null;
  const run = async (words: boolean): Promise<void> => {
    if (running) {
      next = { words: words || next?.words === true };
      return;
    }
    running = true;
    await work(words);
    running = false;
    const asked = next;
    next = null;
    if (asked) await run(asked.words);
  };
  return (words) => void run(words);
}
