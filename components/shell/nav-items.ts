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
import type { ListView } from "@/lib/domain/list-view";
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
/** What stands beside the lists, for whom it is. */
const PLACES: (NavItem & { needs: Permission })[] = [
  { ...SCHEDULE_ITEM, needs: "plan.read" },
  { key: "review", href: paths.review, icon: MessageSquareDiff, needs: "review.ask" },
  { key: "tasks", href: paths.tasks, icon: ListTodo, needs: "task.write" },
  { key: "insights", href: paths.insights, icon: ChartNoAxesColumn, needs: "insight.read" },
  { key: "notifications", href: paths.notifications, icon: Bell, needs: "note.write" },
];

export const placesFor = (role: Role): NavItem[] => PLACES.filter(({ needs }) => roleMay(role, needs));
export const SANDBOX_ITEM: NavItem = { key: "deliveries", href: paths.deliveries, icon: PackageCheck };
export const BOTTOM_ITEMS: NavItem[] = [VIEW_ITEMS[0]!, SCHEDULE_ITEM, VIEW_ITEMS[2]!];
