import { make, makeIcon } from "../dom.ts";

type Field = HTMLInputElement | HTMLTextAreaElement;

const FAULTS: Record<string, string> = {
  message: "Write a sentence, so that a person knows where to begin.",
  email: "Write the whole address, such as name@company.com.",
  name: "That is longer than we can keep. Shorten it a little.",
};

const fieldOf = (form: HTMLFormElement, name: string): Field | null =>
  form.querySelector<Field>(`input[name="${CSS.escape(name)}"], textarea[name="${CSS.escape(name)}"]`);

/** Shows what is wrong with each field, and goes to the first. True when nothing is. */
export function checkFields(form: HTMLFormElement): boolean {
  const faulty = Object.keys(FAULTS).filter((name) => {
    const field = fieldOf(form, name);
    return field && (!field.validity.valid || (field.required && field.value.trim().length < field.minLength));
  });
  showFaults(
    form,
    faulty.map((name) => ({ field: name, reason: FAULTS[name] ?? "" })),
  );
  return faulty.length === 0;
}

/** @returns the faults of fields that this form does not have. */
export function showFaults(form: HTMLFormElement, faults: { field: string; reason: string }[]): typeof faults {
  for (const name of Object.keys(FAULTS)) clearFault(form, name);
  const elsewhere = faults.filter(({ field: name, reason }) => {
    const field = fieldOf(form, name);
    if (!field) return true;
    const fault = make("p", "err is-failed", makeIcon("m-failed", "mark"), reason);
    fault.id = `fault-${name}`;
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", fault.id);
    const label = field.closest("label");
    (label?.closest(".pair") ?? label)?.after(fault);
    return false;
  });
  form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  return elsewhere;
}

export function clearFault(form: HTMLFormElement, name: string): void {
  document.getElementById(`fault-${name}`)?.remove();
  const field = fieldOf(form, name);
  field?.removeAttribute("aria-invalid");
  field?.removeAttribute("aria-describedby");
}
