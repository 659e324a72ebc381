export type Point = { clientX: number; clientY: number };

type DropPlace = { element: HTMLElement; over: (point: Point) => void };

let place: DropPlace | null = null;

/** Where the calendar of the moment takes what is carried, for fingers: the browser's own dragging tells it to a mouse alone. */
export const dropPlace = {
  set: (next: DropPlace | null): void => void (place = next),
  /** Tells the place that something is held over a point. @returns whether the point lies in it */
  over: (point: Point): boolean => {
    const box = place?.element.getBoundingClientRect();
    const isIn =
      box !== undefined &&
      point.clientX >= box.left &&
      point.clientX < box.right &&
      point.clientY >= box.top &&
      point.clientY < box.bottom;
    if (isIn) place?.over(point);
    return isIn;
  },
};
