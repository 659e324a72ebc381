import { bigint, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, id } from "./columns";
import { members } from "./members";
import { replies } from "./replies";
import { threads } from "./threads";
import { workspaces } from "./workspaces";

const workspaceId = () =>
  uuid("workspace_id")
    .notNull()
    .references(() => workspaces.id);

/** A folder of templates: a member's own, or the team's where it has no owner. */
export const templateFolders = pgTable(
  "template_folders",
  {
    id: id(),
    workspaceId: workspaceId(),
    ownerId: uuid("owner_id").references(() => members.id),
    name: text().notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [index("template_folders_workspace").on(table.workspaceId, table.ownerId)],
);

/** A text to insert: a whole answer or a few words. Own, or the team's where it has no owner. */
export const templates = pgTable(
  "templates",
  {
    id: id(),
    workspaceId: workspaceId(),
    ownerId: uuid("owner_id").references(() => members.id),
    folderId: uuid("folder_id").references(() => templateFolders.id, { onDelete: "set null" }),
    name: text().notNull(),
    /** What finds it after "/", beside its name. */
    shortcut: text().notNull().default(""),
    /** Sanitised; variables stand in it as `{{lead.firstName | "there"}}`. */
    bodyHtml: text("body_html").notNull(),
    createdById: uuid("created_by_id").references(() => members.id),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
    /** Taken out of the lists; its figures stay. */
    removedAt: at("removed_at"),
  },
  (table) => [index("templates_workspace").on(table.workspaceId, table.ownerId)],
);

/** A reply that was written with a template. */
export const templateUses = pgTable(
  "template_uses",
  {
    id: id(),
    workspaceId: workspaceId(),
    templateId: uuid("template_id")
      .notNull()
      .references(() => templates.id),
    replyId: uuid("reply_id")
      .notNull()
      .references(() => replies.id),
    threadId: bigint("thread_id", { mode: "number" })
      .notNull()
      .references(() => threads.id),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id),
    usedAt: at("used_at").notNull().defaultNow(),
  },
  (table) => [index("template_uses_template").on(table.templateId), index("template_uses_reply").on(table.replyId)],
);
