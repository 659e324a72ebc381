import pg from "pg";
import { openDatabase } from "@/lib/db/client";
import type { ThreadView } from "@/lib/domain/thread-view";
import { ingestMessage } from "@/lib/services/messages/ingest-message";
import { PIXELS, type PictureServer, startPictureServer } from "@/lib/testing/picture-server";
import { rawMail } from "@/lib/testing/raw-mail";

/** The server that the app of all journeys may ask for pictures though it is on loopback. */
export const startTracker = (): Promise<PictureServer> =>
  startPictureServer({ "/photo.gif": (response) => response.end(PIXELS) }, Number(process.env.E2E_PICTURES_PORT));

/** `isPast`: it came a moment after the thread's last message, and tells nobody, as mail of an import. */
type Letter = { from: string; replyTo?: string; html: string; isPast?: true };

/** Letters that arrive in a thread, as if they had been read from its mailbox. @returns their ids, in order */
export async function receiveLetters(thread: ThreadView, letters: Letter[]): Promise<string[]> {
  const { db, pool } = openDatabase(process.env.E2E_DATABASE_URL!, { max: 2 });
  try {
    const ids: string[] = [];
    for (const letter of letters) ids.push(await receive(db, pool, thread, letter));
    return ids;
  } finally {
    await pool.end();
  }
}

async function receive(
  db: ReturnType<typeof openDatabase>["db"],
  pool: pg.Pool,
  thread: ThreadView,
  { from, replyTo, html, isPast }: Letter,
): Promise<string> {
  const { rows } = await pool.query("select workspace_id from threads where id = $1", [thread.id]);
  const { workspace_id: workspaceId } = rows[0] as { workspace_id: string };
  const raw = rawMail({
    from,
    to: thread.mailbox.address,
    subject: `Re: ${thread.subject}`,
    inReplyTo: thread.messages.at(-1)!.messageId,
    date: isPast ? new Date(Date.parse(thread.messages.at(-1)!.sentAt) + 1_000) : new Date(),
    headers: [...(replyTo ? [`Reply-To: ${replyTo}`] : []), "Content-Type: text/html; charset=utf-8"],
    body: html,
  });
  const input = {
    workspaceId,
    mailboxId: thread.mailbox.id,
    raw,
    source: "inbox" as const,
    ...(isPast ? { isPast } : {}),
  };
  return (await ingestMessage({ db, now: () => new Date() }, input)).messageId;
}
