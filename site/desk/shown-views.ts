import type { StaffRole } from "#server/auth/people.schema.ts";
import { mayOpen, type View } from "./views.ts";

/** A hub whose product connects to no CRM has no connections. */
const connects = document.querySelector("#desk[data-connects]") !== null;

/** Whether the desk leads there. */
export const isShownTo = (role: StaffRole, view: View): boolean =>
  mayOpen(role, view) && (connects || view !== "connections");
