import { createLoader, createSerializer, parseAsString } from "nuqs/server";
import { addDays } from "@/lib/domain/wall-time";
import { parseAsDay, parseAsId, parseAsNumber } from "./address-parsers";

/**
 * How figures stand in the address. `from` and `to` are days (YYYY-MM-DD), both included; `open` is the figure whose threads are
 * listed, as its block, "~" and its key.
 */
export const insightParsers = {
  from: parseAsDay,
  to: parseAsDay,
  campaign: parseAsNumber,
  mailbox: parseAsId,
  team: parseAsId,
  person: parseAsId,
  category: parseAsId,
  open: parseAsString,
};

export const loadInsightAddress = createLoader(insightParsers);
/** The query that an address is written as. */
export const insightQueryOf = createSerializer(insightParsers);

export type InsightAddress = {
  from: string | null;
  to: string | null;
  campaign: number | null;
  mailbox: string | null;
  team: string | null;
  person: string | null;
  category: string | null;
};

const DEFAULT_DAYS = 28;

/** The address in the words of `GET /api/insights`: the last four weeks where it names no days. */
export function insightFiltersOf(address: InsightAddress, today: string) {
  const { campaign, mailbox, team, person, category } = address;
  const to = address.to ?? today;
  return {
    from: address.from ?? addDays(to, 1 - DEFAULT_DAYS),
    to,
    ...(campaign ? { campaign } : {}),
    ...(mailbox ? { mailboxId: mailbox } : {}),
    ...(team ? { teamId: team } : {}),
    ...(person ? { personId: person } : {}),
    ...(category ? { categoryId: category } : {}),
  };
}
