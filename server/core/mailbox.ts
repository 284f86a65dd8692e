/** The mailbox that an address is of, for limits: ann+one@example.com and ann+two@example.com are one. */
export const mailboxOf = (email: string): string => email.toLowerCase().replace(/\+.*(?=@)/, "");
