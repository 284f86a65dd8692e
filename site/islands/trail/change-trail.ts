/** What a reader does with the trail as a whole. */
import { forgetOnDevice, moveToDevice } from "./device-trail.ts";
import { isKeptOnDevice, keepTab, readTab, readTrail, tellChanged, wishDevice } from "./trail.ts";

/** Without a database there is nothing to take away from it. */
const forget = (id?: string): Promise<void> =>
  isKeptOnDevice() ? forgetOnDevice(id).catch(() => {}) : Promise.resolve();

export async function removeFromTrail(id: string): Promise<void> {
  keepTab(readTab().filter((entry) => entry.id !== id));
  await forget(id);
  tellChanged();
}

export async function clearTrail(): Promise<void> {
  keepTab([]);
  await forget();
  tellChanged();
}

/** Moves the trail to this device until it is cleared, or back into this tab. False where this browser keeps nothing. */
export async function keepTrailOnDevice(wanted: boolean): Promise<boolean> {
  let done = true;
  if (wanted) {
    wishDevice(true);
    done = await moveToDevice().then(
      () => true,
      () => false,
    );
    if (!done) wishDevice(false);
  } else {
    const entries = await readTrail();
    await forget();
    wishDevice(false);
    keepTab(entries.map((entry) => ({ ...entry, onDevice: false })));
  }
  tellChanged();
  return done;
}
