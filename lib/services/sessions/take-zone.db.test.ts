import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { hashPassword } from "@/lib/core/password";
import { members } from "@/lib/db/schema";
import { SANDBOX_SIGN_INS } from "@/lib/domain/sandbox-sign-ins";
import { acceptInvitation } from "@/lib/services/member-invitations/accept-invitation";
import { inviteMember } from "@/lib/services/member-invitations/invite-member";
import { addMember } from "@/lib/services/members/add-member";
import { updateProfile } from "@/lib/services/members/update-profile";
import { contextOf, makeMember, makeWorkspace } from "@/lib/testing/factories";
import { useTestDatabase } from "@/lib/testing/test-db";
import { signIn } from "./sign-in";

const test_ = useTestDatabase();
const deps = () => ({ db: test_.db, pool: test_.pool, now: () => new Date() });
const password = "a long enough password";

async function office(kind: "team" | "sandbox" = "team") {
  const { id: workspaceId } = await makeWorkspace(test_.db, { kind });
  const admin = await makeMember(test_.db, { workspaceId, role: "admin", timeZone: "Europe/Oslo" });
  return { workspaceId, admin: contextOf(admin, test_.db), email: `new-${admin.id}@acme.test` };
}
const rowOf = async (email: string) => (await test_.db.select().from(members).where(eq(members.email, email)))[0]!;
const zoneOf = async (email: string) => (await rowOf(email)).timeZone;
const come = (email: string, given: string, timeZone: string | null) =>
  signIn(deps(), { email, password: given }, { address: "192.0.2.1", userAgent: null, timeZone });

test("who is added has the admin's zone, then their browser's from the first sign-in on, and keeps what they choose", async () => {
  const { admin, email } = await office();
  const made = await addMember(admin, { email, name: "Nia", role: "sdr" });
  expect(await zoneOf(email)).toBe("Europe/Oslo");

  await come(email, made.password, "Asia/Tokyo");
  expect(await zoneOf(email)).toBe("Asia/Tokyo");
  await come(email, made.password, "Europe/Lisbon");
  expect(await zoneOf(email)).toBe("Asia/Tokyo");
  const chosen = { name: "Nia", timeZone: "America/Lima", undoSeconds: 10 };
  await updateProfile(contextOf(await rowOf(email), test_.db), chosen);
  await come(email, made.password, "Europe/Lisbon");
  expect(await zoneOf(email)).toBe("America/Lima");
});

test("who joins by an invitation has the inviter's zone until their browser tells theirs", async () => {
  const { admin, email } = await office();
  const write = () => Promise.resolve({ subject: "Come in", text: "Hello" });
  const { secret } = await inviteMember(admin, { email, name: "Nia", role: "sdr", mailboxId: null }, write);
  await acceptInvitation(deps(), { secret, address: email }, { name: "Nia", password });
  expect(await zoneOf(email)).toBe("Europe/Oslo");
  await come(email, password, "Asia/Tokyo");
  expect(await zoneOf(email)).toBe("Asia/Tokyo");
});

test("a browser that tells no zone changes none, and the sandbox's own people keep theirs", async () => {
  const { workspaceId } = await office("sandbox");
  const [email] = SANDBOX_SIGN_INS as [string];
  const passwordHash = await hashPassword(password);
  await makeMember(test_.db, { workspaceId, email, passwordHash, timeZone: "Europe/Paris" });
  await come(email, password, "Asia/Tokyo");
  expect(await zoneOf(email)).toBe("Europe/Paris");

  const team = await office();
  const { password: made } = await addMember(team.admin, { email: team.email, name: "Nia", role: "sdr" });
  await come(team.email, made, null);
  expect(await zoneOf(team.email)).toBe("Europe/Oslo");
});
