import {
  CheckCheck,
  CircleDashed,
  CircleDot,
  Inbox,
  Mails,
  PackageCheck,
  User,
  UserRoundX,
  type LucideIcon,
} from "lucide-react";
import type { ListView } from "@/lib/domain/list-view";
import { paths, viewPath } from "@/lib/url/paths";

export type NavItem = { key: ListView | "deliveries"; href: string; icon: LucideIcon };
export type NavCounts = Partial<Record<NavItem["key"], number>>;

const view = (key: ListView, icon: LucideIcon): NavItem => ({ key, href: viewPath(key), icon });

/** The lists in the order of the navigation; the first group is what waits. */
export const VIEW_ITEMS: NavItem[] = [
  view("inbox", Inbox),
  view("unread", CircleDot),
  view("mine", User),
  view("unassigned", CircleDashed),
  view("done", CheckCheck),
];
export const MORE_ITEMS: NavItem[] = [view("all", Mails), view("untracked", UserRoundX)];
export const SANDBOX_ITEM: NavItem = { key: "deliveries", href: paths.deliveries, icon: PackageCheck };
export const BOTTOM_ITEMS: NavItem[] = [VIEW_ITEMS[0]!, VIEW_ITEMS[2]!, VIEW_ITEMS[3]!];

/** Which entry an address belongs to. A thread belongs to the list that it was opened from. */
export function activeItem(pathname: string, view: string | null): string | null {
  if (pathname.startsWith(paths.deliveries)) return "deliveries";
  if (pathname.startsWith(paths.settings)) return "settings";
  if (pathname !== paths.inbox && !pathname.startsWith(`${paths.inbox}/`)) return null;
  return view ?? "inbox";
}
