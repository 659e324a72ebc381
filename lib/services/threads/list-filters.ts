import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { campaigns, categories, mailboxes, members } from "@/lib/db/schema";
import { roleMay } from "@/lib/domain/permissions";
import { ROLES } from "@/lib/domain/roles";
import type { ListFilters } from "@/lib/domain/list-filters";
import type { PersonView } from "@/lib/domain/person-view";
import { campaignsOf } from "@/lib/services/access/campaigns-of";
import { mailboxesOf } from "@/lib/services/access/mailboxes-of";
import { awayMembers } from "@/lib/services/absences/away-members";
import { type Context, may } from "@/lib/services/context";

const ANSWERING = ROLES.filter((role) => roleMay(role, "reply.send"));

/** What the workspace's lists can be narrowed to, and to whom a thread can be given. */
export async function listFilters({ actor, db, now }: Context): Promise<ListFilters> {
  may(actor, "thread.read");
  const { workspaceId } = actor;
  const team = await db
    .select({ id: members.id, name: members.name, role: members.role })
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), isNull(members.deactivatedAt), inArray(members.role, ANSWERING)))
    .orderBy(asc(members.name));
  return {
    mailboxes: await db
      .select({ id: mailboxes.id, address: mailboxes.address, colour: mailboxes.colour, state: mailboxes.state })
      .from(mailboxes)
      .where(and(mailboxesOf(actor), isNull(mailboxes.removedAt)))
      .orderBy(asc(mailboxes.address)),
    campaigns: await db
      .select({ number: campaigns.number, name: campaigns.name })
      .from(campaigns)
      .where(and(campaignsOf(actor), isNull(campaigns.directMailboxId)))
      .orderBy(asc(campaigns.name)),
    categories: await db
      .select({ id: categories.id, name: categories.name, kind: categories.kind, sentiment: categories.sentiment })
      .from(categories)
      .where(eq(categories.workspaceId, workspaceId))
      .orderBy(asc(categories.position)),
    people: roleMay(actor.role, "thread.filterByPerson") ? team.map(personOf) : [],
    team: roleMay(actor.role, "thread.triage")
      ? team.filter(({ role }) => roleMay(role, "thread.triage")).map(personOf)
      : [],
    away: roleMay(actor.role, "thread.triage")
      ? [...(await awayMembers(db, workspaceId, now()))].map(([memberId, until]) => ({ memberId, until }))
      : [],
  };
}

const personOf = ({ id, name }: PersonView): PersonView => ({ id, name });
