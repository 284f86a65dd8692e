import { loaded } from "./loaded.ts";
import { listPeople, readMe } from "./staff-api.ts";

/** The own account: factors and sessions. */
export const me = loaded(readMe);
/** Who has an account, and who is invited; for admins. */
export const everybody = loaded(listPeople);

/** After a change of the own account, which also stands in the list of all, where that is open. */
export async function reloadMe(): Promise<void> {
  await Promise.all([me.reload(), everybody.state.value.value && everybody.reload()]);
}
