import { eq } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { COOKIE_NAME } from "@/lib/auth/token";
import type { Database } from "@/lib/db/client";
import {
  accessGrants,
  approvalRules,
  assignmentRules,
  campaigns,
  clients,
  sessions,
  teamMembers,
  teams,
  templates,
} from "@/lib/db/schema";
import { ROLES, type Role } from "@/lib/domain/roles";
import { makeCampaign, makeMailbox, makeMember, makeWorkspace, type MemberRow } from "../factories";
import { request } from "../request-cookies";
import { type DoorThings, makeDoorThings, makeFeed } from "./make-door-things";
import { makeThing, type Thing } from "./make-thing";
import type { Place } from "./reach-place";

export type ReachWorld = Awaited<ReturnType<typeof makeReachWorld>>;

/** Whose data it is to somebody who is narrowed: opened to them, to their team, to nobody of theirs, or another workspace's. */
export const RELATIONS = ["own", "team", "foreign", "elsewhere"] as const;
export type Relation = (typeof RELATIONS)[number];
/** Roles of whom a member can be narrowed. */
export const NARROWED = ["sdr", "manager", "client"] as const satisfies readonly Role[];
/** Stands in what is a colleague's alone. */
export const PRIVATE = "privatezz";

/**
 * One workspace with a member of each role, all but the admin narrowed: the sdr to a mailbox, the manager to its campaign, the client to
 * the client that the campaign is run for, and a second campaign through their team. A third is nobody's, a fourth another workspace's.
 */
export async function makeReachWorld(db: Database, kind: "team" | "sandbox" = "team") {
  const { id: workspaceId } = await makeWorkspace(db, { kind, filledAt: new Date() });
  const { id: otherId } = await makeWorkspace(db);
  const members = {} as Record<Role, MemberRow>;
  for (const role of ROLES)
    members[role] = await makeMember(db, {
      workspaceId,
      role,
      seesAll: role === "admin",
      name: `The ${role}`,
      preferences: { images: "always" },
    });
  const colleague = await makeMember(db, { workspaceId, name: "A colleague" });
  const places: Record<Relation, Place> = {
    own: await makePlace(db, workspaceId, "own", kind),
    team: await makePlace(db, workspaceId, "team", kind),
    foreign: await makePlace(db, workspaceId, "foreign", kind),
    elsewhere: await makePlace(db, otherId, "elsewhere", kind),
  };
  await openPlaces(db, { workspaceId, members, places });
  await writeRules(db, workspaceId, [places.own, places.foreign]);
  const own = { workspaceId, ownerId: colleague.id, name: PRIVATE, shortcut: PRIVATE, bodyHtml: `<p>${PRIVATE}</p>` };
  await db.insert(templates).values(own);
  const cookies = {} as Record<Role, string>;
  for (const role of ROLES) cookies[role] = await sessionOf(db, members[role]);
  const stranger = await makeMember(db, { workspaceId: otherId, name: "A stranger", role: "admin" });
  return {
    workspaceId,
    members,
    places,
    colleagueId: colleague.id,
    /** Members as one may ask about them: who is narrowed as oneself is, a colleague, and another workspace's. */
    strangerId: stranger.id,
    people: { own: members.sdr.id, team: members.manager.id, foreign: colleague.id, elsewhere: stranger.id },
    signInAs: (role: Role) => (request.cookies = { [COOKIE_NAME]: cookies[role] }),
    /** A thread with all that may hang in one, the drafts and reminders of it being this role's member's. */
    thingOf: (relation: Relation, role: Role): Promise<Thing> =>
      makeThing(db, places[relation], { member: members[role], colleague }),
    /** What routes are asked about besides; the uploads of `own` are this role's member's, all others a colleague's. */
    doorsOf: (relation: Relation, role: Role, thing: Thing): Promise<DoorThings> =>
      makeDoorThings(db, { place: places[relation], owner: relation === "own" ? members[role] : colleague, thing }),
    feedOf: (role: Role): Promise<string> => makeFeed(db, members[role]),
  };
}

async function makePlace(
  db: Database,
  workspaceId: string,
  relation: Relation,
  kind: "team" | "sandbox",
): Promise<Place> {
  const mark = `${relation}zz`;
  const address = `box@${crypto.randomUUID()}.${mark}.test`;
  // A team's mailbox closes the sandbox.
  const mailbox = await makeMailbox(db, { workspaceId, address, engine: kind === "team" ? "smtp" : "sandbox" });
  const campaign = await makeCampaign(db, { workspaceId, mailbox, name: `Campaign ${mark}` });
  return { mark, workspaceId, mailbox, campaign };
}

type Opened = { workspaceId: string; members: Record<Role, MemberRow>; places: Record<Relation, Place> };

async function openPlaces(db: Database, { workspaceId, members, places: { own, team } }: Opened): Promise<void> {
  const [client] = await db
    .insert(clients)
    .values({ workspaceId, name: `Client ${crypto.randomUUID()}` })
    .returning();
  await db.update(campaigns).set({ clientId: client!.id }).where(eq(campaigns.id, own.campaign.id));
  const [north] = await db.insert(teams).values({ workspaceId, name: "North" }).returning();
  await db.insert(teamMembers).values(NARROWED.map((role) => ({ teamId: north!.id, memberId: members[role].id })));
  await db.insert(accessGrants).values([
    { workspaceId, memberId: members.sdr.id, mailboxId: own.mailbox.id },
    { workspaceId, memberId: members.manager.id, campaignId: own.campaign.id },
    { workspaceId, memberId: members.client.id, clientId: client!.id },
    { workspaceId, teamId: north!.id, campaignId: team.campaign.id },
  ]);
}

/** The workspace's rules name campaigns of whoever made them. */
async function writeRules(db: Database, workspaceId: string, places: Place[]): Promise<void> {
  const campaignIds = places.map(({ campaign }) => campaign.id);
  const asked = { campaignIds, mailboxIds: [], categoryIds: [], languages: [] };
  await db.insert(assignmentRules).values({ workspaceId, name: "In turn", position: 0, conditions: asked });
  const held = { newForDays: null, firstReplyCategoryIds: [], words: [], attachments: null };
  const conditions = { ...held, campaignIds, isOutsideHours: false, memberIds: [] };
  await db.insert(approvalRules).values({ workspaceId, name: "A look", conditions });
}

async function sessionOf(db: Database, { id: memberId }: MemberRow): Promise<string> {
  const [session] = await db
    .insert(sessions)
    .values({ memberId, expiresAt: new Date(Date.now() + 3_600_000) })
    .returning();
  return encode({ token: { sid: session!.id }, secret: process.env.AUTH_SECRET! });
}
