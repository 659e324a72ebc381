import { beforeAll, expect, test } from "vitest";
import { contextOf, makeMember, makeThread, makeWorld, type MemberRow, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { listApprovalRules } from "../approval-rules/list-approval-rules";
import { listAssignmentRules } from "../assignment/list-assignment-rules";
import { readPeople } from "../insights/read-people";
import { suggestRecipients } from "../recipients/suggest-recipients";
import { getMessageBody } from "../messages/get-message-body";
import { findLatestReply } from "../replies/find-latest-reply";
import { listSchedule } from "../schedule/list-schedule";
import { teamLoad } from "../schedule/team-load";
import { getThread } from "../threads/get-thread";
import { listFilters } from "../threads/list-filters";
import { listThreads } from "../threads/list-threads";
import { listTimeline } from "../threads/list-timeline";
import { ListThreadsInput } from "../threads/schemas";

const test_ = testDatabase();
let world: World;
let client: MemberRow;
beforeAll(async () => {
  world = await makeWorld(test_.db);
  const { workspaceId } = world;
  client = await makeMember(test_.db, { workspaceId, role: "client", name: "Zoe Klient", email: "zoe@client.test" });
});

test("who campaigns are run for stands nowhere among the people who work on them", async () => {
  const manager = contextOf(world.manager, test_.db);
  const span = { from: "2026-11-23T00:00:00.000Z", to: "2026-11-30T00:00:00.000Z" };
  const told = {
    approval: await listApprovalRules(manager),
    assignment: await listAssignmentRules(manager),
    figures: await readPeople(manager, { from: "2026-11-01", to: "2026-11-26" }),
    lists: await listFilters(manager),
    load: await teamLoad(manager, span),
    recipients: await suggestRecipients(manager, { q: "zoe" }),
    schedule: await listSchedule(manager, span),
  };
  const naming = Object.entries(told).filter(([, answer]) => JSON.stringify(answer).includes("Zoe Klient"));
  expect(naming.map(([name]) => name)).toEqual([]);
});

test("a client is told nothing of replies on their way", async () => {
  const of = contextOf(client, test_.db, undefined, { scope: { mailboxIds: [], campaignIds: [world.campaign.id] } });
  await expect(findLatestReply(of)).rejects.toMatchObject({ code: "forbidden" });
});

test("a client reads nothing of a report that names a blind copy, and of an open recipient that it did not arrive", async () => {
  const { workspaceId, mailbox, campaign, lead } = world;
  const hidden = "silent@partner.test";
  const { thread, messages } = await makeThread(test_.db, {
    workspaceId,
    mailbox,
    campaign,
    lead,
    messages: [
      { direction: "out", bcc: [{ name: "", address: hidden }] },
      {
        direction: "in",
        fromName: "Mail Delivery System",
        text: `Could not reach ${hidden}`,
        isAutomatic: true,
        bounces: [bounceOf(hidden), bounceOf(lead.email)],
      },
    ],
  });
  const report = messages[1]!;
  const scope = { mailboxIds: [], campaignIds: [campaign.id] };
  const asked = async (member: MemberRow, of = contextOf(member, test_.db, undefined, { scope })) => ({
    thread: await getThread(of, { threadId: thread.id }),
    timeline: await listTimeline(of, { threadId: thread.id }),
    list: await listThreads(of, ListThreadsInput.parse({ view: "all", q: "reach" })),
    row: await listThreads(of, ListThreadsInput.parse({ view: "all" })),
    body: await getMessageBody(of, { messageId: report.id }).catch(({ code }: { code: string }) => code),
  });

  const told = await asked(client);
  expect(JSON.stringify(told)).not.toContain(hidden);
  expect(told.body).toBe("not_found");
  expect(told.list.rows).toEqual([]);
  const shown = told.thread.messages.find(({ id }) => id === report.id);
  expect(shown).toMatchObject({ text: "", writer: null, bounces: [{ recipient: lead.email }] });
  expect(JSON.stringify(await asked(world.manager))).toContain(`Could not reach ${hidden}`);
});

const bounceOf = (recipient: string) => ({
  recipient,
  status: "5.1.1",
  reason: "no such user",
  cause: "userunknown" as const,
  permanent: true,
});
