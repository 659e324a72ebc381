import type { Role } from "./roles";

/** What a person may do; one list for server and screen. In this workspace everybody sees every thread. */
const ALLOWED = {
  "thread.read": ["sdr", "manager", "admin"],
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
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof ALLOWED;
export const PERMISSIONS = Object.keys(ALLOWED) as Permission[];

/** Whether a role holds a permission. */
export function roleMay(role: Role, permission: Permission): boolean {
  return (ALLOWED[permission] as readonly Role[]).includes(role);
}
