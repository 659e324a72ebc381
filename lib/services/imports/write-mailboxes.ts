import { and, eq, inArray, isNull } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { mailboxes } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { ensureDirectCampaign } from "@/lib/services/campaigns/ensure-direct-campaign";
import type { Context } from "@/lib/services/context";
import { forgetPlacesElsewhere } from "@/lib/services/mailboxes/forget-places";
import { sealSecrets } from "@/lib/services/mailboxes/mailbox-secrets";
import type { MailboxRow } from "@/lib/services/mailboxes/mailbox-view";
import { record } from "@/lib/services/record";
import { releaseHeldReplies } from "@/lib/services/replies/release-held-replies";
import { mailboxProblems } from "./mailbox-problems";
import type { MailboxRowValues } from "./mailbox-row-schema";
import { mergedMailbox, type MergedMailbox } from "./merged-mailbox";
import type { PlannedRow } from "./planned-row";

/** `id` of the mailbox that is changed; null for a new one. `value`: what the row itself says. */
export type MailboxWrite = { id: string | null; value: MailboxRowValues; values: MergedMailbox };

const COLOURS = 8;

/**
 * Writes what was planned; passwords are sealed. A worker reads new mailboxes within a second or so. Call it in the planning transaction.
 * @throws AppError `unprocessable` (`import_wrong_rows`) when a mailbox was changed since so that its row is wrong now
 */
export async function writeMailboxes(context: Context, rows: PlannedRow<MailboxWrite>[]): Promise<void> {
  const { actor, db } = context;
  const { workspaceId } = actor;
  const planned = rows.flatMap(({ outcome, write }) => (write && outcome !== "same" ? [write] : []));
  const held = await holdMailboxes(
    context,
    planned.flatMap(({ id }) => id ?? []),
  );
  let count = await db.$count(mailboxes, eq(mailboxes.workspaceId, workspaceId));
  for (const write of planned) {
    const id = write.id ?? newId();
    if (write.id) await changeMailbox(context, held.get(id), write.value);
    else await addMailbox(context, id, write.values, (count++ % COLOURS) + 1);
    await record(db, actor, write.id ? "mailbox.updated" : "mailbox.created", { subjectId: id });
    await notifyChange(db, { workspaceId, kind: "mailbox", mailboxId: id });
  }
}

/** As they are now, in one order and for the rest of the transaction. */
async function holdMailboxes({ actor, db }: Context, ids: string[]): Promise<Map<string, MailboxRow>> {
  const rows = await db
    .select()
    .from(mailboxes)
    .where(and(inArray(mailboxes.id, ids), eq(mailboxes.workspaceId, actor.workspaceId), isNull(mailboxes.removedAt)))
    .orderBy(mailboxes.id)
    .for("no key update");
  return new Map(rows.map((row) => [row.id, row]));
}

/** The row is laid over what the mailbox is now, not over what it was when it was planned. */
async function changeMailbox(
  { db, now }: Context,
  former: MailboxRow | undefined,
  value: MailboxRowValues,
): Promise<void> {
  const values = former && mergedMailbox(former, value, former.timeZone);
  if (!former || !values || mailboxProblems({ former, value, values, columnOf: () => null }).length > 0)
    throw new AppError("unprocessable", { reason: "import_wrong_rows" });
  const { imapPassword: _imap, smtpPassword: _smtp, ...plain } = values;
  // One that only Smartlead had is read here as well from now on.
  const engine = { engine: "smtp", state: "new", stateSince: now(), disabledAt: null } as const;
  await db
    .update(mailboxes)
    .set({
      ...plain,
      ...(former.engine === "smtp" ? {} : engine),
      ...sealSecrets(former.id, passwordsGiven(former, value)),
      nextAttemptAt: null,
    })
    .where(and(eq(mailboxes.id, former.id), isNull(mailboxes.removedAt)));
  if (former.engine !== "smtp") await ensureDirectCampaign(db, former.id);
  await forgetPlacesElsewhere(db, former, values);
  await releaseHeldReplies(db, former.id);
}

/** Only what the row says is sealed anew, and nothing for who signs in with the provider. */
function passwordsGiven({ signIn }: MailboxRow, { password = "", imapPassword, smtpPassword }: MailboxRowValues) {
  if (signIn !== "password") return { imapPassword: "", smtpPassword: "" };
  return { imapPassword: imapPassword ?? password, smtpPassword: smtpPassword ?? password };
}

async function addMailbox({ actor, db, now }: Context, id: string, values: MergedMailbox, colour: number) {
  const { imapPassword, smtpPassword, ...plain } = values;
  const secrets = sealSecrets(id, { imapPassword: imapPassword ?? "", smtpPassword: smtpPassword ?? "" });
  const { workspaceId } = actor;
  await db
    .insert(mailboxes)
    .values({ ...plain, ...secrets, id, workspaceId, engine: "smtp", colour, stateSince: now() });
  await ensureDirectCampaign(db, id);
}
