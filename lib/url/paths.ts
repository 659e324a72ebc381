import { type ListView, NONE } from "@/lib/domain/list-view";

/** Every address of the app that a link or a redirect names. */
export const paths = {
  home: "/",
  inbox: "/inbox",
  schedule: "/schedule",
  review: "/review",
  insights: "/insights",
  tasks: "/tasks",
  notifications: "/notifications",
  signIn: "/sign-in",
  setup: "/setup",
  deliveries: "/sandbox/deliveries",
  settings: "/settings",
  profile: "/settings/profile",
  mailboxes: "/settings/mailboxes",
  newMailbox: "/settings/mailboxes/new",
  campaigns: "/settings/campaigns",
  smartlead: "/settings/smartlead",
  apiKeys: "/settings/api-keys",
  approval: "/settings/approval",
  blocks: "/settings/blocks",
  categories: "/settings/categories",
  team: "/settings/team",
  audit: "/settings/audit",
  assignment: "/settings/assignment",
  templates: "/settings/templates",
  imports: "/settings/import",
  apiDocs: "/docs/api",
  openApi: "/api/v1/openapi.json",
} as const;

export const REFUSED = "refused";
/** Where those are led whose role has not the page that they asked for. */
export const refusedPath = `${paths.inbox}?${REFUSED}`;

/** The address of a list of threads; `inbox` is the one without a parameter. */
export const viewPath = (view: ListView): string => (view === "inbox" ? paths.inbox : `${paths.inbox}?view=${view}`);
/** What hangs in one category and is not done; without one, what waits. */
export const categoryPath = (id: string): string =>
  id === NONE ? `${paths.inbox}?category=${NONE}` : `${paths.inbox}?view=open&category=${id}`;
/** What waits in one campaign, or in one mailbox. */
export const campaignPath = (number: number): string => `${paths.inbox}?campaign=${number}`;
export const mailboxListPath = (mailboxId: string): string => `${paths.inbox}?mailbox=${mailboxId}`;
/** Whether an address shows the list of threads, with or without one that is open. */
export const isInboxPath = (pathname: string): boolean =>
  pathname === paths.inbox || pathname.startsWith(`${paths.inbox}/`);
/** One reply that is looked at. */
export const reviewPath = (id: string): string => `${paths.review}?open=${id}`;
export const threadPath = (threadId: number): string => `${paths.inbox}/${threadId}`;
/** A thread with one of its notes in view. */
export const notePath = (threadId: number, noteId: string): string => `${threadPath(threadId)}#note-${noteId}`;
export const mailboxPath = (mailboxId: string): string => `${paths.mailboxes}/${mailboxId}`;
/** The mailboxes that need somebody. */
export const stoppedMailboxesPath = `${paths.mailboxes}?show=trouble`;
export const editMailboxPath = (mailboxId: string): string => `${mailboxPath(mailboxId)}/edit`;
/** Where a mailbox's servers and password are, on the page of its settings. */
export const CONNECTION = "connection";
export const reconnectPath = (mailboxId: string): string => `${editMailboxPath(mailboxId)}#${CONNECTION}`;
export const auditExportPath = (params: URLSearchParams): string => `/api/audit/export?${params}`;
export const memberLeavingPath = (memberId: string): string => `/api/members/${memberId}/leaving`;
export const leavingPath = (mailboxId: string): string => `/api/mailboxes/${mailboxId}/leaving`;
export const serverGuessPath = (address: string): string => `/api/mailboxes/guess?${new URLSearchParams({ address })}`;
/** Leads away to the mailbox's provider, so that it is no address for a link of the app's own router. */
export const oauthStartPath = (mailboxId: string): string => `/api/oauth/start/${mailboxId}`;
export const brokenRowsPath = (connectionId: string): string => `/api/smartlead/${connectionId}/broken-rows`;
/** Where calendar programs read a member's feed; the secret is the permission. */
export const calendarFeedPath = (secret: string): string => `/api/calendar/${secret}.ics`;
/** The page on which somebody joins; the secret is the permission. */
export const invitationPath = (secret: string): string => `/invitation/${secret}`;
export const acceptInvitationPath = (secret: string): string => `/api/invitations/${secret}`;
export const mailboxTestPath = (testId: string): string => `/api/mailboxes/tests/${testId}`;

/** The sign-in page that leads back to `target` afterwards. */
export const signInPath = (target: string): string =>
  target === paths.home || target === paths.inbox
    ? paths.signIn
    : `${paths.signIn}?${new URLSearchParams({ callbackUrl: target })}`;

/** Where to go after signing in: a path of this app, whatever was asked for. Browsers read `\` as `/`, and `//host` is another site. */
export function safeReturnPath(asked: string | null | undefined, origin?: string): string {
  if (!asked) return paths.inbox;
  const base = origin ?? "http://this.invalid";
  const url = URL.canParse(asked, base) ? new URL(asked, base) : null;
  if (!url || url.origin !== new URL(base).origin) return paths.inbox;
  // What is left of dots and slashes may begin with `//` again.
  const pathname = url.pathname.replace(/^\/+/, "/");
  return pathname === paths.signIn ? paths.inbox : `${pathname}${url.search}${url.hash}`;
}
