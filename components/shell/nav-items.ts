import {
  AlarmClock,
  Bell,
  CalendarDays,
  ChartNoAxesColumn,
  CheckCheck,
  CircleDashed,
  CircleDot,
  FilePen,
  Flag,
  Inbox,
  ListTodo,
  MailCheck,
  MessageSquareDiff,
  Mails,
  MoonStar,
  PackageCheck,
  Send,
  User,
  UserRoundX,
  type LucideIcon,
} from "lucide-react";
import { type ListView, roleMayView } from "@/lib/domain/list-view";
import { roleMay, type Permission } from "@/lib/domain/permissions";
import type { Role } from "@/lib/domain/roles";
import { paths, viewPath } from "@/lib/url/paths";

export type NavItem = {
  key: Exclude<ListView, "open"> | "deliveries" | "schedule" | "review" | "insights" | "tasks" | "notifications";
  href: string;
  icon: LucideIcon;
};

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
/** What stands beside the lists. */
export const PLACES: NavItem[] = [
  SCHEDULE_ITEM,
  { key: "review", href: paths.review, icon: MessageSquareDiff },
  { key: "tasks", href: paths.tasks, icon: ListTodo },
  { key: "insights", href: paths.insights, icon: ChartNoAxesColumn },
  { key: "notifications", href: paths.notifications, icon: Bell },
];
export const SANDBOX_ITEM: NavItem = { key: "deliveries", href: paths.deliveries, icon: PackageCheck };
export const BOTTOM_ITEMS: NavItem[] = [VIEW_ITEMS[0]!, SCHEDULE_ITEM, VIEW_ITEMS[2]!];

const NEEDS: Record<Exclude<NavItem["key"], ListView>, Permission> = {
  schedule: "plan.read",
  review: "review.ask",
  tasks: "task.write",
  insights: "insight.read",
  notifications: "note.write",
  deliveries: "sandbox.read",
};

/** Whether a role has an entry: what is planned, what leaves and what is said inside is the team's. */
export const mayOpen = (role: Role, { key }: NavItem): boolean =>
  key in NEEDS ? roleMay(role, NEEDS[key as keyof typeof NEEDS]) : roleMayView(role, key as ListView);
