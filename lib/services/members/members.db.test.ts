import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { hashPassword, verifyPassword } from "@/lib/core/password";
import { members, sessions } from "@/lib/db/schema";
import { contextOf, makeMember, makeWorkspace, type MemberRow } from "@/lib/testing/factories";
import { hearChanges } from "@/lib/testing/hear-changes";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { addMember } from "./add-member";
import { changePassword, PASSWORD_ATTEMPTS } from "./change-password";
import { changeRole } from "./change-role";
import { deactivateMember } from "./deactivate-member";
import { getProfile } from "./get-profile";
import { listMembers } from "./list-members";
import { reactivateMember } from "./reactivate-member";
import { savePreferences } from "./save-preferences";
import { saveWorkingHours } from "./save-working-hours";
import { SavePreferencesInput, SaveWorkingHoursInput } from "./schemas";
import { updateProfile } from "./update-profile";

const world = testDatabase();
let admin: MemberRow;
let sdr: MemberRow;
const as = (member: MemberRow) => contextOf(member, world.db);
const rowOf = async ({ id }: MemberRow) => (await world.db.select().from(members).where(eq(members.id, id)))[0]!;

beforeEach(async () => {
  const { id: workspaceId } = await makeWorkspace(world.db);
  admin = await makeMember(world.db, { workspaceId, role: "admin", name: "Ada Voss" });
  sdr = await makeMember(world.db, { workspaceId, role: "sdr", name: "Sam Reed" });
});

async function openSession(member: MemberRow) {
  const expiresAt = new Date(Date.now() + 3_600_000);
  const [row] = await world.db.insert(sessions).values({ memberId: member.id, expiresAt }).returning();
  return async () => (await world.db.select().from(sessions).where(eq(sessions.id, row!.id)))[0]!.endedAt !== null;
}

test("a new member gets a password that is answered once and stored as a hash", async () => {
  const email = `new-${admin.id}@acme.test`;

  const { memberId, password } = await addMember(as(admin), { email, name: "Nia Park", role: "manager" });

  const [row] = await world.db.select().from(members).where(eq(members.id, memberId));
  expect(row).toMatchObject({ email, role: "manager", workspaceId: admin.workspaceId });
  expect(row!.passwordHash).not.toContain(password);
  expect(await verifyPassword(row!.passwordHash!, password)).toBe(true);
});

test("an address that anybody has is not given twice, in whatever case", async () => {
  const taken = addMember(as(admin), { email: sdr.email.toUpperCase(), name: "Sam", role: "sdr" });

  await expect(taken).rejects.toMatchObject({ code: "conflict", fields: [{ path: "email", reason: "email_taken" }] });
});

test("deactivating ends every session at once, and letting in again does not revive them", async () => {
  const hasEnded = await openSession(sdr);

  await deactivateMember(as(admin), { memberId: sdr.id });
  expect(await hasEnded()).toBe(true);
  expect((await rowOf(sdr)).deactivatedAt).not.toBeNull();

  await reactivateMember(as(admin), { memberId: sdr.id });
  expect((await rowOf(sdr)).deactivatedAt).toBeNull();
  expect(await hasEnded()).toBe(true);
});

test("nobody deactivates themselves, and the last admin keeps the role", async () => {
  await expect(deactivateMember(as(admin), { memberId: admin.id })).rejects.toMatchObject({ reason: "yourself" });
  await expect(changeRole(as(admin), { memberId: admin.id, role: "sdr" })).rejects.toMatchObject({
    reason: "last_admin",
  });
});

