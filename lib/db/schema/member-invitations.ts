import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { ROLES } from "@/lib/domain/roles";
import { at, citext, id } from "./columns";
import { mailboxes } from "./mailboxes";
import { members } from "./members";
import { workspaces } from "./workspaces";

/** Somebody is asked to join. The secret of the link is kept as a hash; it ends by use, by taking back, or by time. */
export const memberInvitations = pgTable(
  "member_invitations",
  {
    id: id(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    email: citext("email").notNull(),
    name: text().notNull().default(""),
    role: text({ enum: ROLES }).notNull(),
    hash: text().notNull().unique(),
    /** By which mailbox the mail with the link leaves; null where the link is handed over by hand. */
    mailboxId: uuid("mailbox_id").references(() => mailboxes.id),
    invitedById: uuid("invited_by_id")
      .notNull()
      .references(() => members.id),
    createdAt: at("created_at").notNull().defaultNow(),
    expiresAt: at("expires_at").notNull(),
    sentAt: at("sent_at"),
    /** A closed word, when the mail could not leave. */
    failedReason: text("failed_reason"),
    acceptedAt: at("accepted_at"),
    memberId: uuid("member_id").references(() => members.id),
    revokedAt: at("revoked_at"),
  },
  (table) => [index("member_invitations_workspace").on(table.workspaceId, table.createdAt)],
);
