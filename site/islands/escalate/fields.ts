import { make } from "../dom.ts";
import { makeIcon } from "../make-icon.ts";
import { escalateWords as t } from "./escalate.words.ts";

export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const FAULTS: Record<string, string> = {
  message: t.writeASentenceSo,
  subject: t.thatIsLongerThan,
  topicId: t.chooseOneOfThese,
  email: t.writeTheWholeAddress,
  name: t.thatIsLongerThan,
  files: t.oneOfTheseFiles,
};

export const findField = (form: HTMLFormElement, name: string): Field | null =>
  form.querySelector<Field>(`:is(input, textarea, select)[name="${CSS.escape(name)}"]`);

/** The files that are chosen, in their order. */
export function filesOf(form: HTMLFormElement): File[] {
  const field = findField(form, "files");
  return field instanceof HTMLInputElement ? [...(field.files ?? [])] : [];
}

/** Nobody has typed or chosen anything yet. */
export function isAsBuilt(field: Field): boolean {
  if (!(field instanceof HTMLSelectElement)) return field.value === field.defaultValue;
  const built = [...field.options].find(({ defaultSelected }) => defaultSelected) ?? field.options[0];
  return field.value === built?.value;
}

/** Nothing in them, no file either, also where the server had filled one in. */
export function emptyFields(form: HTMLFormElement): void {
  form.reset();
  for (const name of Object.keys(FAULTS)) {
    const field = findField(form, name);
    if (field) field.value = "";
    clearFault(form, name);
  }
}

/** Shows what is wrong with each field, and goes to the first. True when nothing is. */
export function checkFields(form: HTMLFormElement): boolean {
  const faulty = Object.keys(FAULTS).flatMap((name) => {
    const field = findField(form, name);
    if (!field || (field.validity.valid && !isTooShort(field))) return [];
    const reason = field.validity.customError ? field.validationMessage : (FAULTS[name] ?? "");
    return [{ field: name, reason }];
  });
  showFaults(form, faulty);
  return faulty.length === 0;
}

const isTooShort = (field: Field): boolean =>
  "minLength" in field && field.required && field.value.trim().length < field.minLength;

/** @returns the faults of fields that this form does not have. */
export function showFaults(form: HTMLFormElement, faults: { field: string; reason: string }[]): typeof faults {
  for (const name of Object.keys(FAULTS)) clearFault(form, name);
  const elsewhere = faults.filter(({ field: name, reason }) => {
    const field = findField(form, name);
    if (!field) return true;
    const fault = make("p", "err is-failed", makeIcon("m-failed", "mark"), reason);
    fault.id = faultId(name);
    field.setAttribute("aria-invalid", "true");
    describeBy(field, (ids) => [...ids, fault.id]);
    field.closest("label")?.after(fault);
    return false;
  });
  form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  return elsewhere;
}

export function clearFault(form: HTMLFormElement, name: string): void {
  document.getElementById(faultId(name))?.remove();
  const field = findField(form, name);
  if (!field) return;
  field.removeAttribute("aria-invalid");
  describeBy(field, (ids) => ids.filter((id) => id !== faultId(name)));
}

const faultId = (name: string): string => `fault-${name}`;

/** A field may be described by its hint too. */
function describeBy(field: Field, change: (ids: string[]) => string[]): void {
  const ids = change((field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
  if (ids.length > 0) field.setAttribute("aria-describedby", ids.join(" "));
  else field.removeAttribute("aria-describedby");
}
