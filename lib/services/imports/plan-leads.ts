import { and, eq, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { campaignLeads, leads } from "@/lib/db/schema";
import { addressKey } from "@/lib/domain/address";
import { customFieldProblem } from "@/lib/domain/custom-field";
import { CUSTOM_FIELD, IMPORT_FIELDS } from "@/lib/domain/import-columns";
import type { CellProblem } from "@/lib/domain/import-report";
import { nameKey } from "@/lib/domain/name-key";
import { splitName } from "@/lib/domain/split-name";
import type { Context } from "@/lib/services/context";
import { inTurns } from "./in-turns";
import { knownCampaigns } from "./known-campaigns";
import { LeadRowSchema, type LeadRowValues } from "./lead-row-schema";
import {
  parsedRow,
  valuesOf,
  wrongRow,
  type ColumnOf,
  type ImportPlan,
  type PlannedRow,
  type SourceRow,
} from "./planned-row";
import { writeLeads, type LeadWrite } from "./write-leads";

type Source = { rows: SourceRow[]; heads: string[]; columns: (string | null)[]; columnOf: ColumnOf };
type LeadRow = typeof leads.$inferSelect;
type ByPerson = "country" | "timeZone";
type Read = { row: SourceRow; value: LeadRowValues; customFields: Record<string, string> };

/**
 * What a table of leads would do. A lead is known by its address; what a row leaves empty stays as it is, and it joins the
 * campaigns that are named, which are made when they are not there.
 */
export async function planLeads({ actor, db }: Context, source: Source): Promise<ImportPlan> {
  const { columnOf } = source;
  const { workspaceId } = actor;
  const campaigns = await knownCampaigns(db, workspaceId);
  const read = await inTurns(source.rows, (row) => readRow(row, source));
  const known = await knownLeads(db, workspaceId, read);
  const own = await ownAddresses(db, workspaceId);
  const seen = new Map<string, number>();
  const newCampaigns = new Map<string, string>();

  const planOf = (each: (typeof read)[number]): PlannedRow<LeadWrite> => {
    if ("outcome" in each) return each;
    const { row, value } = each;
    const key = addressKey(value.email);
    const problems = problemsOfAddress(key, { own, seen, column: columnOf("email") });
    seen.set(key, row.line);
    const joined = (value.campaigns ?? []).map((called) => ({ called, found: campaigns.find(called) }));
    for (const { called, found } of joined)
      if ("reason" in found)
        problems.push({ column: columnOf("campaigns"), reason: found.reason, values: { campaign: called } });
    if (problems.length > 0) return wrongRow(row, problems);
    for (const { called, found } of joined) if ("isNew" in found) newCampaigns.set(nameKey(called), called);
    const former = known.leads.get(key) ?? null;
    const campaignIds = joined.flatMap(({ found }) => ("campaign" in found ? [found.campaign.id] : []));
    const campaignNames = joined.flatMap(({ called, found }) => ("isNew" in found ? [nameKey(called)] : []));
    const joins = campaignIds.filter((id) => !former || !known.members.has(`${id} ${former.id}`));
    const isByPerson = (field: ByPerson) => former?.[field] != null && known.byPerson.has(`${field} ${former.id}`);
    const write = { values: merged(former, each, isByPerson), campaignIds: joins, campaignNames };
    const isSame = former !== null && joins.length + campaignNames.length === 0 && isEqual(former, write.values);
    return { ...row, outcome: former ? (isSame ? "same" : "update") : "new", write };
  };
  const rows = await inTurns(read, planOf);
  return {
    rows,
    newCampaigns: [...newCampaigns.values()],
    apply: () => writeLeads(db, workspaceId, { rows, newCampaigns }),
  };
}

function readRow(row: SourceRow, { heads, columns, columnOf }: Source): Read | PlannedRow<never> {
  const parsed = parsedRow(LeadRowSchema, valuesOf(row, IMPORT_FIELDS.leads, columnOf), columnOf);
  const customFields: Record<string, string> = {};
  const problems: CellProblem[] = [...parsed.problems];
  for (const [column, field] of columns.entries()) {
    const name = heads[column] ?? "";
    const value = (row.cells[column] ?? "").trim();
    if (field !== CUSTOM_FIELD || !name || !value) continue;
    const reason = customFieldProblem(name, value);
    if (reason) problems.push({ column, reason });
    customFields[name] = value;
  }
  if (parsed.value === null || problems.length + row.problems.length > 0) return wrongRow(row, problems);
  return { row, value: parsed.value, customFields };
}

type Seen = { own: Set<string>; seen: Map<string, number>; column: number | null };

function problemsOfAddress(key: string, { own, seen, column }: Seen): CellProblem[] {
  const line = seen.get(key);
  if (line !== undefined) return [{ column, reason: "same_as_line", values: { line } }];
  return own.has(key) ? [{ column, reason: "own_mailbox" }] : [];
}

/** A lead's columns after the row: what it does not say stays, and so do a country and a time zone that a person chose for the lead. */
function merged(
  former: LeadRow | null,
  { value, customFields }: Read,
  isByPerson: (field: ByPerson) => boolean,
): LeadWrite["values"] {
  const named = value.fullName && !value.firstName && !value.lastName ? splitName(value.fullName) : value;
  return {
    email: former?.email ?? value.email,
    firstName: named.firstName ?? former?.firstName ?? "",
    lastName: named.lastName ?? former?.lastName ?? "",
    company: value.company ?? former?.company ?? "",
    title: value.title ?? former?.title ?? "",
    phone: value.phone ?? former?.phone ?? "",
    website: value.website ?? former?.website ?? "",
    linkedin: value.linkedin ?? former?.linkedin ?? "",
    location: value.location ?? former?.location ?? "",
    country: (isByPerson("country") ? former?.country : value.country) ?? former?.country ?? null,
    timeZone: (isByPerson("timeZone") ? former?.timeZone : value.timeZone) ?? former?.timeZone ?? null,
    customFields: { ...former?.customFields, ...customFields },
  };
}

function isEqual(former: LeadRow, values: LeadWrite["values"]): boolean {
  const { customFields, ...plain } = values;
  const isPlain = Object.entries(plain).every(([name, value]) => former[name as keyof typeof plain] === value);
  return isPlain && Object.entries(customFields).every(([name, value]) => former.customFields[name] === value);
}

/** The leads that the rows name, and of which campaigns they are. */
async function knownLeads(tx: Database, workspaceId: string, read: (Read | PlannedRow<never>)[]) {
  const emails = read.flatMap((each) => ("outcome" in each ? [] : [each.value.email]));
  if (emails.length === 0)
    return { leads: new Map<string, LeadRow>(), members: new Set<string>(), byPerson: new Set<string>() };
  const named = sql`${sql.param(emails)}::text[]::public.citext[]`;
  const rows = await tx
    .select()
    .from(leads)
    .where(and(eq(leads.workspaceId, workspaceId), sql`${leads.email} = any(${named})`));
  const members = await tx
    .select({ campaignId: campaignLeads.campaignId, leadId: campaignLeads.leadId })
    .from(campaignLeads)
    .innerJoin(leads, eq(leads.id, campaignLeads.leadId))
    .where(and(eq(leads.workspaceId, workspaceId), sql`${leads.email} = any(${named})`));
  return {
    leads: new Map(rows.map((row) => [addressKey(row.email), row])),
    members: new Set(members.map(({ campaignId, leadId }) => `${campaignId} ${leadId}`)),
    byPerson: await fieldsByPerson(
      tx,
      workspaceId,
      rows.map(({ id }) => id),
    ),
  };
}

/** Where a lead is, and by which clock it lives, as somebody chose by hand: "country <lead>". */
async function fieldsByPerson(tx: Database, workspaceId: string, leadIds: string[]): Promise<Set<string>> {
  const { rows } = await tx.execute<{ field: string; id: string }>(sql`
    select distinct field, subject_id as id from events, unnest(array['country', 'timeZone']) as field
      where workspace_id = ${workspaceId} and kind = 'lead.changed' and data -> 'fields' ? field
        and subject_id = any(${sql.param(leadIds)}::text[])`);
  return new Set(rows.map(({ field, id }) => `${field} ${id}`));
}

async function ownAddresses(tx: Database, workspaceId: string): Promise<Set<string>> {
  const { rows } = await tx.execute<{ address: string }>(
    sql`select address::text from mailboxes where workspace_id = ${workspaceId}`,
  );
  return new Set(rows.map(({ address }) => addressKey(address)));
}
