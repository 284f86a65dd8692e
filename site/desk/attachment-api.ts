import { api } from "#site/api.ts";
import { readAnswer } from "#site/problem.ts";

/** Wait at the case for one’s own next reply. */
export async function attachFiles(caseId: string, files: File[]): Promise<void> {
  const body = new FormData();
  for (const file of files) body.append("files", file);
  return readAnswer(await fetch(`/api/desk/cases/${encodeURIComponent(caseId)}/attachments`, { method: "POST", body }));
}

/** 404 for one that has gone out already. */
export const dropFile = async (id: string): Promise<void> =>
  readAnswer(await api.desk.attachments[":id"].$delete({ param: { id } }));
