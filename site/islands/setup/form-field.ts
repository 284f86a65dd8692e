/** What is typed in a field of the form that is being sent, without spaces around it. */
export function readField(event: SubmitEvent, name: string): string {
  const form = event.currentTarget;
  const value = form instanceof HTMLFormElement ? new FormData(form).get(name) : null;
  return typeof value === "string" ? value.trim() : "";
}
