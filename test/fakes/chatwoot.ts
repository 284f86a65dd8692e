/**
 * Chatwoot's Application API as far as the hub uses it. Shapes are those of its source: `app/views/api/v1` (models/_message,
 * conversations/partials/_conversation, accounts/contacts/{filter,create}, models/_inbox), errors those of
 * `app/controllers/concerns/{access_token_auth_helper,request_exception_handler}.rb`.
 */
import { startEmulator, type Answer, type Asked } from "./crm/emulator.ts";

type Contact = { id: number; name: string; email: string };
type SentMessage = { content: string; message_type?: string; private?: boolean; source_id?: string };
type Message = { id: number; content: string; message_type: number; private: boolean; source_id: string | null };
type Conversation = {
  id: number;
  contact: Contact;
  source_id: string;
  status: string;
  custom_attributes: Record<string, string>;
  messages: Message[];
};
type Sent = { [Key in "contact_id" | "inbox_id"]: number } & {
  source_id: string;
  custom_attributes: Record<string, string>;
  message?: SentMessage;
};

const [TOKEN, ACCOUNT, INBOX, WEBSITE_INBOX] = ["a-token-of-the-agent", 1, 5, 6];
const INBOXES = [
  { id: INBOX, name: "Help hub", channel_type: "Channel::Api" },
  { id: WEBSITE_INBOX, name: "Website", channel_type: "Channel::WebWidget" },
];
const NOT_FOUND: Answer = { status: 404, body: { error: "Resource could not be found" } };

