/** A form's field that people do not see and leave empty; programs fill it in. Shared with the browser. */
export const HONEYPOT = "website";
