import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { hashPassword, verifyPassword } from "@/lib/core/password";
import { events, members, sessions } from "@/lib/db/schema";
import { SANDBOX_SIGN_INS } from "@/lib/domain/sandbox-sign-ins";
import { contextOf, makeMember, makeWorkspace, type MemberRow } from "@/lib/testing/factories";
import { hearChanges } from "@/lib/testing/hear-changes";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { addMember } from "./add-member";
import { changePassword } from "./change-password";
import { givePassword } from "./give-password";
import { listMembers } from "./list-members";

const world = testDatabase();
let admin: MemberRow;
let sdr: MemberRow;
const as = (member: MemberRow) => contextOf(member, world.db);
const rowOf = async (id: string) => (await world.db.select().from(members).where(eq(members.id, id)))[0]!;
const give = (by: MemberRow, { id: memberId }: { id: string }) => givePassword(as(by), { memberId });

beforeEach(async () => {
  const { id: workspaceId } = await makeWorkspace(world.db);
  admin = await makeMember(world.db, { workspaceId, role: "admin" });
  const passwordHash = await hashPassword("a forgotten one");
  sdr = await makeMember(world.db, { workspaceId, role: "sdr", passwordHash });
});

test("who has forgotten their password gets a made one, once, and is signed out everywhere", async () => {
  const expiresAt = new Date(Date.now() + 3_600_000);
  await world.db.insert(sessions).values({ memberId: sdr.id, expiresAt });
  let password = "";

  const heard = await hearChanges(world.pool, sdr.workspaceId, async () => {
    const given = await give(admin, sdr);
    expect(given).toMatchObject({ memberId: sdr.id, name: sdr.name, email: sdr.email });
    ({ password } = given);
  });

  const { passwordHash } = await rowOf(sdr.id);
  expect(await verifyPassword(passwordHash!, password)).toBe(true);
  expect(await verifyPassword(passwordHash!, "a forgotten one")).toBe(false);
  const [session] = await world.db.select().from(sessions).where(eq(sessions.memberId, sdr.id));
  expect(session!.endedAt).not.toBeNull();
  expect(heard).toEqual([{ workspaceId: sdr.workspaceId, kind: "access", memberId: sdr.id }]);
  const told = await world.db.select().from(events).where(eq(events.subjectId, sdr.id));
  expect(told).toMatchObject([{ kind: "member.password_given", memberId: admin.id }]);
  expect(JSON.stringify(told)).not.toContain(password);
});

test("only an admin gives one, of their own workspace, and not to themselves", async () => {
  const elsewhere = await makeMember(world.db, { workspaceId: (await makeWorkspace(world.db)).id });
  await expect(give(sdr, admin)).rejects.toMatchObject({ code: "forbidden" });
  await expect(give(admin, elsewhere)).rejects.toMatchObject({ code: "not_found" });
  await expect(give(admin, admin)).rejects.toMatchObject({ code: "conflict", reason: "own_password" });
  expect(await verifyPassword((await rowOf(sdr.id)).passwordHash!, "a forgotten one")).toBe(true);
});

test("in the sandbox a start gives only its own people theirs; who was added gets a new one and changes it", async () => {
  const { id: workspaceId } = await makeWorkspace(world.db, { kind: "sandbox" });
  const boss = await makeMember(world.db, { workspaceId, role: "admin" });
  const own = await makeMember(world.db, { workspaceId, email: SANDBOX_SIGN_INS[0]! });
  const { memberId, email } = await addMember(as(boss), {
    name: "Nia",
    email: `nia-${boss.id}@acme.test`,
    role: "sdr",
  });

  await expect(give(boss, own)).rejects.toMatchObject({ code: "forbidden", reason: "sandbox_password" });
  const { password } = await give(boss, { id: memberId });
  const input = { currentPassword: password, newPassword: "a brand new password" };
  expect(await changePassword(as(await rowOf(memberId)), input, world.pool)).toEqual({ signedOut: true });
  const refused = changePassword(as(own), input, world.pool);
  await expect(refused).rejects.toMatchObject({ code: "forbidden", reason: "sandbox_password" });
  const listed = new Map((await listMembers(as(boss))).map((member) => [member.email, member.mayGetPassword]));
  expect([listed.get(email), listed.get(own.email), listed.get(boss.email)]).toEqual([true, false, false]);
});
