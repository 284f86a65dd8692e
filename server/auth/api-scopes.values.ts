/** What a key can be made for, and what that opens, in words. */
export const API_SCOPES = {
  "articles:read": "Search and read articles",
  ask: "Ask questions, and say whether an answer helped",
  "votes:write": "Vote on articles",
  "cases:read": "List and read cases",
  "cases:write": "Open cases and reply to customers",
  "reports:read": "Read reports",
} as const;
export type ApiScope = keyof typeof API_SCOPES;
// Object.keys forgets the names of the keys
export const API_SCOPE_NAMES = Object.keys(API_SCOPES) as [ApiScope, ...ApiScope[]];

/** Days after which a key ends by itself; null: it does not. */
export const KEY_DAYS = [30, 90, 365] as const;
