/** Which threads of a list are chosen. `base` is what was chosen before a range began at `anchor`. */
export type Selection = { ids: ReadonlySet<number>; base: ReadonlySet<number>; anchor: number | null };

export const NOTHING_CHOSEN: Selection = { ids: new Set(), base: new Set(), anchor: null };

/** Chooses a thread, or lets it go; a range begins at it. */
export function toggled({ ids }: Selection, id: number): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, base: next, anchor: id };
}

/**
 * Chooses everything from where the range began to `id`; a range that shrinks lets go what it had taken.
 * @param from where a range begins that has not begun yet
 */
export function extended(selection: Selection, order: number[], id: number, from = id): Selection {
  const { base } = selection;
  const anchor = selection.anchor !== null && order.includes(selection.anchor) ? selection.anchor : from;
  const [start, end] = [order.indexOf(anchor), order.indexOf(id)].toSorted((one, other) => one - other) as [
    number,
    number,
  ];
  return { ids: new Set([...base, ...order.slice(Math.max(start, 0), end + 1)]), base, anchor };
}

/** Chooses exactly these. */
export const chosen = (ids: Iterable<number>): Selection => {
  const all = new Set(ids);
  return { ids: all, base: all, anchor: null };
};

export function without(selection: Selection, gone: ReadonlySet<number>): Selection {
  if (![...gone].some((id) => selection.ids.has(id))) return selection;
  const left = chosen([...selection.ids].filter((id) => !gone.has(id)));
  return left.ids.size === 0 ? NOTHING_CHOSEN : left;
}
