import type { attachments, messages, messageSources, threads } from "@/lib/db/schema";
import type { CategoryKind } from "@/lib/domain/default-categories";
import type { Change } from "@/lib/realtime/notify";
import type { Heard } from "./find-known-messages";
import type { Arrival } from "./follow-incoming";
import type { HeldThread } from "./lock-thread";
import type { OptOut } from "./mark-unsubscribed-lead";
import type { Grown } from "./settle-grown";

type LeadRow = { id: string; email: string; firstName: string; lastName: string };
/** A lead by one of its addresses: `address` is its own or a further one. */
export type Partner = LeadRow & { address: string };

/** Plain messages of a batch that have their places but are not written yet: many are written by one statement. */
export type Pending = {
  threads: (typeof threads.$inferInsert)[];
  messages: (typeof messages.$inferInsert)[];
  grown: Grown[];
  messageIds: Set<string>;
};

/** What messages that are stored in one transaction share. */
export type Batch = {
  /** Of the Message-IDs that the batch bears or names what is stored, what waits in the outbox, and what is pending. */
  heard: Heard;
  /** Threads that the batch holds, as they are with what is pending. */
  held: Map<number, HeldThread>;
  /** Of the batch's Message-IDs those that a stored message of its mailboxes answers or refers to. */
  awaited: Set<string>;
  /** Leads by the addresses that the batch names, in lower case; what is not in it is asked for. */
  partners: Map<string, Partner[]>;
  /** Of the batch's writers those to whom none of ours has written, until one of the batch is from us; who is not in it is asked for. */
  strangers: Set<string>;
  /** Of its first message. */
  mailboxId: string;
  /** The campaign of a lead's mail in that mailbox, as `ensureLead` finds it; who is not in it is asked for. */
  campaigns: Map<string, string | null>;
  /** Numbers for new threads. */
  threadIds: number[];
  pending: Pending;
  hasExamples: boolean;
  /** The category that the rules give for a kind. */
  categoryIds: Map<CategoryKind, string>;
  /** Written in one go at the end. */
  later: {
    sources: (typeof messageSources.$inferInsert)[];
    files: (typeof attachments.$inferInsert)[];
    changes: Change[];
    arrivals: Arrival[];
    optOuts: OptOut[];
    /** Threads whose new category may stop a chain: after the answers, since an answer is the reason that is told. */
    categorised: Set<number>;
    /** Threads that a rule may give to somebody: the last, since rules are held to the end of the transaction. */
    answered: Set<number>;
  };
};
