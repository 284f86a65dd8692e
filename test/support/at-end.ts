import { afterAll, onTestFinished, TestRunner } from "vitest";

/**
 * Undoes what was made: when the test that made it has ended, or the file, where it was made at the file's top. Vitest's
 * own afterAll does nothing within a test, and does not say so.
 */
export function atEnd(undo: () => unknown): void {
  const isInTest = Boolean(TestRunner.getCurrentTest());
  (isInTest ? onTestFinished : afterAll)(async () => void (await undo()));
}
