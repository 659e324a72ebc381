import type { Role } from "./roles";

/** What a person may do; one list for server and screen. Which threads they may do it with, their scope says. */
const ALLOWED = {
  "thread.read": ["client", "sdr", "manager", "admin"],
  /** What members plan and say among themselves: replies that have not left, reminders, notes, blind copies, the calendar. */
  "plan.read": ["sdr", "manager", "admin"],
  "thread.triage": ["sdr", "manager", "admin"],
  "thread.filterByPerson": ["manager", "admin"],
  "schedule.team": ["manager", "admin"],
  "lead.update": ["sdr", "manager", "admin"],
  "reply.send": ["sdr", "manager", "admin"],
  "apiKey.own": ["sdr", "manager", "admin"],
  "apiKey.all": ["admin"],
  "mailbox.read": ["sdr", "manager", "admin"],
  "mailbox.manage": ["admin"],
  "smartlead.manage": ["admin"],
  "block.manage": ["admin"],
  "campaign.manage": ["admin"],
  "import.run": ["admin"],
  "category.manage": ["admin"],
  "team.manage": ["admin"],
  "template.use": ["sdr", "manager", "admin"],
  "template.share": ["manager", "admin"],
  "sandbox.read": ["sdr", "manager", "admin"],
  "presence.share": ["sdr", "manager", "admin"],
  "note.write": ["sdr", "manager", "admin"],
  "note.removeAny": ["manager", "admin"],
  "task.write": ["sdr", "manager", "admin"],
  "task.removeAny": ["manager", "admin"],
  "review.ask": ["sdr", "manager", "admin"],
  "review.decide": ["manager", "admin"],
  "rule.manage": ["manager", "admin"],
  "absence.own": ["sdr", "manager", "admin"],
  "absence.all": ["manager", "admin"],
  "insight.read": ["client", "sdr", "manager", "admin"],
  "insight.people": ["manager", "admin"],
  "audit.read": ["admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof ALLOWED;
export const PERMISSIONS = Object.keys(ALLOWED) as Permission[];

/** Whether a role holds a permission. */
export function roleMay(role: Role, permission: Permission): boolean {
  return (ALLOWED[permission] as readonly Role[]).includes(role);
}

/** The roles that hold a permission, for pages of their own. */
export const rolesWith = (permission: Permission): readonly Role[] => ALLOWED[permission];

/**
 * Which threads a member sees: all of the workspace (null), or those of these mailboxes and campaigns (clients are resolved to
 * their campaigns) and, unless they are a client, what is assigned to them.
 */
export type Scope = { mailboxIds: string[]; campaignIds: string[] } | null;

type Seen = { mailboxId: string; campaignId: string | null; assigneeId: string | null };

/** Whether a thread lies within a member's scope. `threadsOf` says the same in SQL. */
export function isInScope(
  { memberId, role, scope }: { memberId: string; role: Role; scope: Scope },
  { mailboxId, campaignId, assigneeId }: Seen,
): boolean {
  if (scope === null) return true;
  if (role !== "client" && assigneeId === memberId) return true;
  return scope.mailboxIds.includes(mailboxId) || (campaignId !== null && scope.campaignIds.includes(campaignId));
}

/** Whether a role may see everything at all: a client sees what was opened to them, an admin is never narrowed. */
export const isAlwaysNarrowed = (role: Role): boolean => role === "client";
export const isNeverNarrowed = (role: Role): boolean => role === "admin";
