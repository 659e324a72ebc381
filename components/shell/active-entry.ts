import { isInboxPath, paths } from "@/lib/url/paths";

const NARROWINGS = ["category", "campaign", "mailbox"] as const;
type Narrowing = (typeof NARROWINGS)[number];

/** The key of an entry that narrows the list: "category:7f…", "campaign:12345". */
export const entryKey = (narrowing: Narrowing, value: string | number): string => `${narrowing}:${value}`;

/**
 * Which entry of the navigation an address belongs to: a view, one category, campaign or mailbox, or another page. A thread
 * belongs to the list that it was opened from.
 */
export function activeEntry(pathname: string, params: { get: (name: string) => string | null }): string | null {
  if (pathname.startsWith(paths.deliveries)) return "deliveries";
  if (pathname.startsWith(paths.settings)) return "settings";
  if (pathname === paths.schedule) return "schedule";
  if (pathname === paths.review) return "review";
  if (pathname === paths.insights) return "insights";
  if (pathname === paths.tasks) return "tasks";
  if (pathname === paths.notifications) return "notifications";
  if (!isInboxPath(pathname)) return null;
  const view = params.get("view") ?? "inbox";
  const [held, ...more] = NARROWINGS.filter((name) => params.get(name));
  const isOwnEntry = held && more.length === 0 && (view === "open" ? held === "category" : view === "inbox");
  return isOwnEntry ? entryKey(held, params.get(held)!) : view;
}
