import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import type { AppError } from "@/lib/core/errors";
import { drafts, events, leads, replies, templateFolders, templateUses } from "@/lib/db/schema";
import { reopenReply } from "@/lib/services/replies/reopen-reply";
import { sendEmailThread } from "@/lib/services/replies/send-email-thread";
import { cpuTimeOf } from "@/lib/testing/cpu-time";
import { contextOf, makeMessage, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { addTemplate } from "./add-template";
import { addTemplateFolder } from "./add-template-folder";
import { listPreviewLeads } from "./list-preview-leads";
import { listTemplates } from "./list-templates";
import { listTemplatesForThread } from "./list-templates-for-thread";
import { removeTemplate } from "./remove-template";
import { removeTemplateFolder } from "./remove-template-folder";
import { renameTemplateFolder } from "./rename-template-folder";
import { AddTemplateInput } from "./schemas";
import { updateTemplate } from "./update-template";

const database = testDatabase();
let world: World;
beforeEach(async () => {
  world = await makeWorld(database.db);
});
const as = (member = world.member) => contextOf(member, database.db);
const written = (values: object = {}) =>
  AddTemplateInput.parse({
    name: "Times",
    shortcut: "t",
    bodyHtml: "<p>Hi</p>",
    folderId: null,
    isShared: false,
    ...values,
  });
const refusal = (error: AppError) => error.reason ?? error.fields[0]?.reason ?? error.code;
const namesOf = async (member = world.member) => (await listTemplates(as(member))).templates.map(({ name }) => name);

test("own templates are seen by their owner alone, the team's by everybody of the workspace", async () => {
  await addTemplate(as(), written({ name: "Mine" }));
  await addTemplate(as(world.manager), written({ name: "Ours", isShared: true }));
  const foreign = await makeWorld(database.db);

  expect(await namesOf()).toEqual(["Mine", "Ours"]);
  expect(await namesOf(world.admin)).toEqual(["Ours"]);
  expect(await namesOf(foreign.admin)).toEqual([]);
});

test("managers and admins write for the team, everybody their own", async () => {
  const { templateId } = await addTemplate(as(world.manager), written({ isShared: true }));
  const { folderId } = await addTemplateFolder(as(world.manager), { name: "First answers", isShared: true });
  const { templateId: own } = await addTemplate(as(), written());

  expect(await addTemplate(as(), written({ isShared: true })).catch(refusal)).toBe("forbidden");
  expect(await updateTemplate(as(), { templateId, ...written() }).catch(refusal)).toBe("forbidden");
  expect(await removeTemplate(as(), { templateId }).catch(refusal)).toBe("forbidden");
  expect(await addTemplateFolder(as(), { name: "x", isShared: true }).catch(refusal)).toBe("forbidden");
  expect(await renameTemplateFolder(as(), { folderId, name: "x" }).catch(refusal)).toBe("forbidden");
  expect(await removeTemplateFolder(as(), { folderId }).catch(refusal)).toBe("forbidden");
  expect(await updateTemplate(as(), { templateId: own, ...written({ isShared: true }) }).catch(refusal)).toBe(
    "forbidden",
  );
  expect(await updateTemplate(as(world.admin), { templateId: own, ...written() }).catch(refusal)).toBe("template");
  await updateTemplate(as(world.admin), { templateId, ...written({ isShared: true, name: "Other words", folderId }) });

  const { folders, templates } = await listTemplates(as());
  expect(folders).toMatchObject([{ name: "First answers", isShared: true, mayChange: false }]);
  expect(templates.map(({ name, mayChange, folderId: in_ }) => [name, mayChange, in_])).toEqual([
    ["Other words", false, folderId],
    ["Times", true, null],
  ]);
});

test("a folder holds templates of its own side, and they stay when it goes", async () => {
  const { folderId } = await addTemplateFolder(as(), { name: "Prices", isShared: false });
  const { folderId: shared } = await addTemplateFolder(as(world.manager), { name: "Team", isShared: true });
  await addTemplate(as(), written({ folderId }));

  expect(await addTemplate(as(), written({ folderId: shared })).catch(refusal)).toBe("unknown_folder");
  expect(await addTemplate(as(world.manager), written({ folderId })).catch(refusal)).toBe("unknown_folder");
  await renameTemplateFolder(as(), { folderId, name: "Price lists" });
  await removeTemplateFolder(as(), { folderId });

  const { folders, templates } = await listTemplates(as());
  expect(folders.map(({ name }) => name)).toEqual(["Team"]);
  expect(templates).toMatchObject([{ name: "Times", folderId: null }]);
  const kinds = await database.db
    .select({ kind: events.kind })
    .from(events)
    .where(eq(events.memberId, world.member.id));
  expect(kinds.map(({ kind }) => kind).toSorted()).toEqual([
    "template.added",
    "template_folder.added",
    "template_folder.removed",
    "template_folder.renamed",
  ]);
});

test("what runs or loads is taken out of a template, variables and links stay", async () => {
  const bodyHtml = `<p onclick="x()">Hi {{lead.firstName | "there"}}<script>x()</script><img src="https://a.test/b.png">
    <a href="https://a.test/?c={{lead.company}}">us</a> <a href="javascript:x()">y</a></p>`;
  await addTemplate(as(), written({ bodyHtml }));

  const [template] = (await listTemplates(as())).templates;
  expect(template!.bodyHtml.replace(/\s+/g, " ")).toBe(
    `<p>Hi {{lead.firstName | "there"}} <a href="https://a.test/?c={{lead.company}}">us</a> <a>y</a></p>`,
  );
  expect(await addTemplate(as(), written({ bodyHtml: "<script>x()</script>" })).catch(refusal)).toBe("empty");
});

/** Answers the world's thread with a template, as the composer does. */
const answer = (values: { emailBody?: string; templateIds?: string[]; at?: World } = {}) => {
  const { emailBody = "<p>Hi</p>", templateIds = [], at = world } = values;
  const input = { campaignId: at.campaign.number, emailStatsId: at.messages[1]!.statsId, emailBody };
  return sendEmailThread(as(), input, { draftId: crypto.randomUUID(), templateIds });
};
const bodyOf = async (replyId: string) =>
  (await database.db.select().from(replies).where(eq(replies.id, replyId)))[0]!.bodyHtml;

test("variables are filled when a reply is accepted, the sender being the mailbox", async () => {
  await database.db
    .update(leads)
    .set({ company: "Berg <& Co>", customFields: { size: "40" } })
    .where(eq(leads.id, world.lead.id));
  const emailBody = `<p>{{lead.firstName}} of {{company_name}} ({{lead.custom.size}}), {{sender.firstName}}, {{sender.email}}, {{campaign.name}} \\{{x}}</p>`;

  const { replyId } = await answer({ emailBody });

  expect(await bodyOf(replyId)).toBe(
    `<p>Ana of Berg &lt;&amp; Co&gt; (40), Sam, ${world.mailbox.address}, Spring {{x}}</p>`,
  );
});

test("a folder's name is there once a side, in large or small letters; a double from former times can keep its own", async () => {
  const { folderId } = await addTemplateFolder(as(world.manager), { name: "Prices", isShared: true });
  const again = () => addTemplateFolder(as(world.manager), { name: "PRICES", isShared: true }).catch(refusal);
  expect(await again()).toBe("folder_exists");
  const { folderId: own } = await addTemplateFolder(as(world.manager), { name: "prices", isShared: false });
  await addTemplateFolder(as(world.manager), { name: "Others", isShared: false });
  const rename = (name: string) => renameTemplateFolder(as(world.manager), { folderId: own, name }).catch(refusal);
  expect(await rename("OTHERS")).toBe("folder_exists");
  expect(await rename("Prices")).toEqual({ folderId: own });

  await database.db.insert(templateFolders).values({ workspaceId: world.workspaceId, name: "pRiCeS" });
  expect(await renameTemplateFolder(as(world.manager), { folderId, name: "Prices" })).toEqual({ folderId });
});

test("a reply with an open variable is refused by name, and nothing of it is kept", async () => {
  const { templateId } = await addTemplate(as(), written());

  const error = await answer({ emailBody: "{{lead.title}} {{nobody}}", templateIds: [templateId] }).catch(
    (refused: AppError) => refused,
  );

  expect(error).toMatchObject({
    code: "invalid",
    fields: [
      { path: "emailBody", reason: "unresolved_variable", values: { name: "lead.title" } },
      { path: "emailBody", reason: "unresolved_variable", values: { name: "nobody" } },
    ],
  });
  expect(await database.db.$count(replies, eq(replies.workspaceId, world.workspaceId))).toBe(0);
  expect(await database.db.$count(templateUses, eq(templateUses.workspaceId, world.workspaceId))).toBe(0);
});

test("a stranger who is answered is addressed by the name that is known", async () => {
  const stranger = { name: "Una Holm", address: `una-${crypto.randomUUID()}@strangers.test` };
  const { workspaceId, mailbox } = world;
  const { thread } = await makeThread(database.db, { workspaceId, mailbox, stranger });

  const { source } = await listTemplatesForThread(as(), { threadId: thread.id });

  expect(source.lead).toMatchObject({ firstName: "Una", lastName: "Holm", email: stranger.address });
});

test("a quoted text is never touched", async () => {
  const input = {
    campaignId: world.campaign.number,
    emailStatsId: world.messages[1]!.statsId,
    emailBody: "Yes",
    replyEmailBody: "<p>{{nobody}}</p>",
  };
  const { replyId } = await sendEmailThread(as(), input);

  const [reply] = await database.db.select().from(replies).where(eq(replies.id, replyId));
  expect(reply!.replyEmailBody).toBe("<p>{{nobody}}</p>");
});

test("a reply that is taken back is a draft that says the same, with its templates", async () => {
  const { templateId } = await addTemplate(as(), written());
  const { replyId } = await answer({ emailBody: "<p>Hi, write \\{{x}}</p>", templateIds: [templateId] });
  await database.db.update(replies).set({ status: "failed" }).where(eq(replies.id, replyId));

  const { draftId } = await reopenReply(as(), { replyId });
  const [draft] = await database.db.select().from(drafts).where(eq(drafts.id, draftId));

  expect(draft!.content).toMatchObject({ bodyHtml: "<p>Hi, write \\{{x}}</p>", templateIds: [templateId] });
});

test("uses are what was sent or is on its way, and answers are people's, after it", async () => {
  const { templateId } = await addTemplate(as(world.manager), written({ isShared: true }));
  const { templateId: foreign } = await addTemplate(as(world.manager), written());
  const templateIds = [templateId, foreign, crypto.randomUUID(), templateId];
  const { workspaceId, mailbox, campaign, lead } = world;
  const threads = [world];
  for (let each = 0; each < 3; each++)
    threads.push({ ...world, ...(await makeThread(database.db, { workspaceId, mailbox, campaign, lead })) });
  const sent = new Date();
  const replyIds: string[] = [];
  for (const at of threads) replyIds.push((await answer({ templateIds, at })).replyId);
  const set = (index: number, values: Partial<typeof replies.$inferInsert>) =>
    database.db.update(replies).set(values).where(eq(replies.id, replyIds[index]!));
  for (const index of [0, 1]) await set(index, { status: "sent", sentAt: sent });
  await set(3, { status: "cancelled" });
  const later = { sentAt: new Date(sent.getTime() + 60_000), firstSeenAt: new Date(sent.getTime() + 60_000) };
  await makeMessage(database.db, threads[0]!, { ...later }, threads[0]!.messages);
  await makeMessage(database.db, threads[1]!, { ...later, isAutomatic: true }, threads[1]!.messages);

  const { templates } = await listTemplates(as());

  expect(templates).toMatchObject([{ id: templateId, figures: { uses: 3, sent: 2, answered: 1 } }]);
  const manager = as(world.manager);
  const narrow = { ...manager, actor: { ...manager.actor, scope: { mailboxIds: [], campaignIds: [] } } };
  const inSight = (await listTemplates(narrow)).templates.find(({ id }) => id === templateId);
  expect(inSight).toMatchObject({ figures: { uses: 0, sent: 0, answered: 0 } });
  expect(await database.db.$count(templateUses, eq(templateUses.templateId, foreign))).toBe(0);
});

test("a template whose text was taken out again before the reply was sent is not used", async () => {
  const bodyHtml = `<p>Hi {{lead.firstName | "there"}}, would Tuesday or Thursday suit you?</p>`;
  const { templateId: kept } = await addTemplate(as(), written({ bodyHtml }));
  const { templateId: gone } = await addTemplate(as(), written({ bodyHtml: "<p>Our prices are in the file.</p>" }));

  await answer({ emailBody: "<p>Hi Ana, would Tuesday or Friday suit you?</p>", templateIds: [kept, gone] });

  const { templates } = await listTemplates(as());
  const usesOf = (id: string) => templates.find((each) => each.id === id)!.figures.uses;
  expect([usesOf(kept), usesOf(gone)]).toEqual([1, 0]);
});

test("what a template looks like is shown with the lead that somebody looks for", async () => {
  const { leads: newest } = await listPreviewLeads(as(), { q: "" });
  const { leads: none } = await listPreviewLeads(as((await makeWorld(database.db)).member), { q: world.lead.email });
  const { leads: found } = await listPreviewLeads(as(), { q: "ana b" });

  expect(newest).toMatchObject([{ email: world.lead.email, source: { campaign: { name: "Spring" } } }]);
  expect(found).toHaveLength(1);
  expect(none).toEqual([]);
});

test("a body of nothing but opened tags is read in no time", async () => {
  const body = "<".repeat(200_000);
  expect(await cpuTimeOf(() => AddTemplateInput.safeParse({ ...written(), bodyHtml: body }))).toBeLessThan(1000);
});
