import type {
  HookDeliveryDetail,
  HookLog,
  NewWebhook,
  WebhookChange,
  WebhookInput,
  Webhooks,
} from "#server/features/webhooks/webhooks.schema.ts";
import { api } from "#site/api.ts";
import { readAnswer } from "#site/problem.ts";
import { loaded } from "./loaded.ts";

const hooks = api.desk.webhooks;
const one = hooks[":id"];

export const webhooks = loaded(async (): Promise<Webhooks> => readAnswer(await hooks.$get()));

/** The only time that the secret is told. */
export const makeWebhook = async (json: WebhookInput): Promise<NewWebhook> => readAnswer(await hooks.$post({ json }));

export const renewSecret = async (id: string): Promise<NewWebhook> =>
  readAnswer(await one.secret.$post({ param: { id } }));

export const changeWebhook = async (id: string, json: WebhookChange): Promise<void> =>
  readAnswer(await one.$patch({ param: { id }, json }));

export const removeWebhook = async (id: string): Promise<void> => readAnswer(await one.$delete({ param: { id } }));

export const tryWebhook = async (id: string): Promise<void> => readAnswer(await one.test.$post({ param: { id } }));

export const readHookLog = async (id: string, before?: string): Promise<HookLog> =>
  readAnswer(await one.deliveries.$get({ param: { id }, query: before ? { before } : {} }));

export const readHookDelivery = async (id: string, deliveryId: string): Promise<HookDeliveryDetail> =>
  readAnswer(await one.deliveries[":deliveryId"].$get({ param: { id, deliveryId } }));

export const replayDelivery = async (id: string, deliveryId: string): Promise<void> =>
  readAnswer(await one.deliveries[":deliveryId"].replay.$post({ param: { id, deliveryId } }));
