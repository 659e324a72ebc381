import { randomUUID } from "node:crypto";
import type { campaigns, categories, mailboxes, members, templates } from "@/lib/db/schema";
import { DEFAULT_CATEGORIES } from "@/lib/domain/default-categories";
import type { Random } from "@/lib/sandbox/random";

type Row<Table extends { $inferInsert: object }> = Table["$inferInsert"] & { id: string };
export type Cast = {
  workspaceId: string;
  members: Row<typeof members>[];
  teams: { id: string; name: string; memberIds: string[] }[];
  mailboxes: Row<typeof mailboxes>[];
  campaigns: Row<typeof campaigns>[];
  categories: Row<typeof categories>[];
  templates: Row<typeof templates>[];
};

const PEOPLE = [
  { role: "admin", timeZone: "UTC", workDays: [1, 2, 3, 4, 5], workStart: "09:00", workEnd: "18:00" },
  { role: "manager", timeZone: "Europe/Berlin", workDays: [1, 2, 3, 4, 5], workStart: "08:00", workEnd: "16:30" },
  { role: "sdr", timeZone: "America/New_York", workDays: [1, 2, 3, 4], workStart: "07:15", workEnd: "19:45" },
  { role: "sdr", timeZone: "Asia/Kolkata", workDays: [7, 1, 2, 3], workStart: "10:00", workEnd: "14:00" },
  { role: "sdr", timeZone: "Pacific/Auckland", workDays: [1, 2, 3, 4, 5, 6, 7], workStart: "00:00", workEnd: "23:59" },
  { role: "client", timeZone: "Europe/London", workDays: [], workStart: "09:00", workEnd: "17:00" },
] as const;

/** Who and what the random threads are about. */
export function makeCast(random: Random): Cast {
  const workspaceId = randomUUID();
  const own = () => ({ id: randomUUID(), workspaceId });
  const people = PEOPLE.map(({ workDays, ...each }, index) => ({
    ...own(),
    ...each,
    workDays: [...workDays],
    name: `Person ${index}`,
    email: `person-${index}-${random.uuid()}@acme.test`,
  }));
  return {
    workspaceId,
    members: people,
    teams: [
      { id: randomUUID(), name: "Europe", memberIds: [people[1]!.id, people[2]!.id] },
      { id: randomUUID(), name: "World", memberIds: people.slice(2, 5).map(({ id }) => id) },
    ],
    mailboxes: [1, 2, 3].map((nth) => ({
      ...own(),
      address: `box-${nth}-${random.uuid()}@acme.test`,
      displayName: "Acme",
      engine: "smtp" as const,
      state: "connected" as const,
    })),
    campaigns: [1, 2, 3, 4].map((nth) => ({ ...own(), number: 500_000 + nth, name: `Campaign ${nth}` })),
    categories: DEFAULT_CATEGORIES.map((each, position) => ({ ...own(), ...each, position })),
    templates: [
      { ...own(), name: "Team's", ownerId: null, bodyHtml: "<p>Hello</p>" },
      { ...own(), name: "Team's other", ownerId: null, bodyHtml: "<p>Hello</p>" },
      { ...own(), name: "Own of a manager", ownerId: people[1]!.id, bodyHtml: "<p>Hello</p>" },
    ],
  };
}
