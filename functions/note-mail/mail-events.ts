/** What SES tells of a mail over EventBridge, and what each means to us. */
export const mailEvents = {
  'Email Sent': 'sent',
  'Email Delivered': 'delivered',
  'Email Delivery Delayed': 'delayed',
  'Email Bounced': 'bounced',
  'Email Complaint Received': 'complained',
  'Email Rejected': 'rejected',
  'Email Rendering Failed': 'rejected',
} as const;
export type MailEventName = keyof typeof mailEvents;
export const mailEventNames = Object.keys(mailEvents) as MailEventName[];
