import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { whileBusy } from "#site/islands/busy.ts";
import { useOnce } from "#site/islands/use-once.ts";
import { toProblem } from "#site/problem.ts";
import { Notice } from "./notice.tsx";
import { sayRefusal } from "./say-refusal.ts";

type Props = {
  class?: string;
  action: string;
  /** Another form of the view is the one to press first. */
  quiet?: boolean;
  /** What to say when it worked; the form is empty again then. */
  done?: string;
  submit: (field: (name: string) => string) => Promise<void>;
  children: ComponentChildren;
};

/** A short form: one button, its refusal said beside it, nothing sent twice. */
export function DeskForm({ action, done, submit, quiet = false, children, ...rest }: Props) {
  // not by useAction: a password that is refused here ends no session
  const { busy, problem, run } = useOnce((error) => sayRefusal(toProblem(error)));
  const worked = useSignal(false);
  const send = (form: HTMLFormElement) =>
    run(async () => {
      const data = new FormData(form);
      worked.value = false;
      await submit((name) => textOf(data.get(name)));
      form.reset();
      worked.value = true;
    });
  return (
    <form
      class={rest.class ?? "desk-form"}
      onSubmit={(event) => {
        event.preventDefault();
        void send(event.currentTarget);
      }}
    >
      {children}
      {problem.value && <Notice>{problem.value}</Notice>}
      <p class="acts">
        <button class={quiet ? "btn" : "btn main"} type="submit" {...whileBusy(busy.value)}>
          {action}
        </button>
        {done && worked.value && <span role="status">{done}</span>}
      </p>
    </form>
  );
}

const textOf = (value: FormDataEntryValue | null): string => (typeof value === "string" ? value : "");
