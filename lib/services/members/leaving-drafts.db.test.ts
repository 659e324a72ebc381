import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { accessGrants, events, members } from "@/lib/db/schema";
import { findDraft } from "@/lib/services/drafts/find-draft";
import { listHandedDrafts } from "@/lib/services/drafts/list-handed-drafts";
import { saveDraft } from "@/lib/services/drafts/save-draft";
import { SaveDraftInput } from "@/lib/services/drafts/schemas";
import { draftInput } from "@/lib/testing/draft-input";
import { contextOf, makeMailbox, makeThread, makeWorld, type MemberRow, type World } from "@/lib/testing/factories";
import { useTestDatabase } from "@/lib/testing/test-db";
import { deactivateMember } from "./deactivate-member";
import { getMemberLeaving } from "./get-member-leaving";
import { reactivateMember } from "./reactivate-member";

const test_ = useTestDatabase();
let world: World;
beforeEach(async () => void (world = await makeWorld(test_.db)));

const as = (member: MemberRow) => contextOf(member, test_.db);
const write = (member: MemberRow, text: string, thread: Pick<World, "thread" | "messages"> = world) =>
  saveDraft(as(member), SaveDraftInput.parse(draftInput(thread, `<p>${text}</p>`)));
const draftOf = async (member: MemberRow, { thread }: Pick<World, "thread"> = world) =>
  (await findDraft(as(member), { threadId: thread.id }))?.content.bodyHtml ?? null;
const leave = async (threadsTo: string) =>
  (await deactivateMember(as(world.admin), { memberId: world.member.id, threadsTo })).drafts;

test("unsent drafts are counted, and go to who takes over, as handed by who wrote them", async () => {
  await write(world.member, "Begun");
  expect(await getMemberLeaving(as(world.admin), { memberId: world.member.id })).toMatchObject({ drafts: 1 });

  expect(await leave(world.manager.id)).toEqual({ given: 1, kept: 0 });
  expect(await draftOf(world.manager)).toBe("<p>Begun</p>");
  expect(await listHandedDrafts(as(world.manager))).toMatchObject([{ by: world.member.name }]);
  const told = await test_.db.select().from(events).where(eq(events.kind, "draft.handed"));
  expect(told.find(({ subjectId }) => subjectId === world.manager.id)).toMatchObject({ memberId: world.admin.id });
});

test("what the heir has written in the same thread stays, above the other's words", async () => {
  await write(world.member, "Begun");
  await write(world.manager, "Mine");
  expect(await leave(world.manager.id)).toEqual({ given: 1, kept: 0 });
  expect(await draftOf(world.manager)).toBe("<p>Mine</p><p>Begun</p>");
});

test("drafts in threads that the heir does not see are kept", async () => {
  const { workspaceId, campaign, lead, mailbox } = world;
  const other = await makeMailbox(test_.db, { workspaceId });
  const unseen = await makeThread(test_.db, { workspaceId, lead, campaign, mailbox: other });
  await test_.db.update(members).set({ seesAll: false }).where(eq(members.id, world.manager.id));
  await test_.db.insert(accessGrants).values({ workspaceId, memberId: world.manager.id, mailboxId: mailbox.id });
  await write(world.member, "Seen");
  await write(world.member, "Unseen", unseen);
  const { others } = await getMemberLeaving(as(world.admin), { memberId: world.member.id });
  expect(others.find(({ id }) => id === world.manager.id)).toMatchObject({ isNarrowed: true });

  expect(await leave(world.manager.id)).toEqual({ given: 1, kept: 1 });
  expect(await draftOf(world.manager)).toBe("<p>Seen</p>");
  expect(await draftOf(world.member, unseen)).toBe("<p>Unseen</p>");
});

test("without an heir drafts are there again when their author is let in again", async () => {
  await write(world.member, "Begun");
  expect(await leave("unassigned")).toEqual({ given: 0, kept: 1 });
  await reactivateMember(as(world.admin), { memberId: world.member.id });
  expect(await draftOf(world.member)).toBe("<p>Begun</p>");
});
