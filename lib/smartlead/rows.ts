import { z } from "zod";
import { fieldProblemsOf } from "@/lib/core/field-problems";
import { isRecord, readJson } from "./read-json";
import {
  Addresses,
  Anything,
  Attachments,
  Flag,
  Id,
  Instant,
  Line,
  MessageId,
  OptionalId,
  OptionalInstant,
  Text,
  WholeNumber,
} from "./schemas";
import type {
  BrokenRow,
  RemoteCampaign,
  RemoteCategory,
  RemoteLead,
  RemoteMailbox,
  RemoteMessage,
} from "./smartlead-api";

/** Reads a row; what is wrong with it otherwise. `broken` collects what stands in it and is wrong by itself. */
export type ReadRow<Row> = (row: unknown, broken: BrokenRow[]) => Row;

/** Reads each row by itself: one that cannot be understood is set aside with the paths that are wrong, and stops no other. */
export function readRows<Row>(rows: unknown[], read: ReadRow<Row>): { rows: Row[]; broken: BrokenRow[] } {
  const good: Row[] = [];
  const broken: BrokenRow[] = [];
  for (const row of rows)
    try {
      good.push(read(row, broken));
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error;
      broken.push(brokenRow(row, error));
    }
  return { rows: good, broken };
}

const MAX_RAW = 200_000;

function brokenRow(row: unknown, error: z.ZodError): BrokenRow {
  const problems = fieldProblemsOf(error, row).map(({ path, reason }) => `${path || "row"}: ${reason}`);
  const raw = JSON.stringify(row, hidden) ?? String(row);
  return { raw: raw.slice(0, MAX_RAW), reason: [...new Set(problems)].join(", ") };
}

/** A broken row is shown, and email accounts come with the passwords of their servers. */
const hidden = (name: string, value: unknown): unknown =>
  /passw|secret|token|api_?key/i.test(name) && value !== null ? "[hidden]" : value;

export const readCampaign: ReadRow<RemoteCampaign> = (row) => {
  const { id, name, status, scheduler_cron_value } = Campaign.parse(row);
  return { id, name, status: status.toUpperCase(), schedule: recordIn(scheduler_cron_value) };
};

const Campaign = z.looseObject({ id: Id, name: Line, status: Line, scheduler_cron_value: Anything });

/** Sometimes the JSON comes as a text within the JSON. */
function recordIn(value: unknown): Record<string, unknown> | null {
  const read = typeof value === "string" ? readJson(value) : value;
  return isRecord(read) ? read : null;
}

export const readMailbox: ReadRow<RemoteMailbox> = (row) => {
  const { id, from_email, from_name, signature } = Mailbox.parse(row);
  return { id, address: from_email, name: from_name, signatureHtml: signature };
};

const address = z
  .string()
  .trim()
  .regex(/^\S+@\S+$/, "address")
  .max(320);
/** Its passwords come along and go no further than here. */
const Mailbox = z.object({ id: Id, from_email: address, from_name: Line, signature: Text });

export const readCategory: ReadRow<RemoteCategory> = (row) => {
  const { id, name, sentiment_type } = Category.parse(row);
  return { id, name, sentiment: sentiment_type === "" ? null : sentiment_type.toLowerCase() };
};

const Category = z.looseObject({ id: Id, name: Line.pipe(z.string().min(1, "required")), sentiment_type: Line });

export const readMessage: ReadRow<RemoteMessage> = (row) => {
  const message = Message.parse(row);
  return {
    type: message.type,
    statsId: message.stats_id ?? "",
    messageId: message.message_id,
    from: message.from[0] ?? "",
    to: message.to.join(", "),
    cc: message.cc,
    bcc: message.bcc,
    time: message.time,
    subject: message.subject,
    html: message.email_body,
    step: message.email_seq_number,
    attachments: message.attachments.map(({ file_url, name, type }) => ({ url: file_url, name, type })),
    raw: row as Record<string, unknown>,
  };
};

const Message = z.looseObject({
  type: z
    .string()
    .trim()
    .toUpperCase()
    .pipe(z.enum(["SENT", "REPLY"])),
  stats_id: OptionalId,
  message_id: MessageId,
  from: Addresses,
  to: Addresses,
  cc: Addresses,
  bcc: Addresses,
  time: Instant,
  subject: Line,
  email_body: Text,
  email_seq_number: WholeNumber,
  attachments: Attachments,
});

export const readLead: ReadRow<RemoteLead> = (row, broken) => {
  const lead = Lead.parse(row);
  const { email_history: history, ...raw } = row as Record<string, unknown>;
  return {
    leadMapId: lead.email_lead_map_id,
    leadId: lead.email_lead_id,
    email: lead.lead_email,
    firstName: lead.lead_first_name,
    lastName: lead.lead_last_name,
    status: lead.lead_status.toUpperCase(),
    categoryId: lead.lead_category_id,
    campaignId: lead.email_campaign_id,
    campaignName: lead.email_campaign_name,
    mailboxId: lead.email_account_id ?? "",
    lastReplyAt: lead.last_reply_time,
    isUnread: lead.has_new_unread_email,
    teamMemberId: lead.team_member_id,
    history: Array.isArray(history) ? historyOf(history, broken) : null,
    raw,
  };
};

const Lead = z.looseObject({
  email_lead_map_id: Id,
  email_lead_id: Id,
  lead_email: address,
  lead_first_name: Line,
  lead_last_name: Line,
  lead_status: Line,
  lead_category_id: OptionalId,
  email_campaign_id: Id,
  email_campaign_name: Line,
  email_account_id: OptionalId,
  last_reply_time: OptionalInstant,
  has_new_unread_email: Flag,
  team_member_id: OptionalId,
});

function historyOf(rows: unknown[], broken: BrokenRow[]): RemoteMessage[] {
  const read = readRows(rows, readMessage);
  broken.push(...read.broken);
  return inOrderOfTime(read.rows);
}

/** Oldest first; what came at the same instant by its id, so that the order is the same each time it is asked for. */
export const inOrderOfTime = (messages: RemoteMessage[]): RemoteMessage[] =>
  messages.toSorted((a, b) => a.time.getTime() - b.time.getTime() || compare(sortKey(a), sortKey(b)));

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

const sortKey = ({ messageId, statsId, type }: RemoteMessage): string => messageId ?? `${statsId} ${type}`;
