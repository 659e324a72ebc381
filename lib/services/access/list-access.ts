import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { accessGrants, campaigns, clients, mailboxes, members, teamMembers, teams } from "@/lib/db/schema";
import { isNeverNarrowed } from "@/lib/domain/permissions";
import type { Role } from "@/lib/domain/roles";
import { may, type Context } from "../context";
import type { Grant } from "./schemas";

export type AccessView = {
  teams: { id: string; name: string; memberIds: string[]; grants: Grant[] }[];
  /** Who works here and can be narrowed, by name: all but admins. */
  members: { id: string; name: string; role: Role; seesAll: boolean; grants: Grant[] }[];
  /** Everybody who works here, for the members of a team. */
  people: { id: string; name: string }[];
  /** What can be opened to somebody. */
  choices: { mailbox: Choice[]; campaign: Choice[]; client: Choice[] };
};
type Choice = { id: string; name: string };

/** Who sees what, and what there is to open. @throws AppError `forbidden` */
export async function listAccess({ actor, db }: Context): Promise<AccessView> {
  may(actor, "team.manage");
  const { workspaceId } = actor;
  const grants = await db.select().from(accessGrants).where(eq(accessGrants.workspaceId, workspaceId));
  const people = await db
    .select({ id: members.id, name: members.name, role: members.role, seesAll: members.seesAll })
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), isNull(members.deactivatedAt)))
    .orderBy(asc(members.name), asc(members.id));
  return {
    teams: (await teamsOf(db, workspaceId)).map((team) => ({
      ...team,
      grants: grants.filter(({ teamId }) => teamId === team.id).flatMap(grantOf),
    })),
    members: people
      .filter(({ role }) => !isNeverNarrowed(role))
      .map((person) => ({
        ...person,
        grants: grants.filter(({ memberId }) => memberId === person.id).flatMap(grantOf),
      })),
    people: people.map(({ id, name }) => ({ id, name })),
    choices: await choicesOf(db, workspaceId),
  };
}

function teamsOf(db: Database, workspaceId: string) {
  return db
    .select({
      id: teams.id,
      name: teams.name,
      memberIds: sql<
        string[]
      >`coalesce(array_agg(${teamMembers.memberId}) filter (where ${teamMembers.memberId} is not null), '{}')`,
    })
    .from(teams)
    .leftJoin(teamMembers, eq(teamMembers.teamId, teams.id))
    .where(eq(teams.workspaceId, workspaceId))
    .groupBy(teams.id)
    .orderBy(asc(teams.name));
}

async function choicesOf(db: Database, workspaceId: string): Promise<AccessView["choices"]> {
  return {
    mailbox: await db
      .select({ id: mailboxes.id, name: sql<string>`${mailboxes.address}::text` })
      .from(mailboxes)
      .where(and(eq(mailboxes.workspaceId, workspaceId), isNull(mailboxes.removedAt)))
      .orderBy(asc(mailboxes.address)),
    // A mailbox's own campaign goes with its mailbox.
    campaign: await db
      .select({ id: campaigns.id, name: campaigns.name })
      .from(campaigns)
      .where(and(eq(campaigns.workspaceId, workspaceId), isNull(campaigns.directMailboxId)))
      .orderBy(asc(campaigns.name), asc(campaigns.number)),
    client: await db
      .select({ id: clients.id, name: clients.name })
      .from(clients)
      .where(eq(clients.workspaceId, workspaceId))
      .orderBy(asc(clients.name)),
  };
}

function grantOf({ mailboxId, campaignId, clientId }: typeof accessGrants.$inferSelect): Grant[] {
  if (mailboxId) return [{ kind: "mailbox", id: mailboxId }];
  if (campaignId) return [{ kind: "campaign", id: campaignId }];
  return clientId ? [{ kind: "client", id: clientId }] : [];
}
