import { sql } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { ImportResult } from "@/lib/domain/import-report";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { countsOf } from "./check-import";
import { planImport } from "./plan-import";
import type { WriteImportInput } from "./schemas";

/**
 * Brings in a table, all of it in one transaction. Wrong rows are left out only as far as somebody has seen them (`leaveOut`).
 * The same table again changes nothing.
 * @throws AppError `forbidden` for all but admins, `invalid` for a file that is no table or lacks a needed column,
 *   `unprocessable` (`import_wrong_rows`) and nothing is written
 */
export async function writeImport(
  { actor, db, now }: Context,
  bytes: Uint8Array,
  { leaveOut, ...input }: WriteImportInput,
): Promise<ImportResult> {
  may(actor, "import.run");
  return db.transaction(async (tx) => {
    // Two tables at once would both find a campaign missing and make it.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`import:${actor.workspaceId}`}, 0))`);
    const { missing, plan } = await planImport({ actor, db: tx, now }, bytes, input);
    if (missing.length > 0)
      throw new AppError("invalid", { fields: missing.map((field) => ({ path: field, reason: "column_needed" })) });
    const counts = countsOf(plan.rows);
    if (counts.wrong > leaveOut) throw new AppError("unprocessable", { reason: "import_wrong_rows" });
    await plan.apply();
    const newCampaigns = plan.newCampaigns.length;
    await record(tx, actor, `import.${input.kind}`, { data: { ...counts, newCampaigns } });
    return { kind: input.kind, counts, newCampaigns };
  });
}
