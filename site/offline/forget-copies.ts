const PREFIX = "handrail-";

/** The name of a build's copies. */
export const nameOf = (build: string): string => PREFIX + build;

/** All copies go, but for those of one name. */
export async function forgetCopies(but?: string): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== but);
  await Promise.all(names.map((name) => caches.delete(name)));
}
