import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import {
  REVIEW_KINDS,
  REVIEW_STATES,
  type ApprovalConditions,
  type Passage,
  type ReviewCause,
  type ReviewedText,
} from "@/lib/domain/review";
import { at, id } from "./columns";
import { members } from "./members";
import { replies } from "./replies";
import { threads } from "./threads";
import { workspaces } from "./workspaces";

const workspaceId = () =>
  uuid("workspace_id")
    .notNull()
    .references(() => workspaces.id);

/** Which replies wait for approval before they leave. Each rule that holds is named to author and reviewer. */
export const approvalRules = pgTable(
  "approval_rules",
  {
    id: id(),
    workspaceId: workspaceId(),
    name: text().notNull(),
    conditions: jsonb().$type<ApprovalConditions>().notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    /** Since when it rests; null while it works. */
    pausedAt: at("paused_at"),
  },
  (table) => [index("approval_rules_workspace").on(table.workspaceId)],
);

/**
 * A look at a reply by somebody else: `approval` before it leaves (one a reply), `sample` of what was sent, for coaching, seen by
 * its author and the one who looked.
 */
export const reviews = pgTable(
  "reviews",
  {
    id: id(),
    workspaceId: workspaceId(),
    kind: text({ enum: REVIEW_KINDS }).notNull(),
    replyId: uuid("reply_id")
      .notNull()
      .references(() => replies.id),
    threadId: bigint("thread_id", { mode: "number" })
      .notNull()
      .references(() => threads.id),
    authorId: uuid("author_id")
      .notNull()
      .references(() => members.id),
    state: text({ enum: REVIEW_STATES }).notNull(),
    /** Why it waits: rules by name as they were then, or somebody's wish. */
    causes: jsonb().$type<ReviewCause[]>().notNull().default([]),
    /** The reviewer who was asked by name, or who picked the sample; null for whoever comes first. */
    reviewerId: uuid("reviewer_id").references(() => members.id),
    askedAt: at("asked_at").notNull(),
    /** When its present round of waiting began; turnaround counts from here. */
    waitingSince: at("waiting_since").notNull(),
    decidedById: uuid("decided_by_id").references(() => members.id),
    decidedAt: at("decided_at"),
  },
  (table) => [
    unique("reviews_reply").on(table.replyId, table.kind, table.reviewerId).nullsNotDistinct(),
    index("reviews_waiting")
      .on(table.workspaceId, table.waitingSince)
      .where(sql`state in ('waiting', 'returned')`),
    index("reviews_author").on(table.authorId),
    index("reviews_thread").on(table.threadId),
  ],
);

/** What the reply said each time it was handed in or edited by the reviewer. */
export const reviewVersions = pgTable(
  "review_versions",
  {
    id: id(),
    reviewId: uuid("review_id")
      .notNull()
      .references(() => reviews.id),
    number: integer().notNull(),
    writtenById: uuid("written_by_id")
      .notNull()
      .references(() => members.id),
    text: jsonb().$type<ReviewedText>().notNull(),
    createdAt: at("created_at").notNull(),
    /** What the reviewer said when it was returned; null while it was not. */
    returnedNote: text("returned_note"),
    returnedAt: at("returned_at"),
  },
  (table) => [unique("review_versions_number").on(table.reviewId, table.number)],
);

/** A word about a passage of a version, or an answer to one (`parentId`). */
export const reviewComments = pgTable(
  "review_comments",
  {
    id: id(),
    reviewId: uuid("review_id")
      .notNull()
      .references(() => reviews.id),
    versionId: uuid("version_id").references(() => reviewVersions.id),
    parentId: uuid("parent_id"),
    authorId: uuid("author_id")
      .notNull()
      .references(() => members.id),
    /** The passage in the version's text; null for a word about the whole. */
    passage: jsonb().$type<Passage>(),
    text: text().notNull(),
    /** What the passage should say instead; empty to leave it out, null where that is not said. */
    suggestion: text(),
    createdAt: at("created_at").notNull(),
    settledAt: at("settled_at"),
    settledById: uuid("settled_by_id").references(() => members.id),
  },
  (table) => [index("review_comments_review").on(table.reviewId, table.createdAt)],
);
