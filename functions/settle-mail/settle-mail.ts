import * as z from 'zod/mini';
import { orderId, shopId } from '../domain/schema.ts';
import type { Orders } from '../domain/ports.ts';
import { keyTag } from '../send-message/mail-tags.ts';

const only = <T extends z.ZodMiniType>(schema: T) => z.tuple([schema]);

/** SES's own word that it has taken a mail (EventBridge, "Email Sent"); of it we need the tags and the id. */
export const sentEvent = z.object({
  detail: z.object({
    mail: z.object({
      messageId: z.string(),
      tags: z.object({
        shop: only(shopId),
        order: only(orderId),
        key: only(z.string()),
        audience: only(z.enum(['customer', 'staff'])),
      }),
    }),
  }),
});

/** Notes the id of a mail whose sender did not live to note it. Events are best effort, and may come twice. */
export async function settleMail(event: z.infer<typeof sentEvent>, orders: Orders): Promise<void> {
  const { messageId, tags } = event.detail.mail;
  const [shop, order, tag, audience] = [tags.shop[0], tags.order[0], tags.key[0], tags.audience[0]];
  const known = await orders.find(shop, order);
  const told = known?.told.find(({ key }) => keyTag(key) === tag);
  if (told === undefined) return;
  if (audience === 'customer' && told.sesId === undefined) await orders.settle(shop, order, told.key, messageId);
  if (audience === 'staff' && told.task !== undefined && told.task.mailId === undefined) {
    await orders.settleTask(shop, order, told.key, messageId);
  }
}
