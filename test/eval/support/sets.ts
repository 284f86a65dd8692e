/**
 * Public evaluation sets: folders with `corpus.jsonl` ({id, title, text, sections?}) and `queries.jsonl` ({id, query,
 * relevant, answerable, answer?}). They are not part of this repository: EVAL_DATA says where they are.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export type EvalDoc = {
  id: string;
  title: string;
  text: string;
  /** Headings with their place in `text`. */
  sections: { heading: string; start: number; end: number }[];
};

export type EvalQuery = {
  id: string;
  query: string;
  /** Ids of the documents that answer. */
  relevant: string[];
  answerable: boolean;
  /** Accepted answers, written by people. */
  answers: string[];
};

/** Takes `removeDocs` away, so that the questions `unanswerable` lose their answer. */
export type LeaveOut = { removeDocs: string[]; unanswerable: string[]; answerable: string[] };

export type EvalSet = { name: string; docs: EvalDoc[]; queries: EvalQuery[]; leaveOut: LeaveOut | null };

type StoredDoc = Omit<EvalDoc, "sections"> & { sections?: EvalDoc["sections"] };
type StoredQuery = Omit<EvalQuery, "answers"> & { answer?: string[] };
type StoredLeaveOut = { remove_docs: string[]; unanswerable: string[]; answerable: string[] };

/** Folders of all sets under EVAL_DATA (`../shared/data` where it exists); null when there are none. */
export function findSets(): string[] | null {
  const root = path.join(process.env["EVAL_DATA"] ?? "../shared/data", "eval");
  if (!existsSync(root)) return null;
  const folders = readdirSync(root).map((name) => path.join(root, name));
  return folders.filter((folder) => existsSync(path.join(folder, "queries.jsonl"))).toSorted();
}

/** @throws Error that names the folder when it is not a set. */
export function readSet(folder: string): EvalSet {
  const file = (name: string) => path.join(folder, name);
  if (!existsSync(file("queries.jsonl")))
    throw new Error(`${folder} has no queries.jsonl: it is not an evaluation set.`);
  const leaveOut = existsSync(file("leaveout.json"))
    ? (JSON.parse(readFileSync(file("leaveout.json"), "utf8")) as StoredLeaveOut) // as the set's README describes
    : null;
  return {
    name: path.basename(path.resolve(folder)),
    docs: readLines<StoredDoc>(file("corpus.jsonl")).map((doc) => ({ ...doc, sections: doc.sections ?? [] })),
    queries: readLines<StoredQuery>(file("queries.jsonl")).map(({ answer, ...query }) => ({
      ...query,
      answers: answer ?? [],
    })),
    leaveOut: leaveOut && {
      removeDocs: leaveOut.remove_docs,
      unanswerable: leaveOut.unanswerable,
      answerable: leaveOut.answerable,
    },
  };
}

function readLines<T>(file: string): T[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line) as T); // as the set's README describes
}
