import { eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { members } from "@/lib/db/schema";
import { seeded, type Random } from "@/lib/sandbox/random";
import {
  makeCampaign,
  makeLead,
  makeMailbox,
  makeMember,
  makeThread,
  makeWorkspace,
  type CampaignRow,
  type LeadRow,
  type MailboxRow,
  type MemberRow,
} from "@/lib/testing/factories";

/** Half hours, quarters of hours, clocks that change by half an hour, on other days than most, southwards, or never. */
const ZONES = [
  "Europe/Berlin",
  "Europe/London",
  "Europe/Lisbon",
  "Europe/Istanbul",
  "America/New_York",
  "America/Chicago",
  "America/Los_Angeles",
  "America/St_Johns",
  "America/Sao_Paulo",
  "America/Havana",
  "Africa/Cairo",
  "Asia/Jerusalem",
  "Asia/Tehran",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Asia/Tokyo",
  "Australia/Sydney",
  "Australia/Lord_Howe",
  "Pacific/Chatham",
  "Pacific/Marquesas",
];

const BOX_ZONES = ["Europe/Berlin", "America/New_York", "America/Los_Angeles", "Asia/Kolkata", "Australia/Sydney"];

export type SimulatedThread = { threadId: number; lead: LeadRow; mailbox: MailboxRow; campaign: CampaignRow };
export type SimulatedWorld = {
  workspaceId: string;
  members: MemberRow[];
  admin: MemberRow;
  mailboxes: MailboxRow[];
  campaigns: CampaignRow[];
  leads: LeadRow[];
  threads: SimulatedThread[];
};
type Size = { seed: string; leads: number; mailboxes: number; perBoxAndDay: number; startsAt: number };

/** Mailboxes with windows, caps and gaps, campaigns with windows, and leads on many clocks, some of whom two mailboxes write to. */
export async function makeSimulatedWorld(db: Database, size: Size): Promise<SimulatedWorld> {
  const random = seeded(`${size.seed}/world`);
  const { id: workspaceId } = await makeWorkspace(db);
  const people: MemberRow[] = [];
  for (let index = 0; index < 4; index++) people.push(await makeMember(db, { workspaceId, name: `Sam ${index}` }));
  await db.update(members).set({ undoSeconds: 0 }).where(eq(members.workspaceId, workspaceId));
  const admin = await makeMember(db, { workspaceId, role: "admin" });
  const mailboxes: MailboxRow[] = [];
  const campaigns: CampaignRow[] = [];
  for (let index = 0; index < size.mailboxes; index++) {
    const mailbox = await makeMailbox(db, { workspaceId, ...boxOf(index, random, size) });
    mailboxes.push(mailbox);
    campaigns.push(await makeCampaign(db, { workspaceId, mailbox, ...campaignWindow(index) }));
  }
  const world = { workspaceId, members: people, admin, mailboxes, campaigns, leads: [], threads: [] };
  await addLeads(db, world, size, random);
  return world;
}

const WORKING_DAYS = [1, 2, 3, 4, 5];

/** Every third campaign says when its leads may be written to, on their own clocks. */
const hasWindow = (index: number): boolean => index % 3 === 0;

/** Hours of a mailbox and of its leads must meet somewhere in a day, however far they are from each other: together more than 24. */
const [WIDE, NARROW] = [
  { windowDays: WORKING_DAYS, windowStart: "07:00", windowEnd: "19:30" },
  { windowDays: WORKING_DAYS, windowStart: "08:30", windowEnd: "17:30" },
];

const campaignWindow = (index: number) =>
  hasWindow(index) ? { windowDays: WORKING_DAYS, windowStart: "08:00", windowEnd: "21:00" } : {};

function boxOf(index: number, random: Random, { perBoxAndDay, startsAt }: Size) {
  const isAlwaysOpen = index % 6 === 5;
  return {
    address: `box-${index}@acme-${index}.test`,
    timeZone: BOX_ZONES[index % BOX_ZONES.length]!,
    ...(isAlwaysOpen ? {} : hasWindow(index) ? WIDE : NARROW),
    dailyCap: index % 4 === 3 ? null : Math.max(1, Math.round(perBoxAndDay * (0.6 + random.next()))),
    minimumGap: random.pick([0, 60, 600, 1800]),
    lastSyncedAt: new Date(startsAt),
    createdAt: new Date(startsAt),
  };
}

async function addLeads(db: Database, world: SimulatedWorld, size: Size, random: Random): Promise<void> {
  const sentAt = new Date(size.startsAt - 86_400_000);
  for (let index = 0; index < size.leads; index++) {
    const home = index % size.mailboxes;
    const lead = await makeLead(db, {
      workspaceId: world.workspaceId,
      campaign: world.campaigns[home]!,
      email: `ana-${index}@lead-${index}.test`,
      timeZone: ZONES[index % ZONES.length]!,
    });
    world.leads.push(lead);
    const homes = random.chance(0.25) ? [home, (home + 1) % size.mailboxes] : [home];
    for (const each of homes) {
      const [mailbox, campaign] = [world.mailboxes[each]!, world.campaigns[each]!];
      const { thread } = await makeThread(db, {
        workspaceId: world.workspaceId,
        mailbox,
        campaign,
        lead,
        messages: [{ direction: "out", sentAt }],
      });
      world.threads.push({ threadId: thread.id, lead, mailbox, campaign });
    }
  }
}
