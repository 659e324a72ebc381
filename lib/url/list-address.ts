import { createLoader, createSerializer, parseAsStringLiteral } from "nuqs/server";
import { LIST_SORTS, LIST_VIEWS, type ListSort, type ListView, sortOf } from "@/lib/domain/list-view";
import { parseAsDay, parseAsId, parseAsNumber, parseAsSearch } from "./address-parsers";

/** How a list stands in the address. `from` and `to` are days (YYYY-MM-DD), both included. */
export const listParsers = {
  view: parseAsStringLiteral(LIST_VIEWS).withDefault("inbox"),
  q: parseAsSearch.withDefault(""),
  sort: parseAsStringLiteral(LIST_SORTS).withDefault("newest"),
  mailbox: parseAsId,
  campaign: parseAsNumber,
  category: parseAsId,
  person: parseAsId,
  from: parseAsDay,
  to: parseAsDay,
};

export const loadListAddress = createLoader(listParsers);
/** The parameters of an address from "?" on; "" where all is as it is by itself. */
export const writeListAddress = createSerializer(listParsers);

export type ListAddress = {
  view: ListView;
  q: string;
  sort: ListSort;
  mailbox: string | null;
  campaign: number | null;
  category: string | null;
  person: string | null;
  from: string | null;
  to: string | null;
};

/** The address in the words of `GET /api/threads`; what is not given is absent, so that equal lists have equal keys. */
export function listFiltersOf(address: ListAddress) {
  const { view, q, mailbox, campaign, category, person, from, to } = address;
  const sort = sortOf(address);
  return {
    view,
    ...(q.trim() ? { q: q.trim() } : {}),
    ...(sort === "newest" ? {} : { sort }),
    ...(mailbox ? { mailboxId: mailbox } : {}),
    ...(campaign ? { campaign } : {}),
    ...(category ? { categoryId: category } : {}),
    ...(person ? { assigneeId: person } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
}
