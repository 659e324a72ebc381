import { and, eq, isNotNull, sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { events, mailboxFolders, messagePlaces, messages } from "@/lib/db/schema";
import { makeAssignmentWorld } from "@/lib/testing/assignment-world";
import { fakeImap, folderWith, type ServerFolder } from "@/lib/testing/fake-imap";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { useFileFolder } from "@/lib/testing/use-file-folder";
import { PATIENCE } from "./mailbox-kept-back";
import { looksAt } from "./mailbox-look";
import type { Session } from "./mailbox-session";

const database = testDatabase();
useFileFolder();
const patience = { ...PATIENCE };
afterEach(() => void Object.assign(PATIENCE, patience));

async function sessionWith(folders: Record<string, ServerFolder>, own: Partial<Session["mailbox"]> = {}) {
  const world = await makeAssignmentWorld(database.db);
  const session: Session = {
    deps: { db: database.db, now: () => new Date() },
    mailbox: { ...world.mailbox, ...own },
    client: fakeImap(folders),
    signal: new AbortController().signal,
    isTurnOver: () => false,
    comparedAt: new Map(),
    failedAt: null,
    keptBack: new Map(),
  };
  const skipped = () =>
    database.db
      .select()
      .from(events)
      .where(and(eq(events.workspaceId, world.workspaceId), eq(events.kind, "message.skipped")));
  const stored = async (subject: string) =>
    database.db.$count(messages, and(eq(messages.mailboxId, world.mailbox.id), eq(messages.subject, subject)));
  return { session, world, skipped, stored };
}

const mail = (subject: string) => rawMail({ from: "una@b.test", to: "sam@acme.test", subject });

test("a message that Sent keeps back does not keep INBOX from being read, and is passed over in the end", async () => {
  PATIENCE.ms = 0;
  const sent = folderWith(mail("Before it"), null, mail("After it"));
  const { session, skipped, stored } = await sessionWith({ INBOX: folderWith(mail("In INBOX")), Sent: sent });
  const { look } = looksAt(session);

  await look(true);
  expect(await stored("In INBOX")).toBe(1);
  expect(await skipped()).toEqual([]);
  await look(true);
  await look(true);
  await look(true);

  expect(await stored("After it")).toBe(1);
  expect(await skipped()).toMatchObject([{ data: { folder: "Sent", uid: 2, uidValidity: 1 } }]);
});

test("a message that INBOX keeps back is given up only after a while, once, and left behind", async () => {
  const inbox = folderWith(mail("Known"));
  const { session, skipped, stored } = await sessionWith({ INBOX: inbox });
  await looksAt(session).look(true);
  inbox.sources.set(2, mail("Before it")).set(3, null);

  for (let n = 0; n < 4; n++) await expect(looksAt(session).look(true)).rejects.toThrow("back");
  expect(await skipped()).toEqual([]);
  PATIENCE.ms = 0;
  await looksAt(session).look(true);
  await looksAt({ ...session, keptBack: new Map() }).look(true);

  expect(await stored("Before it")).toBe(1);
  expect(await skipped()).toHaveLength(1);
});

test("an unfinished Sent lets INBOX be read, and the look is not whole", async () => {
  const folders = { INBOX: folderWith(mail("In INBOX")), Sent: folderWith(mail("In Sent")) };
  const { session, stored } = await sessionWith(folders);
  session.isTurnOver = () => true;

  const { isWhole } = await looksAt(session).look(true);

  expect(await stored("In INBOX")).toBe(1);
  expect(isWhole).toBe(false);
});

test.each([
  { why: "counts from lower again", modseq: 5n, hasFailed: false },
  { why: "came back from a failure", modseq: 10n, hasFailed: true },
])("a server that $why is compared, since it does not tell what it lost", async ({ modseq, hasFailed }) => {
  const inbox = folderWith(mail("Stays"), mail("Goes"));
  const { session } = await sessionWith({ INBOX: inbox });
  await looksAt(session).look(true);
  inbox.sources.delete(1);
  inbox.highestModseq = modseq;
  session.failedAt = hasFailed ? Date.now() : null;

  await looksAt(session).look(true);

  expect(await placesOf(session)).toEqual([{ uid: 2 }]);
});

test("a folder that the server refuses is told, and keeps nobody from reading INBOX", async () => {
  const junk = folderWith();
  const { session, stored } = await sessionWith({ INBOX: folderWith(mail("In INBOX")), Junk: junk });
  const { look } = looksAt(session);
  expect(await look(true)).toMatchObject({ leftOut: false });
  junk.isRefused = true;
  junk.highestModseq = 11n;

  expect(await look(true)).toMatchObject({ isWhole: true, leftOut: true });
  const since = (await refusedOf(session))[0]?.since;
  expect(await look(true)).toMatchObject({ leftOut: true });
  expect(await refusedOf(session)).toEqual([{ path: "Junk", since }]);
  junk.isRefused = false;
  expect(await look(true)).toMatchObject({ leftOut: false });
  expect(await refusedOf(session)).toEqual([]);
  expect(await stored("In INBOX")).toBe(1);
});

test("a refused Junk that is not to be read any more is refused no longer", async () => {
  const folders = { INBOX: folderWith(), Junk: { ...folderWith(mail("In Junk")), isRefused: true } };
  const { session } = await sessionWith(folders);
  await looksAt(session).look(true);
  expect(await refusedOf(session)).toHaveLength(1);

  await looksAt({ ...session, mailbox: { ...session.mailbox, readsJunk: false } }).look(true);

  expect(await refusedOf(session)).toEqual([]);
});

test("a Junk that is not to be read is neither asked for nor left out", async () => {
  const folders = { INBOX: folderWith(), Junk: { ...folderWith(mail("In Junk")), isRefused: true } };
  const { session } = await sessionWith(folders, { readsJunk: false });

  expect(await looksAt(session).look(true)).toMatchObject({ isWhole: true, leftOut: false });
  const isIts = eq(mailboxFolders.mailboxId, session.mailbox.id);
  expect(await database.db.$count(mailboxFolders, and(isIts, eq(mailboxFolders.role, "junk")))).toBe(0);
});

test.each(["INBOX", "Sent"])(
  "what was read here is waiting to be told where %s has other UIDs: it is compared first",
  async (name) => {
    const folders = { INBOX: folderWith(mail("In INBOX")), Sent: folderWith(mail("In Sent"), mail("Also in Sent")) };
    const { session, stored } = await sessionWith(folders, { followsSeen: true });
    await looksAt(session).look(true);
    const { id: mailboxId } = session.mailbox;
    await database.db
      .update(messages)
      .set({ readAt: new Date(), direction: "in" })
      .where(eq(messages.mailboxId, mailboxId));
    const folder = folders[name as keyof typeof folders];
    folder.uidValidity = 2n;
    folder.sources.set(3, mail("After the server came back"));

    await looksAt(session).look(true);

    expect(await stored("After the server came back")).toBe(1);
    const isIt = and(eq(mailboxFolders.mailboxId, mailboxId), eq(mailboxFolders.path, name));
    const [row] = await database.db.select().from(mailboxFolders).where(isIt);
    expect(row).toMatchObject({ uidValidity: 2, lastUid: 3 });
  },
);

test("an answer that came while the UIDs changed is somebody's by a rule; what lay there before is not", async () => {
  const inbox = folderWith();
  const { session, world } = await sessionWith({ INBOX: inbox });
  await looksAt(session).look(true);
  const [late, old] = [await world.add(), await world.add()];
  await world.rule([world.sam]);

  inbox.uidValidity = 2n;
  inbox.arrivedAt = new Date(Date.now() - 3_600_000);
  inbox.sources.set(1, world.inputOf(old).raw);
  await looksAt(session).look(true);
  inbox.uidValidity = 3n;
  inbox.arrivedAt = new Date();
  inbox.sources.set(2, world.inputOf(late).raw);
  await looksAt(session).look(true);

  expect(await world.ownerOf(late.thread.id)).toBe(world.sam.id);
  expect(await world.ownerOf(old.thread.id)).toBeNull();
});

test("a folder of more messages than a call may have arguments is compared", async () => {
  const inbox = folderWith(mail("Stays"));
  const { session } = await sessionWith({ INBOX: inbox });
  await looksAt(session).look(true);
  await database.db.execute(sql`
    insert into message_places (folder_id, uid, message_id, is_seen)
    select folder_id, 2 + n, message_id, false from message_places, generate_series(0, 149999) n
    where folder_id = (select id from mailbox_folders where mailbox_id = ${session.mailbox.id} and path = 'INBOX')`);
  session.comparedAt.clear();
  session.failedAt = Date.now();

  await looksAt(session).look(true);

  expect(await placesOf(session)).toEqual([{ uid: 1 }]);
}, 60_000);

const placesOf = ({ mailbox }: Session) =>
  database.db
    .select({ uid: messagePlaces.uid })
    .from(messagePlaces)
    .innerJoin(mailboxFolders, eq(mailboxFolders.id, messagePlaces.folderId))
    .where(eq(mailboxFolders.mailboxId, mailbox.id));

const refusedOf = ({ mailbox }: Session) =>
  database.db
    .select({ path: mailboxFolders.path, since: mailboxFolders.refusedSince })
    .from(mailboxFolders)
    .where(and(eq(mailboxFolders.mailboxId, mailbox.id), isNotNull(mailboxFolders.refusedSince)));
