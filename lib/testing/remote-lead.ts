import type { RemoteLead, RemoteMessage } from "@/lib/smartlead/smartlead-api";

/** A time so many minutes ago, in whole seconds, as Smartlead tells it. */
export const ago = (minutes: number) => new Date(Math.floor(Date.now() / 1_000) * 1_000 - minutes * 60_000);

/** Ana of campaign 7001, who has answered half an hour ago, as Smartlead lists her. */
export const remoteLead = (values: Partial<RemoteLead> = {}): RemoteLead => ({
  leadMapId: "501",
  leadId: "601",
  email: "ana@lead.test",
  firstName: "Ana",
  lastName: "Berg",
  status: "INPROGRESS",
  categoryId: null,
  campaignId: "7001",
  campaignName: "Spring",
  mailboxId: "31",
  lastReplyAt: ago(30),
  isUnread: true,
  teamMemberId: null,
  history: null,
  raw: { email_lead_map_id: "501" },
  ...values,
});

/** The first step that went to her, as it stands in her history. */
export const remoteMessage = (values: Partial<RemoteMessage> = {}): RemoteMessage => ({
  type: "SENT",
  statsId: "stats-1",
  messageId: "sent-1@acme.test",
  from: "sam@acme.test",
  to: "ana@lead.test",
  cc: [],
  bcc: [],
  time: ago(60),
  subject: "A question",
  html: "<div>Hello Ana, may I ask?</div>",
  step: 1,
  attachments: [],
  raw: { type: "SENT" },
  ...values,
});

/** And her answer to it. */
export const remoteAnswer = (values: Partial<RemoteMessage> = {}): RemoteMessage =>
  remoteMessage({
    type: "REPLY",
    messageId: "answer-1@lead.test",
    from: "ana@lead.test",
    to: "sam@acme.test",
    time: ago(30),
    subject: "",
    html: "<div>Yes, tell me more.</div>",
    step: null,
    ...values,
  });
