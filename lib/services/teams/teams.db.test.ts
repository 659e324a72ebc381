import { and, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { clients, events, members, teams } from "@/lib/db/schema";
import { listAccess } from "@/lib/services/access/list-access";
import { scopeOf } from "@/lib/services/access/scope-of";
import { setAccess } from "@/lib/services/access/set-access";
import { setCampaignClient } from "@/lib/services/campaigns/set-campaign-client";
import { addClient } from "@/lib/services/clients/add-client";
import { listClients } from "@/lib/services/clients/list-clients";
import { removeClient } from "@/lib/services/clients/remove-client";
import { renameClient } from "@/lib/services/clients/rename-client";
import { contextOf, makeMember, makeWorld, type MemberRow, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { addTeam } from "./add-team";
import { removeTeam } from "./remove-team";
import { updateTeam } from "./update-team";

const test_ = testDatabase();
let world: World;
let other: World;
beforeEach(async () => {
  world = await makeWorld(test_.db);
  other = await makeWorld(test_.db);
});

const admin = () => contextOf(world.admin, test_.db);
async function scopeNow({ id }: MemberRow) {
  const [member] = await test_.db.select().from(members).where(eq(members.id, id));
  return scopeOf(test_.db, member!);
}
const kindsOf = async () =>
  (
    await test_.db
      .select({ kind: events.kind })
      .from(events)
      .where(and(eq(events.workspaceId, world.workspaceId), eq(events.memberId, world.admin.id)))
      .orderBy(events.at, events.id)
  ).map(({ kind }) => kind);

test("a member is narrowed to a mailbox, and sees everything again", async () => {
  const { member, mailbox } = world;
  const memberId = member.id;
  await setAccess(admin(), { memberId, seesAll: false, grants: [{ kind: "mailbox", id: mailbox.id }] });
  expect(await scopeNow(member)).toEqual({ mailboxIds: [mailbox.id], campaignIds: [] });

  await setAccess(admin(), { memberId, seesAll: true, grants: [] });
  expect(await scopeNow(member)).toBeNull();
  expect(await kindsOf()).toEqual(["member.access_changed", "member.access_changed"]);
});

test("what is opened to a team is its members', until they leave it or it goes", async () => {
  const { member, manager, campaign } = world;
  const grants = [{ kind: "campaign" as const, id: campaign.id }];
  await setAccess(admin(), { memberId: member.id, seesAll: false, grants: [] });
  const { teamId } = await addTeam(admin(), { name: "North", memberIds: [member.id, manager.id], grants });
  expect(await scopeNow(member)).toEqual({ mailboxIds: [], campaignIds: [campaign.id] });
  expect(await scopeNow(manager)).toBeNull();

  await updateTeam(admin(), { teamId, name: "South", memberIds: [manager.id], grants });
  expect(await scopeNow(member)).toEqual({ mailboxIds: [], campaignIds: [] });
  expect((await listAccess(admin())).teams).toEqual([{ id: teamId, name: "South", memberIds: [manager.id], grants }]);

  await updateTeam(admin(), { teamId, name: "South", memberIds: [member.id], grants });
  await removeTeam(admin(), { teamId });
  expect(await scopeNow(member)).toEqual({ mailboxIds: [], campaignIds: [] });
});

test("a client sees the campaigns that are run for them, and no more once they are not", async () => {
  const { workspaceId, campaign } = world;
  const reader = await makeMember(test_.db, { workspaceId, role: "client" });
  expect(await scopeNow(reader)).toEqual({ mailboxIds: [], campaignIds: [] });
  const { clientId } = await addClient(admin(), { name: "Pohja" });
  const grants = [{ kind: "client" as const, id: clientId }];
  await setAccess(admin(), { memberId: reader.id, seesAll: false, grants });
  await setCampaignClient(admin(), { campaignId: campaign.id, clientId });
  expect(await scopeNow(reader)).toEqual({ mailboxIds: [], campaignIds: [campaign.id] });

  await renameClient(admin(), { clientId, name: "Pohja Oy" });
  expect(await listClients(admin())).toEqual([{ id: clientId, name: "Pohja Oy", campaignCount: 1 }]);
  await removeClient(admin(), { clientId });
  expect(await scopeNow(reader)).toEqual({ mailboxIds: [], campaignIds: [] });
  expect(await listClients(admin())).toEqual([]);
});

test("names are each other's only once, and nothing of another workspace is opened or changed", async () => {
  const { member } = world;
  const empty = { memberIds: [], grants: [] };
  const { teamId } = await addTeam(admin(), { name: "North", ...empty });
  await addTeam(admin(), { name: "South", ...empty });
  const { clientId } = await addClient(admin(), { name: "Pohja" });
  const not = (code: string, reason: string) => expect.objectContaining({ code, reason });
  await expect(addTeam(admin(), { name: "North", ...empty })).rejects.toEqual(not("conflict", "team_exists"));
  await expect(updateTeam(admin(), { teamId, name: "South", ...empty })).rejects.toEqual(
    not("conflict", "team_exists"),
  );
  await expect(addClient(admin(), { name: "Pohja" })).rejects.toEqual(not("conflict", "client_exists"));

  const foreign = contextOf(other.admin, test_.db);
  const grants = [{ kind: "mailbox" as const, id: other.mailbox.id }];
  await expect(setAccess(admin(), { memberId: member.id, seesAll: false, grants })).rejects.toEqual(
    not("not_found", "mailbox"),
  );
  await expect(addTeam(admin(), { name: "East", memberIds: [other.member.id], grants: [] })).rejects.toEqual(
    not("not_found", "member"),
  );
  await expect(updateTeam(foreign, { teamId, name: "Ours", ...empty })).rejects.toEqual(not("not_found", "team"));
  await expect(removeTeam(foreign, { teamId })).rejects.toEqual(not("not_found", "team"));
  await expect(renameClient(foreign, { clientId, name: "Ours" })).rejects.toEqual(not("not_found", "client"));
  await expect(removeClient(foreign, { clientId: newId() })).rejects.toEqual(not("not_found", "client"));
  await expect(setCampaignClient(foreign, { campaignId: other.campaign.id, clientId })).rejects.toEqual(
    not("not_found", "client"),
  );
  expect(await scopeNow(member)).toBeNull();
});

test("large and small letters make no other name of a team or client; what has a double from former times keeps it", async () => {
  const empty = { memberIds: [], grants: [] };
  const { teamId } = await addTeam(admin(), { name: "North", ...empty });
  const { clientId } = await addClient(admin(), { name: "Acme" });
  const conflict = (reason: string) => expect.objectContaining({ code: "conflict", reason });
  await expect(addTeam(admin(), { name: "NORTH", ...empty })).rejects.toEqual(conflict("team_exists"));
  await expect(addClient(admin(), { name: "acme" })).rejects.toEqual(conflict("client_exists"));
  await renameClient(admin(), { clientId, name: "ACME" });

  const { workspaceId } = world;
  await test_.db.insert(clients).values({ workspaceId, name: "acme" });
  await test_.db.insert(teams).values({ workspaceId, name: "north" });
  await renameClient(admin(), { clientId, name: "ACME" });
  await updateTeam(admin(), { teamId, name: "North", ...empty });
  await expect(renameClient(admin(), { clientId, name: "Acme" })).rejects.toEqual(conflict("client_exists"));
});

test("two who give one name at once do not both have it", async () => {
  const outcomes = await Promise.allSettled(["Beta", "beta", "BETA"].map((name) => addClient(admin(), { name })));
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected", "rejected"]);
});

test("an admin is never narrowed, and a client never sees everything", async () => {
  const reader = await makeMember(test_.db, { workspaceId: world.workspaceId, role: "client" });
  const ask = (memberId: string, seesAll: boolean) => setAccess(admin(), { memberId, seesAll, grants: [] });
  await expect(ask(world.admin.id, false)).rejects.toMatchObject({ reason: "always_sees_all" });
  await expect(ask(reader.id, true)).rejects.toMatchObject({ reason: "never_sees_all" });
});
