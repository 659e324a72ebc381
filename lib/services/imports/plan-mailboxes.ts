import { eq } from "drizzle-orm";
import { mailboxes, workspaces } from "@/lib/db/schema";
import { AppError } from "@/lib/core/errors";
import { addressKey } from "@/lib/domain/address";
import { IMPORT_FIELDS } from "@/lib/domain/import-columns";
import type { CellProblem } from "@/lib/domain/import-report";
import { may, type Context } from "@/lib/services/context";
import { mailboxSecrets } from "@/lib/services/mailboxes/mailbox-secrets";
import type { MailboxRow } from "@/lib/services/mailboxes/mailbox-view";
import { zoneOf } from "@/lib/services/members/zone-of";
import { mailboxProblems } from "./mailbox-problems";
import { MailboxRowSchema } from "./mailbox-row-schema";
import { mergedMailbox, type MergedMailbox } from "./merged-mailbox";
import {
  parsedRow,
  valuesOf,
  wrongRow,
  type ColumnOf,
  type ImportPlan,
  type PlannedRow,
  type SourceRow,
} from "./planned-row";
import { writeMailboxes, type MailboxWrite } from "./write-mailboxes";

/**
 * What a table of mailboxes would do. A mailbox is known by its address; what a row leaves empty stays as it is, and a stored
 * password or token goes to no other server.
 * @throws AppError `forbidden` (`sandbox`): the sandbox never meets real mail
 */
export async function planMailboxes(
  context: Context,
  { rows: source, columnOf }: { rows: SourceRow[]; columnOf: ColumnOf },
): Promise<ImportPlan> {
  const { actor, db } = context;
  may(actor, "mailbox.manage");
  const [workspace] = await db.select().from(workspaces).where(eq(workspaces.id, actor.workspaceId));
  if (workspace?.kind !== "team") throw new AppError("forbidden", { reason: "sandbox" });
  const known = await db.select().from(mailboxes).where(eq(mailboxes.workspaceId, actor.workspaceId));
  const byAddress = new Map(known.map((row) => [addressKey(row.address), row]));
  const zone = await zoneOf(db, actor.memberId);
  const seen = new Map<string, number>();
  const rows = source.map((row): PlannedRow<MailboxWrite> => {
    const { value, problems } = parsedRow(MailboxRowSchema, valuesOf(row, IMPORT_FIELDS.mailboxes, columnOf), columnOf);
    if (value === null || row.problems.length > 0) return wrongRow(row, problems);
    const key = addressKey(value.address);
    const former = byAddress.get(key) ?? null;
    const values = mergedMailbox(former, value, zone);
    const found = [...doubled(seen.get(key), columnOf), ...mailboxProblems({ former, value, values, columnOf })];
    seen.set(key, row.line);
    if (found.length > 0) return wrongRow(row, found);
    const outcome = former ? (isSame(former, values) ? "same" : "update") : "new";
    return { ...row, outcome, write: { id: former?.id ?? null, value, values } };
  });
  return { rows, newCampaigns: [], apply: () => writeMailboxes(context, rows) };
}

const doubled = (line: number | undefined, columnOf: ColumnOf): CellProblem[] =>
  line === undefined ? [] : [{ column: columnOf("address"), reason: "same_as_line", values: { line } }];

function isSame(former: MailboxRow, values: MergedMailbox): boolean {
  const { imapPassword, smtpPassword, ...plain } = values;
  const secrets = mailboxSecrets(former);
  return (
    Object.entries(plain).every(([name, value]) => former[name as keyof typeof plain] === value) &&
    imapPassword === secrets.imapPassword &&
    smtpPassword === secrets.smtpPassword
  );
}