test("two admins who demote each other at once leave one admin", async () => {
  const second = await makeMember(world.db, { workspaceId: admin.workspaceId, role: "admin" });

  const results = await Promise.allSettled([
    changeRole(as(admin), { memberId: second.id, role: "sdr" }),
    changeRole(as(second), { memberId: admin.id, role: "sdr" }),
  ]);

  expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("members of another workspace are not found", async () => {
  const { id: workspaceId } = await makeWorkspace(world.db);
  const stranger = await makeMember(world.db, { workspaceId });

  await expect(deactivateMember(as(admin), { memberId: stranger.id })).rejects.toMatchObject({ code: "not_found" });
  expect((await listMembers(as(admin))).map(({ id }) => id)).not.toContain(stranger.id);
});

test("the list says who was here, and never a hash", async () => {
  await openSession(sdr);

  const list = await listMembers(as(admin));

  expect(list.find(({ id }) => id === sdr.id)).toMatchObject({ lastSignInAt: expect.any(String), isMe: false });
  expect(list.find(({ id }) => id === admin.id)).toMatchObject({ lastSignInAt: null, isMe: true });
  expect(JSON.stringify(list)).not.toContain("argon2");
});

test("changing the password needs the present one and signs out everywhere", async () => {
  await world.db
    .update(members)
    .set({ passwordHash: await hashPassword("the old password") })
    .where(eq(members.id, sdr.id));
  const hasEnded = await openSession(sdr);

  const change = (currentPassword: string) =>
    changePassword(as(sdr), { currentPassword, newPassword: "a brand new password" }, world.pool);
  const wrong = change("not that");
  await expect(wrong).rejects.toMatchObject({ fields: [{ path: "currentPassword", reason: "wrong_password" }] });
  expect(await hasEnded()).toBe(false);

  const heard = await hearChanges(world.pool, sdr.workspaceId, async () => void (await change("the old password")));
  expect(heard).toEqual([{ workspaceId: sdr.workspaceId, kind: "access", memberId: sdr.id }]);
  expect(await hasEnded()).toBe(true);
  expect(await verifyPassword((await rowOf(sdr)).passwordHash!, "a brand new password")).toBe(true);
});

test("the present password cannot be guessed at, not even all at once, and a right one clears the count", async () => {
  const passwordHash = await hashPassword("the old password");
  for (const { id } of [sdr, admin]) await world.db.update(members).set({ passwordHash }).where(eq(members.id, id));
  const attempt = (member: MemberRow, currentPassword: string) =>
    changePassword(as(member), { currentPassword, newPassword: "the old password" }, world.pool).then(
      () => "changed",
      ({ code }: { code: string }) => code,
    );

  const guesses = await Promise.all(Array.from({ length: PASSWORD_ATTEMPTS + 2 }, () => attempt(sdr, "a guess")));

  expect(guesses.filter((code) => code === "rate_limited")).toHaveLength(2);
  expect(await attempt(sdr, "the old password")).toBe("rate_limited");
  for (let time = 0; time <= PASSWORD_ATTEMPTS; time++)
    expect(await attempt(admin, "the old password")).toBe("changed");
});

test("of two changes of the password at once one alone counts", async () => {
  const passwordHash = await hashPassword("the old password");
  await world.db.update(members).set({ passwordHash }).where(eq(members.id, sdr.id));

  const results = await Promise.allSettled(
    ["a brand new password", "another new password"].map((newPassword) =>
      changePassword(as(sdr), { currentPassword: "the old password", newPassword }, world.pool),
    ),
  );

  expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("a profile is one's own", async () => {
  await updateProfile(as(sdr), { name: "Samuel Reed", timeZone: "Europe/Oslo", undoSeconds: 30 });

  expect(await rowOf(sdr)).toMatchObject({ name: "Samuel Reed", timeZone: "Europe/Oslo", undoSeconds: 30 });
  expect((await rowOf(admin)).name).toBe("Ada Voss");
});

test("a person says when they work, and only of themselves", async () => {
  await saveWorkingHours(as(sdr), SaveWorkingHoursInput.parse({ days: [4, 1, 1], start: "07:30", end: "16:00" }));

  expect((await getProfile(as(sdr))).work).toEqual({ days: [1, 4], start: "07:30", end: "16:00" });
  expect((await getProfile(as(admin))).work).toEqual({ days: [1, 2, 3, 4, 5], start: "09:00", end: "18:00" });
  for (const wrong of [{ days: [] }, { days: [8] }, { end: "07:00" }, { start: "7" }])
    expect(SaveWorkingHoursInput.safeParse({ days: [1], start: "07:30", end: "16:00", ...wrong }).success).toBe(false);
});

test("a person keeps times in words beside what else was chosen, and only such as are times", async () => {
  await savePreferences(as(sdr), { density: "compact" });
  const saved = await savePreferences(as(sdr), SavePreferencesInput.parse({ schedulePresets: [" next tue 9 "] }));

  expect(saved).toMatchObject({ density: "compact", schedulePresets: ["next tue 9"] });
  await expect(savePreferences(as(sdr), { schedulePresets: ["soon"] })).rejects.toMatchObject({ reason: "preset" });
  expect((await rowOf(sdr)).preferences).toMatchObject({ schedulePresets: ["next tue 9"] });
  expect((await rowOf(admin)).preferences).toEqual({});
  for (const schedulePresets of [Array(9).fill("tomorrow"), ["x".repeat(61)], ["a\nb"], [""]])
    expect(SavePreferencesInput.safeParse({ schedulePresets }).success).toBe(false);
});
