import {
  AlarmClock,
  CalendarDays,
  CheckCheck,
  CircleDashed,
  CircleDot,
  FilePen,
  Flag,
  Inbox,
  MailCheck,
  Mails,
  MoonStar,
  PackageCheck,
  Send,
  User,
  UserRoundX,
  type LucideIcon,
} from "lucide-react";
import { type ListView, roleMayView } from "@/lib/domain/list-view";
import { roleMay } from "@/lib/domain/permissions";
import type { Role } from "@/lib/domain/roles";
import { paths, viewPath } from "@/lib/url/paths";

export type NavItem = { key: Exclude<ListView, "open"> | "deliveries" | "schedule"; href: string; icon: LucideIcon };

const view = (key: Exclude<ListView, "open">, icon: LucideIcon): NavItem => ({ key, href: viewPath(key), icon });

/** The lists in the order of the navigation; the first group is what a person works in. */
export const VIEW_ITEMS: NavItem[] = [
  view("inbox", Inbox),
  view("unread", CircleDot),
  view("mine", User),
  view("unassigned", CircleDashed),
  view("important", Flag),
  view("snoozed", MoonStar),
  view("reminders", AlarmClock),
  view("drafts", FilePen),
  view("outbox", Send),
  view("sent", MailCheck),
  view("done", CheckCheck),
];
export const MORE_ITEMS: NavItem[] = [view("untracked", UserRoundX), view("all", Mails)];
export const SCHEDULE_ITEM: NavItem = { key: "schedule", href: paths.schedule, icon: CalendarDays };
export const SANDBOX_ITEM: NavItem = { key: "deliveries", href: paths.deliveries, icon: PackageCheck };
export const BOTTOM_ITEMS: NavItem[] = [VIEW_ITEMS[0]!, SCHEDULE_ITEM, VIEW_ITEMS[2]!];

/** Whether a role has an entry: what is planned, and what leaves, is the team's. */
export function mayOpen(role: Role, { key }: NavItem): boolean {
  if (key === "schedule") return roleMay(role, "plan.read");
  return key === "deliveries" ? roleMay(role, "sandbox.read") : roleMayView(role, key);
}
