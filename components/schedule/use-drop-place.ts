import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { type RefObject, useEffect } from "react";
import { useStable } from "@/components/inbox/use-stable";
import { useScheduleScreen } from "./schedule-context";

type Point = { clientX: number; clientY: number };

/** Takes what is dragged over an element: `over` says where it would be at a point. */
export function useDropPlace(element: RefObject<HTMLElement | null>, over: (point: Point) => void): void {
  const { carrying } = useScheduleScreen();
  const hover = useStable(over);
  const leave = useStable(() => carrying.hover(null, null));
  const drop = useStable(() => carrying.drop());
  useEffect(() => {
    if (!element.current) return undefined;
    return dropTargetForElements({
      element: element.current,
      onDrag: ({ location }) => hover(location.current.input),
      onDragLeave: () => leave(),
      // What was heard on the way may be older than where it was let go.
      onDrop: ({ location }) => {
        hover(location.current.input);
        drop();
      },
    });
  }, [element, hover, leave, drop]);
}
