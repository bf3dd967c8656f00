/** An event as SES publishes it to EventBridge: the kind to ask for, its names, and what it says besides the mail. */
interface EventKind {
  /** As a configuration set's destination asks for it. */
  readonly matching: string;
  readonly eventType: string;
  readonly detailType: string;
  readonly particulars: (recipients: readonly string[], timestamp: string) => object;
}

const bounce =
  (bounceType: string, bounceSubType: string): EventKind['particulars'] =>
  (recipients, timestamp) => ({
    bounce: {
      bounceType,
      bounceSubType,
      bouncedRecipients: recipients.map((emailAddress) => ({ emailAddress })),
      timestamp,
      feedbackId: 'local',
    },
  });

export const eventKinds = {
  send: { matching: 'send', eventType: 'Send', detailType: 'Email Sent', particulars: () => ({ send: {} }) },
  delivery: {
    matching: 'delivery',
    eventType: 'Delivery',
    detailType: 'Email Delivered',
    particulars: (recipients, timestamp) => ({
      delivery: {
        timestamp,
        processingTimeMillis: 0,
        recipients,
        smtpResponse: '250 2.6.0 Message received',
        reportingMTA: 'localhost',
      },
    }),
  },
  delay: {
    matching: 'deliveryDelay',
    eventType: 'DeliveryDelay',
    detailType: 'Email Delivery Delayed',
    particulars: (recipients, timestamp) => ({
      deliveryDelay: {
        timestamp,
        delayType: 'MailboxFull',
        delayedRecipients: recipients.map((emailAddress) => ({ emailAddress })),
      },
    }),
  },
  bounce: {
    matching: 'bounce',
    eventType: 'Bounce',
    detailType: 'Email Bounced',
    particulars: bounce('Permanent', 'General'),
  },
  softBounce: {
    matching: 'bounce',
    eventType: 'Bounce',
    detailType: 'Email Bounced',
    particulars: bounce('Transient', 'MailboxFull'),
  },
  complaint: {
    matching: 'complaint',
    eventType: 'Complaint',
    detailType: 'Email Complaint Received',
    particulars: (recipients, timestamp) => ({
      complaint: {
        complainedRecipients: recipients.map((emailAddress) => ({ emailAddress })),
        complaintFeedbackType: 'abuse',
        timestamp,
        feedbackId: 'local',
      },
    }),
  },
  reject: {
    matching: 'reject',
    eventType: 'Reject',
    detailType: 'Email Rejected',
    particulars: () => ({ reject: { reason: 'Bad content' } }),
  },
} as const satisfies Record<string, EventKind>;

export type MailEventKind = keyof typeof eventKinds;

/**
 * What becomes of a mail by its address, as SES's mailbox simulator has it (bounce@simulator.amazonses.com, with or without a
 * label: bounce+one@…); every other mail is delivered.
 */
export function simulated(address: string): readonly MailEventKind[] {
  const mailbox = /^(bounce|complaint|suppressionlist)(\+[^@]*)?@simulator\.amazonses\.com$/i.exec(address)?.[1];
  switch (mailbox?.toLowerCase()) {
    case 'bounce':
    case 'suppressionlist':
      return ['bounce'];
    case 'complaint':
      return ['delivery', 'complaint'];
    default:
      return ['delivery'];
  }
}
