import { and, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { events, leads, replies, replyAttachments, uploads } from "@/lib/db/schema";
import { inlineContentId } from "@/lib/domain/inline-content-id";
import { contextOf, makeWorld, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { duplicateReply } from "./duplicate-reply";
import { getReplyText } from "./get-reply-text";
import { rewriteReply } from "./rewrite-reply";

const test_ = testDatabase();
const NOW = new Date("2026-10-20T08:00:00Z");
let world: World;
beforeEach(async () => {
  world = await makeWorld(test_.db);
});

const context = (member = world.member) => contextOf(member, test_.db, () => NOW);
const at = (time: string) => new Date(time);
const planned = (time: string, values: Partial<Parameters<typeof makeReply>[2]> = {}) =>
  makeReply(test_.db, world, { status: "scheduled", dueAt: at(time), scheduledAt: at(time), ...values });
const rowOf = async (id: string) => (await test_.db.select().from(replies).where(eq(replies.id, id)))[0]!;

test("the same words are planned once more as one's own, by all rules of a composer's reply", async () => {
  const cc = [{ name: "", address: "ben@lead.test" }];
  const values = { cc, bodyHtml: "<p>Say {{hello}}</p>", scheduleCondition: "if_no_reply" as const };
  const reply = await planned("2026-10-19T09:00:00Z", { ...values, status: "sent", sentAt: NOW, origin: "machine" });
  const input = { replyId: reply.id, draftId: crypto.randomUUID(), at: "2026-11-20T10:00:00Z", zone: "Europe/Berlin" };

  await duplicateReply(context(world.manager), input);
  const again = await duplicateReply(context(world.manager), input);

  expect(again).toMatchObject({ replyId: input.draftId, status: "scheduled" });
  expect(await rowOf(input.draftId)).toMatchObject({
    ...values,
    authorId: world.manager.id,
    origin: "composer",
    threadId: world.thread.id,
    parentId: reply.parentId,
    to: reply.to,
    dueAt: at(input.at),
    scheduledZone: "Europe/Berlin",
  });
  await test_.db.update(leads).set({ unsubscribedAt: NOW }).where(eq(leads.id, world.lead.id));
  const refused = duplicateReply(context(), { ...input, draftId: crypto.randomUUID() });
  await expect(refused).rejects.toMatchObject({ code: "unprocessable", reason: "lead_unsubscribed" });
  const elsewhere = contextOf((await makeWorld(test_.db)).admin, test_.db, () => NOW);
  await expect(duplicateReply(elsewhere, input)).rejects.toMatchObject({ code: "not_found" });
});

test("a waiting reply gets other words in its place, with its variables, braces and pictures", async () => {
  const { workspaceId, member } = world;
  const file = { workspaceId, memberId: member.id, contentType: "image/png", sha256: "", isWhole: true, size: 9 };
  const [old, fresh] = await test_.db
    .insert(uploads)
    .values(["old", "fresh"].map((name) => ({ ...file, fileName: `${name}.png`, storageKey: `uploads/${name}` })))
    .returning();
  const picture = { contentId: inlineContentId(old!.id), fileName: "old.png", uploadId: old!.id, size: 9 };
  const body = `<p>Keep {{braces}} <img src="cid:${picture.contentId}"></p>`;
  const reply = await planned("2026-11-17T09:00:00Z", { bodyHtml: body });
  await test_.db.insert(replyAttachments).values({ ...picture, replyId: reply.id, position: 0 });

  const text = await getReplyText(context(), { id: reply.id });
  expect(text.bodyHtml).toBe(`<p>Keep \\{{braces}} <img src="/api/uploads/${old!.id}"></p>`);
  expect((await rewriteReply(context(), { replyId: reply.id, ...text })).bodyHtml).toBe(body);

  const written = `<p>Hi {{lead.firstName}}</p><script>x</script><img src="/api/uploads/${fresh!.id}">`;
  await rewriteReply(context(), { replyId: reply.id, bodyHtml: written });
  const kept = await test_.db.select().from(replyAttachments).where(eq(replyAttachments.replyId, reply.id));
  expect(kept.map(({ uploadId }) => uploadId)).toEqual([fresh!.id]);
  expect(await rowOf(reply.id)).toMatchObject({
    bodyHtml: `<p>Hi Ana</p><img src="cid:${inlineContentId(fresh!.id)}">`,
    dueAt: reply.dueAt,
    status: "scheduled",
  });
  const isIt = and(eq(events.kind, "reply.rewritten"), eq(events.subjectId, reply.id));
  expect(await test_.db.select({ by: events.memberId, data: events.data }).from(events).where(isIt)).toEqual([
    { by: world.member.id, data: {} },
    { by: world.member.id, data: {} },
  ]);

  const unfilled = rewriteReply(context(), { replyId: reply.id, bodyHtml: "<p>{{lead.title}}</p>" });
  await expect(unfilled).rejects.toMatchObject({ code: "invalid", fields: [{ reason: "unresolved_variable" }] });
  await test_.db.update(replies).set({ status: "sending" }).where(eq(replies.id, reply.id));
  const late = rewriteReply(context(), { replyId: reply.id, bodyHtml: "<p>Late</p>" });
  await expect(late).rejects.toMatchObject({ code: "conflict", reason: "already_sending" });
  const elsewhere = contextOf((await makeWorld(test_.db)).admin, test_.db);
  await expect(getReplyText(elsewhere, { id: reply.id })).rejects.toMatchObject({ code: "not_found" });
});
