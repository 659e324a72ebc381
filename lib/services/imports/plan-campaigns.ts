import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/lib/db/client";
import { campaignMailboxes, campaigns, mailboxes } from "@/lib/db/schema";
import { addressKey } from "@/lib/domain/address";
import { IMPORT_FIELDS } from "@/lib/domain/import-columns";
import type { CellProblem } from "@/lib/domain/import-report";
import { nameKey } from "@/lib/domain/name-key";
import type { Context } from "@/lib/services/context";
import { knownCampaigns, type KnownCampaign } from "./known-campaigns";
import {
  parsedRow,
  valuesOf,
  wrongRow,
  type ColumnOf,
  type ImportPlan,
  type PlannedRow,
  type SourceRow,
} from "./planned-row";
import { writeCampaigns, type CampaignWrite } from "./write-campaigns";

const CampaignRowSchema = z.strictObject({
  name: z
    .string()
    .max(200)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, "control_character")
    .refine((name) => nameKey(name) !== "direct", "name_taken"),
  number: z
    .string()
    .regex(/^[1-9]\d{0,14}$/u, "whole_number")
    .transform(Number)
    .optional(),
  mailboxes: z
    .string()
    .max(20_000)
    .transform((list) => list.split(/[;|,\s]+/u).filter(Boolean))
    .default([]),
});

/**
 * What a table of campaigns would do. A campaign is known by its number, else by its name; mailboxes that are named are added to
 * those that send for it, none is taken away.
 */
export async function planCampaigns(
  { actor, db }: Context,
  { rows: source, columnOf }: { rows: SourceRow[]; columnOf: ColumnOf },
): Promise<ImportPlan> {
  const { workspaceId } = actor;
  const known = await knownCampaigns(db, workspaceId);
  const taken = await takenNumbers(db, workspaceId);
  const boxes = await mailboxesByAddress(db, workspaceId);
  const sending = await sendingPairs(db, workspaceId);
  const seen = new Map<string, number>();
  const rows = source.map((row): PlannedRow<CampaignWrite> => {
    const { value, problems } = parsedRow(
      CampaignRowSchema,
      valuesOf(row, IMPORT_FIELDS.campaigns, columnOf),
      columnOf,
    );
    if (value === null || row.problems.length > 0) return wrongRow(row, problems);
    const { name, number = null } = value;
    const former = number === null ? formerNamed(known.find(name)) : (known.byNumber(number) ?? null);
    const found: CellProblem[] =
      former === "ambiguous" ? [{ column: columnOf("name"), reason: "ambiguous_campaign" }] : [];
    if (number !== null && !known.byNumber(number) && taken.has(number))
      found.push({ column: columnOf("number"), reason: "number_taken" });
    for (const key of [`name ${nameKey(name)}`, ...(number === null ? [] : [`number ${number}`])]) {
      const line = seen.get(key);
      const column = columnOf(key.startsWith("name") ? "name" : "number");
      if (line !== undefined) found.push({ column, reason: "same_as_line", values: { line } });
      seen.set(key, row.line);
    }
    const ids = value.mailboxes.map((address) => ({ address, id: boxes.get(addressKey(address)) }));
    for (const { address, id } of ids)
      if (!id) found.push({ column: columnOf("mailboxes"), reason: "unknown_mailbox", values: { address } });
    if (found.length > 0 || former === "ambiguous") return wrongRow(row, found);
    const mailboxIds = ids.flatMap(({ id }) => (id && !sending.has(`${former?.id} ${id}`) ? [id] : []));
    const isSame = former?.name === name && mailboxIds.length === 0;
    return {
      ...row,
      outcome: former ? (isSame ? "same" : "update") : "new",
      write: { id: former?.id ?? null, name, number, mailboxIds: [...new Set(mailboxIds)] },
    };
  });
  return { rows, newCampaigns: [], apply: () => writeCampaigns(db, workspaceId, rows) };
}

function formerNamed(
  found: ReturnType<Awaited<ReturnType<typeof knownCampaigns>>["find"]>,
): KnownCampaign | "ambiguous" | null {
  if ("campaign" in found) return found.campaign;
  return "reason" in found && found.reason === "ambiguous_campaign" ? "ambiguous" : null;
}

/** Also those of "Direct", which no table changes. */
async function takenNumbers(tx: Database, workspaceId: string): Promise<Set<number>> {
  const rows = await tx
    .select({ number: campaigns.number })
    .from(campaigns)
    .where(eq(campaigns.workspaceId, workspaceId));
  return new Set(rows.map(({ number }) => number));
}

async function mailboxesByAddress(tx: Database, workspaceId: string): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: mailboxes.id, address: mailboxes.address })
    .from(mailboxes)
    .where(and(eq(mailboxes.workspaceId, workspaceId), isNull(mailboxes.removedAt)));
  return new Map(rows.map(({ id, address }) => [addressKey(address), id]));
}

async function sendingPairs(tx: Database, workspaceId: string): Promise<Set<string>> {
  const rows = await tx
    .select({ campaignId: campaignMailboxes.campaignId, mailboxId: campaignMailboxes.mailboxId })
    .from(campaignMailboxes)
    .innerJoin(campaigns, eq(campaigns.id, campaignMailboxes.campaignId))
    .where(eq(campaigns.workspaceId, workspaceId));
  return new Set(rows.map(({ campaignId, mailboxId }) => `${campaignId} ${mailboxId}`));
}
