/** Fields for files: each one is listed with its size, can be taken back, and is judged as the server will judge it. */
import { ATTACHMENTS_MAX } from "#server/features/escalation/attachment.values.ts";
import { saySize } from "#server/core/sizes.values.ts";
import { announce } from "../announce.ts";
import { make, makeButton } from "../dom.ts";
import { makeIcon } from "../make-icon.ts";
import { judgeFile } from "./judge-file.ts";
import { filesWords as t } from "./files.words.ts";

export function wakeFiles(): void {
  for (const box of document.querySelectorAll<HTMLElement>("[data-files]")) followFiles(box);
}

/** The field stays the one place where the files are: what the form sends is what is listed. */
function followFiles(box: HTMLElement): void {
  const input = box.querySelector<HTMLInputElement>("input[type=file]");
  if (!input) return;
  const list = make("ul", "file-list plain");
  list.setAttribute("aria-label", t.filesToSend);
  box.append(list);
  let chosen: File[] = [];
  const show = async (files: File[]): Promise<void> => {
    chosen = files;
    input.files = transferOf(files);
    const faults = await Promise.all(files.map(judgeFile));
    if (chosen !== files) return; // changed meanwhile
    list.replaceChildren(...files.map((file, at) => listFile(file, faults[at] ?? null, () => drop(file))));
    const fault = sayFault(files, faults);
    input.setCustomValidity(fault);
    box.dispatchEvent(new CustomEvent("files", { bubbles: true }));
    announce(fault || sayCount(files.length));
  };
  const drop = (file: File): void => {
    void show(chosen.filter((each) => each !== file));
    input.focus();
  };
  // choosing again adds: a browser would put the new ones in the place of the old
  input.addEventListener("change", () => {
    const added = [...(input.files ?? [])].filter((file) => !chosen.some((each) => isSame(each, file)));
    void show([...chosen, ...added]);
  });
  input.form?.addEventListener("reset", () => {
    chosen = [];
    list.replaceChildren();
    input.setCustomValidity("");
  });
  if (input.files?.length) void show([...input.files]);
}

function transferOf(files: File[]): FileList {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer.files;
}

const isSame = (a: File, b: File): boolean =>
  a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;

function listFile(file: File, fault: string | null, drop: () => void): HTMLLIElement {
  const remove = makeButton(t.remove, "text-btn", drop);
  remove.setAttribute("aria-label", t.remove2(file.name));
  const facts = make("span", "small", saySize(file.size));
  const says = fault ? [make("span", "err is-failed", makeIcon("m-failed", "mark"), ` ${fault}`)] : [];
  return make("li", "", make("b", "", file.name), " ", facts, " ", remove, ...says);
}

/** "" when nothing is wrong. */
function sayFault(files: File[], faults: (string | null)[]): string {
  const at = faults.findIndex((fault) => fault !== null);
  if (at >= 0) return t.removeIt(files[at]?.name ?? "", faults[at] ?? "");
  return files.length > ATTACHMENTS_MAX ? t.theseAreFilesSend(files.length, ATTACHMENTS_MAX) : "";
}

const sayCount = (count: number): string => (count === 0 ? t.noFileGoesAlong : t.along(count));
