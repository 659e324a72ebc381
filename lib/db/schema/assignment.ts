import { date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { AssignmentConditions } from "@/lib/domain/assignment-rule";
import { at, id } from "./columns";
import { members } from "./members";
import { workspaces } from "./workspaces";

/** Who gets a thread that nobody has: the first rule in order whose conditions it meets, by turns among its people. */
export const assignmentRules = pgTable(
  "assignment_rules",
  {
    id: id(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    position: integer().notNull(),
    name: text().notNull(),
    /** Empty lists ask for nothing. */
    conditions: jsonb().$type<AssignmentConditions>().notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    /** Since when it rests; null while it works. */
    pausedAt: at("paused_at"),
  },
  (table) => [index("assignment_rules_workspace").on(table.workspaceId, table.position)],
);

/** Whose turn it is: who is present and was given one longest ago comes next. */
export const assignmentTurns = pgTable(
  "assignment_turns",
  {
    ruleId: uuid("rule_id")
      .notNull()
      .references(() => assignmentRules.id, { onDelete: "cascade" }),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id),
    position: integer().notNull(),
    /** The number of the rule's assignment that was this person's last; 0 before the first. */
    lastTurn: integer("last_turn").notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.ruleId, table.memberId] })],
);

/** Days on which a member is away, both included, by their own clock. */
export const absences = pgTable(
  "absences",
  {
    id: id(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id),
    firstDay: date("first_day").notNull(),
    lastDay: date("last_day").notNull(),
    note: text().notNull().default(""),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [index("absences_member").on(table.memberId, table.lastDay)],
);
