import { newId } from "@/lib/core/ids";
import type { Thing } from "./make-thing";

type Ask = { params?: Record<string, string>; query?: Record<string, string> };

/**
 * How a page or layout is drawn for those who may see it (`PAGES`; layouts are for everybody). `asks`: its addresses, which may name a
 * thing; with `shows` who asks finds there what is in their sight, or only what is `theirs`. `of`: it is about one thing. `apart`: it
 * reads nothing of the workspace's.
 */
export type PageRow =
  "apart" | { of: (thing: Thing) => Ask } | { asks: ((thing: Thing) => Ask)[]; shows?: true | "theirs" };

const plain: PageRow = { asks: [() => ({})] };
const days = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
const views = ["inbox", "all", "scheduled", "outbox", "snoozed"].map((view) => () => ({ query: { view } }));

/** A new page or layout fails until it stands here. */
export const PAGE_ROWS: Record<string, PageRow> = {
  "app/(auth)/invitation/[secret]/page": { asks: [() => ({ params: { secret: newId() } })] },
  "app/(auth)/layout": "apart",
  "app/(auth)/setup/page": "apart",
  "app/(auth)/sign-in/page": "apart",
  "app/(inbox)/inbox/[threadId]/page": { of: ({ threadId }) => ({ params: { threadId: String(threadId) } }) },
  "app/(inbox)/inbox/page": {
    asks: [
      ...views,
      () => ({ query: { view: "all", q: "hello" } }),
      ({ campaign }) => ({ query: { view: "all", campaign: String(campaign) } }),
      ({ mailboxId }) => ({ query: { view: "all", mailbox: mailboxId } }),
    ],
    shows: true,
  },
  "app/(inbox)/insights/page": {
    asks: [
      () => ({}),
      ({ campaign }) => ({ query: { campaign: String(campaign) } }),
      ({ mailboxId }) => ({ query: { mailbox: mailboxId } }),
    ],
    shows: true,
  },
  "app/(inbox)/layout": { asks: [() => ({})], shows: true },
  "app/(inbox)/notifications/page": { asks: [() => ({})], shows: "theirs" },
  "app/(inbox)/review/page": {
    asks: ["waiting", "returned", "samples"].map((tab) => () => ({ query: { tab } })),
    shows: true,
  },
  "app/(inbox)/sandbox/deliveries/page": { asks: [() => ({})], shows: true },
  "app/(inbox)/schedule/page": {
    asks: [() => ({}), () => ({ query: { view: "week", date: days(1) } }), () => ({ query: { view: "month" } })],
    shows: true,
  },
  "app/(inbox)/tasks/page": { asks: [() => ({})], shows: "theirs" },
  "app/docs/api/page": plain,
  "app/layout": plain,
  "app/page": "apart",
  "app/settings/api-keys/page": plain,
  "app/settings/approval/page": { asks: [() => ({})], shows: true },
  "app/settings/assignment/page": { asks: [() => ({})], shows: true },
  "app/settings/audit/page": plain,
  "app/settings/blocks/page": plain,
  "app/settings/campaigns/page": { asks: [() => ({})], shows: true },
  "app/settings/categories/page": plain,
  "app/settings/import/page": plain,
  "app/settings/layout": { asks: [() => ({})], shows: true },
  "app/settings/mailboxes/[mailboxId]/edit/page": { of: ({ mailboxId }) => ({ params: { mailboxId } }) },
  "app/settings/mailboxes/[mailboxId]/page": { of: ({ mailboxId }) => ({ params: { mailboxId } }) },
  "app/settings/mailboxes/new/page": plain,
  "app/settings/mailboxes/page": { asks: [() => ({})], shows: true },
  "app/settings/page": plain,
  "app/settings/profile/page": plain,
  "app/settings/smartlead/page": plain,
  "app/settings/team/page": plain,
  "app/settings/templates/page": plain,
};
