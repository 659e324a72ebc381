import { createLoader, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { LIST_VIEWS, type ListView } from "@/lib/domain/list-view";

/** How a list stands in the address. */
export const listParsers = {
  view: parseAsStringLiteral(LIST_VIEWS).withDefault("inbox"),
  q: parseAsString.withDefault(""),
  mailbox: parseAsString,
  campaign: parseAsInteger,
  category: parseAsString,
  person: parseAsString,
};

export const loadListAddress = createLoader(listParsers);

export type ListAddress = {
  view: ListView;
  q: string;
  mailbox: string | null;
  campaign: number | null;
  category: string | null;
  person: string | null;
};

/** The address in the words of `GET /api/threads`; what is not given is absent, so that equal lists have equal keys. */
export function listFiltersOf({ view, q, mailbox, campaign, category, person }: ListAddress) {
  return {
    view,
    ...(q.trim() ? { q: q.trim() } : {}),
    ...(mailbox ? { mailboxId: mailbox } : {}),
    ...(campaign ? { campaign } : {}),
    ...(category ? { categoryId: category } : {}),
    ...(person ? { assigneeId: person } : {}),
  };
}
