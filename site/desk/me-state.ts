import { loaded } from "./loaded.ts";
import { listPeople, readMe } from "./staff-api.ts";

/** The own account: factors and sessions. */
export const me = loaded(readMe);
/** Who has an account, and who is invited; for admins. */
export const everybody = loaded(listPeople);
