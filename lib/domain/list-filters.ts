import type { AwayMember } from "./absence";
import type { PersonView } from "./person-view";
import type { CategoryView, ThreadMailboxView } from "./thread-view";

/** What a list can be narrowed to. `people` is empty for who may not filter by person. */
export type ListFilters = {
  mailboxes: { id: string; address: string; colour: number; state: ThreadMailboxView["state"] }[];
  campaigns: { number: number; name: string }[];
  categories: CategoryView[];
  people: PersonView[];
  /** Everybody a thread can be assigned to. */
  team: PersonView[];
  /** Who of them is away today by their own clock. */
  away: AwayMember[];
};
