import { randomBytes, randomInt } from "node:crypto";
import { eq } from "drizzle-orm";
import { openDatabase } from "@/lib/db/client";
import { mailboxes, threads } from "@/lib/db/schema";
import { ingestMessage } from "@/lib/services/messages/ingest-message";
import { makeCampaign, makeLead, makeThread } from "@/lib/testing/factories";
import { hostileMail, mailOfAllFiles, type HostileMail } from "@/lib/testing/hostile/hostile-mail";

/** All of the project's hostile mail in the app: the threads that it lies in, whom it came from, and the message with all files. */
export type HostileInbox = { mails: HostileMail[]; threadIds: number[]; sender: string; allFilesId: string };

/** So many a thread: each thread costs a page, each message a frame. */
const A_THREAD = 110;
/** `HOSTILE=all` opens every vector, without it every sixth is opened in the browser. The units have them all. */
const EVERY = process.env.HOSTILE === "all" ? 1 : 6;
/** Long ago, so that no list that another journey looks at begins with them. */
const LONG_AGO = Date.parse("2021-03-01T09:00:00Z");
/** In ms. A second try has other times than the first, and with them Message-IDs of its own: it is other mail in other threads. */
const SOME_MONTH = 30 * 86_400_000;

/** Puts the vectors into the app as a message of its own, received from one lead in answer to what we wrote. */
export async function receiveHostileMail(aims: { server: string; app: string }): Promise<HostileInbox> {
  storeFilesWithTheApp();
  const { db, pool } = openDatabase(process.env.E2E_DATABASE_URL!, { max: 2 });
  try {
    const [mailbox] = await db.select().from(mailboxes).where(eq(mailboxes.engine, "sandbox")).limit(1);
    const { workspaceId, id: mailboxId, address } = mailbox!;
    const campaign = await makeCampaign(db, { workspaceId, mailbox: mailbox!, name: "Hostile mail" });
    const sender = `hostile-${randomBytes(4).toString("hex")}@hostile.test`;
    const lead = await makeLead(db, { workspaceId, campaign, email: sender, firstName: "Hostile", lastName: "Mail" });
    const about = { workspaceId, mailbox: mailbox!, campaign, lead, subject: "Vectors", baseSubject: "vectors" };
    let at = LONG_AGO + randomInt(SOME_MONTH);
    const asked = async () => {
      const first = { direction: "out" as const, sentAt: new Date(at), html: "<p>Hello</p>" };
      return (await makeThread(db, { ...about, messages: [first] })).messages[0]!.messageId;
    };
    const receive = (rawOf: (envelope: Parameters<HostileMail["raw"]>[0]) => Buffer, inReplyTo: string) => {
      const raw = rawOf({ from: sender, to: address, inReplyTo, date: new Date((at += 60_000)) });
      const input = { workspaceId, mailboxId, raw, source: "import" as const, isPast: true };
      return ingestMessage({ db, now: () => new Date() }, input);
    };
    const mails = hostileMail(aims).filter((_mail, index) => index % EVERY === 0);
    const threadIds = new Set<number>();
    let parent = "";
    for (const [index, mail] of mails.entries()) {
      if (index % A_THREAD === 0) parent = await asked();
      threadIds.add((await receive(mail.raw, parent)).threadId);
    }
    const last = await receive((envelope) => mailOfAllFiles(aims, envelope), parent);
    // Who gives no date that can be read came just now.
    await db
      .update(threads)
      .set({ lastMessageAt: new Date(at) })
      .where(eq(threads.leadId, lead.id));
    return { mails, threadIds: [...threadIds], sender, allFilesId: last.messageId };
  } finally {
    await pool.end();
  }
}

/** Files of a mail go where the app has its own. The keys are read along with the folder, and used for nothing here. */
function storeFilesWithTheApp(): void {
  process.env.DATA_DIR = process.env.E2E_DATA_DIR;
  process.env.AUTH_SECRET ??= randomBytes(32).toString("base64");
  process.env.ENCRYPTION_KEY ??= randomBytes(32).toString("base64");
}
