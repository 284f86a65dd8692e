/** Everything that webhooks are told of, and when. */
export const HOOK_EVENTS = {
  "case.opened": "A customer asked for a person",
  "case.replied": "A customer wrote again",
  "case.answered": "Support replied to a customer",
  "case.solved": "A case was solved",
  "case.reopened": "A solved case was opened again",
  "vote.cast": "A reader voted on an article, or changed the vote",
  "article.fixed": "An article that let readers down was mended",
  "answer.unanswered": "A question had no answer in the articles",
  "gap.opened": "Something new is asked that no article says",
  "gap.closed": "A gap was answered by an article, or dismissed",
  "check.failed": "A customer’s connection to a CRM stopped working",
  "webhook.test": "Somebody at the desk tries a webhook",
} as const;
/** What a webhook can be told of by choice; a test it is sent in any event. */
const { "webhook.test": _test, ...chosen } = HOOK_EVENTS;
export const HOOK_CHOICES = chosen;
export type HookEventName = keyof typeof HOOK_EVENTS;
// Object.keys forgets the names of the keys
export const HOOK_EVENT_NAMES = Object.keys(HOOK_EVENTS) as [HookEventName, ...HookEventName[]];
