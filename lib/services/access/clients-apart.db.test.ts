import { beforeAll, expect, test } from "vitest";
import { contextOf, makeMember, makeWorld, type MemberRow, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { listApprovalRules } from "../approval-rules/list-approval-rules";
import { listAssignmentRules } from "../assignment/list-assignment-rules";
import { readPeople } from "../insights/read-people";
import { suggestRecipients } from "../recipients/suggest-recipients";
import { findLatestReply } from "../replies/find-latest-reply";
import { listSchedule } from "../schedule/list-schedule";
import { teamLoad } from "../schedule/team-load";
import { listFilters } from "../threads/list-filters";

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
