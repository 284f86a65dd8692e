import { and, eq, inArray, notInArray, or, type SQL } from "drizzle-orm";
import { containsInsensitive, equalsInsensitive, holdsJson } from "#db/query.ts";
import { searches } from "#db/schema/ask.ts";
import {
  accessRequests,
  connectionChecks,
  connectionEvents,
  connections,
  tenantRequests,
} from "#db/schema/connections.ts";
import { audit } from "#db/schema/audit.ts";
import { escalations, messages } from "#db/schema/escalation.ts";
import { votes } from "#db/schema/feedback.ts";
import { idempotencyKeys } from "#db/schema/idempotency.ts";
import { limits } from "#db/schema/limits.ts";
import { outbox } from "#db/schema/outbox.ts";
import { customerVerifications } from "#db/schema/workspaces.ts";
import { hashSecret } from "#server/core/ids.ts";
import type { Person } from "./find-person.ts";

/** Which rows of a table are about somebody: counted, exported and erased by the same conditions. */

const asValue = ({ address }: Person): string => JSON.stringify(address);
const asWords = (person: Person): string => asValue(person).slice(1, -1);

export const theirVotes = ({ address, visitorIds }: Person): SQL | undefined =>
  or(equalsInsensitive(votes.email, address), inArray(votes.visitorId, visitorIds));

/** Of a search that others typed too nobody can tell whose it is. */
export const theirSearches = ({ searched }: Person): SQL | undefined =>
  and(inArray(searches.text, searched), eq(searches.count, 1));

/** About their cases, or to or from them; and whatever was sent with their address in it. What waits to be sent to others stays promised. */
export const theirDeliveries = (person: Person): SQL | undefined =>
  or(
    inArray(outbox.ref, person.caseIds),
    holdsJson(outbox.payload, asValue(person)),
    and(eq(outbox.state, "sent"), holdsJson(outbox.payload, asWords(person))),
  );

export const theirKeys = (person: Person): SQL | undefined =>
  or(
    inArray(idempotencyKeys.response, person.caseIds),
    holdsJson(idempotencyKeys.response, asWords(person)),
    containsInsensitive(idempotencyKeys.key, person.address),
  );

export const theirLimits = ({ address }: Person): SQL => containsInsensitive(limits.key, address);

export const theirVerifications = ({ address }: Person): SQL | undefined =>
  or(
    containsInsensitive(customerVerifications.identifier, address),
    containsInsensitive(customerVerifications.value, address),
  );

export const theirRequests = ({ address, workspaceIds }: Person): SQL | undefined =>
  or(
    equalsInsensitive(accessRequests.email, address),
    equalsInsensitive(accessRequests.who, address),
    inArray(accessRequests.workspaceId, workspaceIds),
  );

export const theirTenantRequests = ({ address }: Person): SQL => equalsInsensitive(tenantRequests.email, address);
export const theirConnections = ({ address }: Person): SQL => equalsInsensitive(connections.ownerEmail, address);
/** What they did with a connection, and who looked them up in a CRM. */
export const theirEvents = ({ address }: Person): SQL | undefined =>
  or(
    equalsInsensitive(connectionEvents.who, address),
    holdsJson(connectionEvents.detail, hashSecret(address)),
    holdsJson(connectionEvents.detail, address),
  );
export const theirChecks = (person: Person): SQL => holdsJson(connectionChecks.results, asWords(person));

export const namedInLog = (person: Person): SQL | undefined =>
  or(holdsJson(audit.detail, asWords(person)), equalsInsensitive(audit.objectId, person.address));

/** It stands in the words, or they wrote them by mail. */
export const namedInMessage = ({ address }: Person): SQL | undefined =>
  or(containsInsensitive(messages.body, address), equalsInsensitive(messages.author, address));

/** Cases of others, in whose words the address stands. */
export const namedInCases = (person: Person): SQL | undefined =>
  and(
    notInArray(escalations.id, person.caseIds),
    or(
      containsInsensitive(escalations.message, person.address),
      containsInsensitive(escalations.subject, person.address),
      holdsJson(escalations.trail, asWords(person)),
    ),
  );
