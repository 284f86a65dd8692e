import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { StaffList } from "#server/features/desk/case-content.schema.ts";
import { colleagues } from "./cases.ts";
import { showWritten } from "./insert-words.ts";
import { useListbox } from "./use-listbox.ts";

type Colleague = StaffList["staff"][number];
const SHOWN = 6;
const ID = "colleagues";

/** `@` and what of a name stands before the cursor. */
const BEGUN = /(?<![\p{L}\p{N}])@([\p{L}\p{N}.'’-]*(?: [\p{L}\p{N}.'’-]*)?)$/u;

/** Colleagues offered for the `@name` that is being written. */
export function useMentions(write: (text: string) => void) {
  const begun = useSignal<{ name: string; from: number; to: number } | null>(null);
  const close = () => (begun.value = null);
  const found = begun.value ? findByName(begun.value.name) : [];
  const take = ({ name }: Colleague) => {
    const field = document.querySelector<HTMLTextAreaElement>("#write");
    if (!field || !begun.value) return;
    const { from, to } = begun.value;
    close();
    const text = `${field.value.slice(0, from)}@${name} ${field.value.slice(to)}`;
    showWritten(text, from + name.length + 2);
    write(text);
  };
  const { here, press, begin } = useListbox(found, take, close);
  const look = (field: HTMLTextAreaElement) => {
    const [written = "", name = ""] = BEGUN.exec(field.value.slice(0, field.selectionStart)) ?? [];
    begin();
    begun.value = written ? { name, from: field.selectionStart - written.length, to: field.selectionStart } : null;
    if (written && !colleagues.state.peek().value) void colleagues.reload();
  };
  const aria = {
    "aria-autocomplete": "list" as const,
    "aria-controls": found.length > 0 ? ID : undefined,
    "aria-activedescendant": found.length > 0 ? `${ID}-${here}` : undefined,
  };
  return { found, here, take, look, aria, press: (event: KeyboardEvent) => begun.value !== null && press(event) };
}

const findByName = (begun: string): Colleague[] => {
  const words = begun.trim().toLowerCase();
  const staff = colleagues.state.value.value?.staff ?? [];
  return staff.filter(({ name }) => ` ${name.toLowerCase()}`.includes(` ${words}`)).slice(0, SHOWN);
};

const sayCount = (count: number): string => (count === 1 ? "1 colleague" : `${count} colleagues`);

type Props = Pick<ReturnType<typeof useMentions>, "found" | "here" | "take">;

/** Below the field, which may itself be at the foot of the window: after each letter browsers scroll to the field alone. */
export function Mentions({ found, here, take }: Props) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.scrollIntoView({ block: "nearest" }));
  return (
    <>
      <p class="sr" role="status">
        {found.length > 0 && `${sayCount(found.length)}: ${found.map(({ name }) => name).join(", ")}. Enter takes one.`}
      </p>
      {found.length > 0 && (
        <ul class="plain picks" role="listbox" id={ID} aria-label="Colleagues" ref={list}>
          {found.map((colleague, at) => (
            <li
              key={colleague.id}
              id={`${ID}-${at}`}
              role="option"
              aria-selected={at === here}
              onMouseDown={(event) => {
                event.preventDefault(); // the cursor stays where it is
                take(colleague);
              }}
            >
              {colleague.name}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
