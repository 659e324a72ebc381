/** The item to which an arrow leads from another: the next in time within its lane or day, or the nearest in the one above or below. */
export function neighbourItem(root: HTMLElement, from: HTMLElement, key: string): HTMLElement | null {
  const lanes = [...root.querySelectorAll<HTMLElement>("[data-lane]")].filter((lane) =>
    lane.querySelector("[data-item]"),
  );
  const lane = from.closest<HTMLElement>("[data-lane]");
  const items = itemsIn(lane ?? root);
  if (key === "ArrowLeft" || key === "ArrowRight")
    return items[items.indexOf(from) + (key === "ArrowRight" ? 1 : -1)] ?? null;
  if (key === "Home") return itemsIn(root)[0] ?? null;
  if (key === "End") return itemsIn(root).at(-1) ?? null;
  if (key !== "ArrowUp" && key !== "ArrowDown") return null;
  const next = lane ? lanes[lanes.indexOf(lane) + (key === "ArrowDown" ? 1 : -1)] : null;
  return next ? nearest(itemsIn(next), from) : null;
}

const itemsIn = (part: HTMLElement): HTMLElement[] => [...part.querySelectorAll<HTMLElement>("[data-item]")];

function nearest(items: HTMLElement[], from: HTMLElement): HTMLElement | null {
  const x = from.getBoundingClientRect().left;
  const distance = (item: HTMLElement) => Math.abs(item.getBoundingClientRect().left - x);
  return items.toSorted((one, other) => distance(one) - distance(other))[0] ?? null;
}