export async function startChatwoot() {
  const contacts: Contact[] = [];
  const conversations: Conversation[] = [];
  /** Names of messages that came, each attempt that was let in. */
  const names: string[] = [];
  const answers: Answer[] = [];
  /** The next message is taken, and then this is answered all the same: what a broken line looks like from here. */
  const lost: Answer[] = [];
  let knowsSourceId = true;

  const emulator = await startEmulator((asked) => {
    const before = names.length;
    const answer = refuseStranger(asked) ?? answers.shift() ?? route(asked);
    return (names.length > before && lost.shift()) || answer;
  });

  function route({ method, path, query, text }: Asked): Answer {
    const [, account, rest = ""] = /^\/api\/v1\/accounts\/(\d+)\/(.*)$/.exec(path) ?? [];
    if (Number(account) !== ACCOUNT) return NOT_FOUND;
    const [, kind, id, of] = /^(inboxes|conversations)\/(\d+)(?:\/(messages|toggle_status))?$/.exec(rest) ?? [];
    const conversation = conversations.find((each) => each.id === Number(id));
    const inbox = INBOXES.find((each) => each.id === Number(id));
    if (kind === "inboxes" && inbox) return { status: 200, body: inbox };
    if (kind === "conversations" && !of && conversation) return { status: 200, body: showConversation(conversation) };
    if (of === "toggle_status" && method === "POST" && conversation)
      return turn(conversation, readSent<{ status: string }>(text));
    if (of === "messages" && conversation)
      return method === "GET" ? listMessages(conversation) : addMessage(conversation, readSent<SentMessage>(text));
    if (rest === "conversations") return method === "GET" ? listConversations(query) : create(readSent<Sent>(text));
    if (method !== "POST") return NOT_FOUND;
    if (rest === "contacts/filter") return filterContacts(text);
    return rest === "contacts" ? createContact(readSent<Contact>(text)) : NOT_FOUND;
  }

  /** app/finders/conversation_finder.rb: open ones; of every source before pull request 6979. */
  function listConversations(query: URLSearchParams): Answer {
    const status = query.get("status") ?? "open";
    const found = conversations
      .filter((each) => status === "all" || each.status === status)
      .filter((each) => !knowsSourceId || each.source_id === query.get("source_id"));
    return { status: 200, body: { data: { meta: { all_count: found.length }, payload: found.map(showConversation) } } };
  }

  /** app/finders/message_finder.rb: the latest twenty. */
  const listMessages = ({ messages }: Conversation): Answer => ({
    status: 200,
    body: { meta: {}, payload: messages.slice(-20) },
  });

  function filterContacts(text: string): Answer {
    const { payload } = readSent<{ payload: { attribute_key: "email"; values: string[] }[] }>(text);
    const found = contacts.filter((contact) =>
      payload.every((by) => contact[by.attribute_key] === by.values[0]?.toLowerCase()),
    );
    return { status: 200, body: { meta: { count: found.length, current_page: 1 }, payload: found } };
  }

  /** app/models/contact.rb */
  function createContact({ name, email }: Contact): Answer {
    const taken = contacts.some((contact) => contact.email === email.toLowerCase());
    if (taken) return { status: 422, body: { message: "Email has already been taken", attributes: ["email"] } };
    const contact = { id: contacts.length + 70, name, email: email.toLowerCase() };
    contacts.push(contact);
    return { status: 200, body: { payload: { contact, contact_inbox: { inbox: null, source_id: null } } } };
  }

  /** app/controllers/api/v1/accounts/conversations_controller.rb: conversation and message, or neither. */
  function create({ contact_id, inbox_id, source_id, custom_attributes, message }: Sent): Answer {
    const contact = contacts.find(({ id }) => id === contact_id);
    if (!contact || !INBOXES.some(({ id }) => id === inbox_id)) return NOT_FOUND;
    const isIncomingElsewhere = inbox_id !== INBOX && message?.message_type === "incoming";
    if (isIncomingElsewhere) return { status: 500, body: { status: 500, error: "Internal Server Error" } };
    const id = conversations.length + 41;
    const made = { id, contact, source_id, status: "open", custom_attributes, messages: [] };
    if (message) {
      const answer = addMessage(made, message);
      if (answer.status !== 200) return { status: 500, body: { status: 500, error: "Internal Server Error" } };
    }
    conversations.push(made);
    return { status: 200, body: showConversation(made) };
  }

  /** app/builders/messages/message_builder.rb; `source_id` since pull request 8359. */
  function addMessage(conversation: Conversation, sent: SentMessage): Answer {
    if (sent.content.includes("\0")) return { status: 422, body: { error: "string contains null byte" } };
    const isIncoming = sent.message_type === "incoming";
    const message = {
      id: conversation.id * 100 + conversation.messages.length,
      content: isIncoming ? sent.content : fillPlaceholders(sent.content, conversation),
      message_type: isIncoming ? 0 : 1,
      private: sent.private ?? false,
      source_id: sent.source_id ?? null,
    };
    names.push(message.source_id ?? "");
    conversation.messages.push(message);
    // app/models/message.rb, reopen_conversation
    if (isIncoming && ["resolved", "snoozed"].includes(conversation.status)) conversation.status = "open";
    return { status: 200, body: message };
  }

  /** `toggle_status` of app/controllers/api/v1/accounts/conversations_controller.rb. */
  function turn(conversation: Conversation, { status }: { status: string }): Answer {
    conversation.status = status;
    const payload = { success: true, current_status: status, conversation_id: conversation.id };
    return { status: 200, body: { meta: {}, payload } };
  }

  const addressOf = (inbox: number) => `${emulator.url}/app/accounts/${ACCOUNT}/inbox/${inbox}`;
  return {
    ...emulator,
    inboxUrl: addressOf(INBOX),
    websiteInboxUrl: addressOf(WEBSITE_INBOX),
    token: TOKEN,
    contacts,
    conversations,
    names,
    /** The next request is answered this, and nothing is done. */
    say: (status: number, body: unknown, headers: Record<string, string> = {}) =>
      void answers.push({ status, body, headers }),
    /** The next message is taken, and its answer is lost. */
    loseAnswer: () => void lost.push({ status: 502, body: "Bad Gateway" }),
    /** As before pull request 6979. */
    forgetSourceId: () => void (knowsSourceId = false),
  };
}

/** Rack reads `api_access_token` and `Api-Access-Token` alike; nginx lets the second one through. */
function refuseStranger({ headers }: Asked): Answer | null {
  const token = headers["api-access-token"];
  if (token === TOKEN) return null;
  return token
    ? { status: 401, body: { error: "Invalid Access Token" } }
    : { status: 401, body: { errors: ["You need to sign in or sign up before continuing."] } };
}

const showConversation = ({ id, contact, custom_attributes, status, messages }: Conversation) => ({
  meta: { sender: contact, channel: "Channel::Api" },
  id,
  messages: messages.slice(-1),
  custom_attributes,
  inbox_id: INBOX,
  status,
});

const readSent = <Body>(text: string): Body => JSON.parse(text) as Body; // as the hub wrote it

/** app/models/concerns/liquidable.rb, in what agents write; private notes too. */
const fillPlaceholders = (content: string, { contact }: Conversation): string =>
  content.replaceAll(/\{\{.*?\}\}/gs, contact.name).replaceAll(/\{%.*?%\}/gs, "");
