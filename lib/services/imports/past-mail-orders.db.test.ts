import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { prepareQueues } from "@/lib/jobs/boss";
import { record } from "@/lib/services/record";
import { contextOf, makeMailbox, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { listPastMail } from "./list-past-mail";
import { orderPastMail } from "./order-past-mail";

const database = testDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database.db);
  await prepareQueues(database.url);
});

test("an order is a job, and the newest of each mailbox is told with how it went", async () => {
  const { workspaceId, mailbox } = world;
  const admin = contextOf(world.admin, database.db);
  const other = await makeMailbox(database.db, { workspaceId });

  await orderPastMail(admin, { mailboxId: mailbox.id, days: 90 });
  await orderPastMail(admin, { mailboxId: other.id, days: 30 });
  const { rows } = await database.db.execute<{ data: unknown }>(
    sql`select data from jobs.job where name = 'read-past-mail' order by created_on`,
  );
  const data = { days: 90, read: 7, added: 5, known: 2, failed: 0 };
  await record(database.db, { workspaceId }, "import.mail", { subjectId: mailbox.id, data });

  expect(rows.map((row) => row.data)).toEqual([
    { mailboxId: mailbox.id, days: 90 },
    { mailboxId: other.id, days: 30 },
  ]);
  expect(await listPastMail(admin)).toMatchObject([
    { mailboxId: mailbox.id, outcome: "done", days: 90, added: 5, known: 2 },
    { mailboxId: other.id, outcome: "ordered", days: 30 },
  ]);
});

test("orders are the admin's, of their own connected mailboxes", async () => {
  const { workspaceId, mailbox } = world;
  const admin = contextOf(world.admin, database.db);
  const off = await makeMailbox(database.db, { workspaceId, state: "disabled", disabledAt: new Date() });
  const stranger = contextOf((await makeWorld(database.db)).admin, database.db);
  const order = (context: typeof admin, mailboxId: string) => orderPastMail(context, { mailboxId, days: 90 });

  await expect(order(contextOf(world.manager, database.db), mailbox.id)).rejects.toMatchObject({ code: "forbidden" });
  await expect(order(stranger, mailbox.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(order(admin, off.id)).rejects.toMatchObject({ reason: "mailbox_disabled" });
  await expect(listPastMail(contextOf(world.member, database.db))).rejects.toMatchObject({ code: "forbidden" });
  expect(await listPastMail(stranger)).toEqual([]);
});
