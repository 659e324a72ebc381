import { desc, eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { verifyPassword } from "@/lib/core/password";
import { events, mailboxes, memberInvitations, members, messages } from "@/lib/db/schema";
import { JOBS } from "@/lib/jobs/definitions";
import type { SendResult } from "@/lib/mail/transport";
import { ingestFound } from "@/lib/services/messages/ingest-message";
import { signIn } from "@/lib/services/sessions/sign-in";
import { contextOf, makeMember, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase } from "@/lib/testing/test-db";
import { sendInvitation } from "@/lib/worker/handlers/send-invitation";
import { acceptInvitation } from "./accept-invitation";
import { findInvitation } from "./find-invitation";
import { WRONG_LINKS } from "./guess-limiter";
import { inviteMember } from "./invite-member";
import { listInvitations } from "./list-invitations";
import { listSendingMailboxes } from "./list-sending-mailboxes";
import { resendInvitation } from "./resend-invitation";
import { revokeInvitation } from "./revoke-invitation";

const test_ = useTestDatabase();
let world: World;
let address: string;
let email: string;
let clock: Date;
const admin = () => contextOf(world.admin, test_.db, () => clock);
const deps = () => ({ db: test_.db, pool: test_.pool, now: () => clock });
const write = ({ name, secret }: { name: string; secret: string }) =>
  Promise.resolve({ subject: "Come in", text: `Hello ${name},\n\nhttps://app.test/invitation/${secret}` });
const invite = (mailboxId: string | null = null) =>
  inviteMember(admin(), { email, name: "Nia Park", role: "manager", mailboxId }, write);
const join = (secret: string) =>
  acceptInvitation(deps(), { secret, address }, { name: "Nia P.", password: "a long password" });
const open = (secret: string) => findInvitation(deps(), { secret, address });
const rowOf = async (id: string) =>
  (await test_.db.select().from(memberInvitations).where(eq(memberInvitations.id, id)))[0]!;
const state = async () => (await listInvitations(admin())).map((one) => one.state);

beforeEach(async () => {
  world = await makeWorld(test_.db);
  address = `192.0.2.${world.admin.id}`;
  email = `nia-${world.admin.id}@acme.test`;
  clock = new Date();
});

test("a link makes a member of whoever holds it, once, and only its hash is kept", async () => {
  const { secret, invitationId } = await invite();
  expect(JSON.stringify(await rowOf(invitationId))).not.toContain(secret);
  expect(await open(secret)).toMatchObject({ email, name: "Nia Park", invitedBy: world.admin.name });

  expect(await join(secret)).toEqual({ email });
  const [member] = await test_.db.select().from(members).where(eq(members.email, email));
  expect(member).toMatchObject({ name: "Nia P.", role: "manager", workspaceId: world.workspaceId });
  expect(await verifyPassword(member!.passwordHash!, "a long password")).toBe(true);
  await signIn(deps(), { email, password: "a long password" }, { address, userAgent: null });

  expect(await open(secret)).toBeNull();
  await expect(join(secret)).rejects.toMatchObject({ code: "not_found", reason: "member_invitation" });
  expect(await state()).toEqual([]);
});

test("two who use a link at once make one member", async () => {
  const { secret } = await invite();
  const outcomes = await Promise.allSettled([join(secret), join(secret)]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("a link is over after a week, when it is taken back, and when it is sent again", async () => {
  const first = await invite();
  clock = new Date(clock.getTime() + 7 * 86_400_000 + 1);
  expect(await open(first.secret)).toBeNull();
  expect(await state()).toEqual(["expired"]);

  const again = await resendInvitation(admin(), { invitationId: first.invitationId }, write);
  expect(await state()).toEqual(["link"]);
  expect(await open(first.secret)).toBeNull();
  expect(await open(again.secret)).not.toBeNull();

  await revokeInvitation(admin(), { invitationId: first.invitationId });
  expect(await open(again.secret)).toBeNull();
  const used = expect.objectContaining({ code: "conflict", reason: "invitation_used" });
  await expect(resendInvitation(admin(), { invitationId: first.invitationId }, write)).rejects.toEqual(used);
});

test("a link ends with the right of who gave it out, and counts again once another admin sends it", async () => {
  const { secret, invitationId } = await invite();
  const other = await makeMember(test_.db, { workspaceId: world.workspaceId, role: "admin" });
  const set = (values: object) => test_.db.update(members).set(values).where(eq(members.id, world.admin.id));
  for (const [out, back] of [
    [{ deactivatedAt: new Date() }, { deactivatedAt: null }],
    [{ role: "sdr" }, { role: "admin" }],
  ] as const) {
    await set(out);
    expect(await open(secret)).toBeNull();
    await expect(join(secret)).rejects.toMatchObject({ code: "not_found", reason: "member_invitation" });
    expect(await listInvitations(contextOf(other, test_.db, () => clock))).toMatchObject([{ state: "expired" }]);
    await set(back);
  }
  await set({ deactivatedAt: new Date() });
  const again = await resendInvitation(
    contextOf(other, test_.db, () => clock),
    { invitationId },
    write,
  );
  expect(await open(secret)).toBeNull();
  expect(await open(again.secret)).toMatchObject({ email, invitedBy: other.name });
});

test("an address that a member has, or that is invited, is refused", async () => {
  const taken = inviteMember(
    admin(),
    { email: world.member.email.toUpperCase(), name: "Sam", role: "sdr", mailboxId: null },
    write,
  );
  await expect(taken).rejects.toMatchObject({ code: "conflict", reason: "email_taken" });
  await invite();
  await expect(invite()).rejects.toMatchObject({ code: "conflict", reason: "invited_already" });
});

test("only admins invite, and an invitation of another workspace is not found", async () => {
  const sdr = contextOf(world.member, test_.db);
  await expect(inviteMember(sdr, { email, name: "N", role: "admin", mailboxId: null }, write)).rejects.toMatchObject({
    code: "forbidden",
  });
  const { invitationId } = await invite();
  const elsewhere = contextOf((await makeWorld(test_.db)).admin, test_.db);
  await expect(revokeInvitation(elsewhere, { invitationId })).rejects.toMatchObject({ code: "not_found" });
  expect(await listInvitations(elsewhere)).toEqual([]);
});

test("whoever tries many links is held up", async () => {
  for (let n = 0; n < WRONG_LINKS; n++) expect(await open(`wrong-${n}`)).toBeNull();
  await expect(open("one more")).rejects.toMatchObject({ code: "rate_limited" });
});

test("whoever tries them from all the addresses of an IPv6 line is held up", async () => {
  for (let n = 0; n < WRONG_LINKS; n++) {
    address = `2001:db8:6:6::${n.toString(16)}`;
    expect(await open(`wrong-${n}`)).toBeNull();
  }
  address = "2001:db8:6:6:ffff::";
  await expect(open("one more")).rejects.toMatchObject({ code: "rate_limited" });
});

/** The newest order as it lies in the queue. */
async function order() {
  const { rows } = await test_.db.execute<{ data: unknown }>(
    sql`select data from jobs.job where name = ${JOBS.sendInvitation.name} order by created_on desc limit 1`,
  );
  return JOBS.sendInvitation.data.parse(rows[0]!.data);
}
const sent: { from: string; to: string[]; raw: string }[] = [];
const transport = (result: SendResult) => () => ({
  async send({ from, to }: { from: string; to: string[] }, raw: Buffer, mark: () => Promise<void>) {
    await mark();
    sent.push({ from, to, raw: raw.toString() });
    return result;
  },
});
const taken: SendResult = { kind: "accepted", response: "250", outcomes: [] };
const away: SendResult = { kind: "refused", temporary: true, reason: "network", response: "", outcomes: [] };

test("the mail leaves by the chosen mailbox with the link, once; the order holds the link only encrypted", async () => {
  sent.length = 0;
  const { secret } = await invite(world.mailbox.id);
  expect(await state()).toEqual(["leaving"]);
  expect(JSON.stringify(await order())).not.toContain(secret);

  await sendInvitation({ ...deps(), transport: transport(taken) }, await order());
  await sendInvitation({ ...deps(), transport: transport(taken) }, await order());
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ from: world.mailbox.address, to: [email] });
  const text = sent[0]!.raw.replaceAll("=\r\n", "").replaceAll("=3D", "=");
  expect(text).toContain(`https://app.test/invitation/${secret}`);
  expect(text).toContain("Subject: Come in");
  expect(await state()).toEqual(["sent"]);
  const [last] = await test_.db
    .select()
    .from(events)
    .where(eq(events.workspaceId, world.workspaceId))
    .orderBy(desc(events.at))
    .limit(1);
  expect(last!.kind).toBe("member.invitation_sent");
});

test("a server that is away is told in the list and tried again; an order whose link was replaced does nothing", async () => {
  sent.length = 0;
  const { invitationId } = await invite(world.mailbox.id);
  const old = await order();
  await expect(sendInvitation({ ...deps(), transport: transport(away) }, old)).rejects.toThrow("network");
  expect(await listInvitations(admin())).toMatchObject([{ state: "failed", failedReason: "network" }]);
  await resendInvitation(admin(), { invitationId }, write);
  expect(await state()).toEqual(["leaving"]);
  await sendInvitation({ ...deps(), transport: transport(taken) }, old);
  expect(await state()).toEqual(["leaving"]);
  await sendInvitation({ ...deps(), transport: transport(taken) }, await order());
  expect(await state()).toEqual(["sent"]);
});

test("the copy that a provider files in Sent is not stored, since its link would let any reader join", async () => {
  sent.length = 0;
  await invite(world.mailbox.id);
  await sendInvitation({ ...deps(), transport: transport(taken) }, await order());
  const before = await test_.db.$count(messages);
  const input = { workspaceId: world.workspaceId, mailboxId: world.mailbox.id, source: "sent" } as const;
  expect(await ingestFound(deps(), { ...input, raw: Buffer.from(sent[0]!.raw) })).toBeNull();
  expect(await test_.db.$count(messages)).toBe(before);
});

test("a mailbox that has stopped is not offered to send an invitation by", async () => {
  const offered = async () => (await listSendingMailboxes(admin())).map(({ id }) => id);
  expect(await offered()).toEqual([world.mailbox.id]);
  const stopped = { state: "failing", stateReason: "auth" } as const;
  await test_.db.update(mailboxes).set(stopped).where(eq(mailboxes.id, world.mailbox.id));
  expect(await offered()).toEqual([]);
});
