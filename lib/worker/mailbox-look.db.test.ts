import { and, eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { events, mailboxFolders, messagePlaces, messages } from "@/lib/db/schema";
import type { ImapClient } from "@/lib/mail/imap/client";
import { makeWorld } from "@/lib/testing/factories";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { PATIENCE } from "./mailbox-kept-back";
import { looksAt } from "./mailbox-look";
import type { Session } from "./mailbox-session";

const database = testDatabase();
const patience = { ...PATIENCE };
afterEach(() => void Object.assign(PATIENCE, patience));

type ServerFolder = { sources: Map<number, Buffer | null>; highestModseq: bigint };

/** A server as far as these commands see it; a message without a source is refused. */
function serverOf(folders: Record<string, ServerFolder>): ImapClient {
  let open = folders.INBOX!;
  const about = (folder: ServerFolder) => ({
    uidValidity: 1n,
    uidNext: Math.max(0, ...folder.sources.keys()) + 1,
    highestModseq: folder.highestModseq,
  });
  const uidsIn = (range: string) =>
    [...open.sources.keys()].filter((uid) =>
      range.split(",").some((part) => {
        const [first, last = first] = part.split(":").map((end) => (end === "*" ? Infinity : Number(end)));
        return uid >= first! && uid <= last!;
      }),
    );
  return {
    usable: true,
    enabled: new Set(["CONDSTORE", "QRESYNC"]),
    on: () => undefined,
    off: () => undefined,
    list: async () =>
      Object.keys(folders).map((path) => ({ path, name: path, flags: new Set(), specialUse: `\\${path}` })),
    status: async (path: string) => about(folders[path]!),
    mailboxOpen: async (path: string) => about((open = folders[path]!)),
    search: async ({ uid = "1:*" }: { uid?: string }) => uidsIn(uid),
    fetchAll: async (range: string, wanted: { source?: unknown }) =>
      uidsIn(range).map((uid) => {
        const source = open.sources.get(uid);
        if (wanted.source && !source) throw Object.assign(new Error("Command failed"), { responseStatus: "NO" });
        return { uid, size: source?.length ?? 10, flags: new Set(), ...(wanted.source ? { source } : {}) };
      }),
  } as unknown as ImapClient;
}

async function sessionWith(folders: Record<string, ServerFolder>) {
  const world = await makeWorld(database.db);
  const session: Session = {
    deps: { db: database.db, now: () => new Date() },
    mailbox: world.mailbox,
    client: serverOf(folders),
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

const folderWith = (...sources: (Buffer | null)[]): ServerFolder => ({
  sources: new Map(sources.map((source, at) => [at + 1, source])),
  highestModseq: 10n,
});
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

  const places = await database.db
    .select({ uid: messagePlaces.uid })
    .from(messagePlaces)
    .innerJoin(mailboxFolders, eq(mailboxFolders.id, messagePlaces.folderId))
    .where(eq(mailboxFolders.mailboxId, session.mailbox.id));
  expect(places).toEqual([{ uid: 2 }]);
});
