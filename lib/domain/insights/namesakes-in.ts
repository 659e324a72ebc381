import type { NamedGroup } from "./insight-blocks";

/** Whether another of these groups is called the same, so that the name alone does not say which it is. Own campaigns of mailboxes have an address. */
export function namesakesIn(groups: NamedGroup[]): (group: NamedGroup) => boolean {
  const byName = Map.groupBy(groups, ({ name, direct }) => (direct === undefined ? name : null));
  return ({ name, direct }) => direct === undefined && (byName.get(name)?.length ?? 0) > 1;
}
