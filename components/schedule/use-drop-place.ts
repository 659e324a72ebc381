import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { type RefObject, useEffect } from "react";
import { useStable } from "@/components/inbox/use-stable";
import { dropPlace, type Point } from "./drop-place";
import { useScheduleScreen } from "./schedule-context";

/** Takes what is carried over an element, by mouse or finger: `over` says where it would be at a point. */
export function useDropPlace(element: RefObject<HTMLElement | null>, over: (point: Point) => void): void {
  const { carrying } = useScheduleScreen();
  const hover = useStable(over);
  const leave = useStable(() => carrying.hover(null, null));
  const drop = useStable(() => carrying.drop());
  useEffect(() => {
    if (!element.current) return undefined;
    dropPlace.set({ element: element.current, over: hover });
    const end = dropTargetForElements({
      element: element.current,
      onDrag: ({ location }) => hover(location.current.input),
      onDragLeave: () => leave(),
      // What was heard on the way may be older than where it was let go.
      onDrop: ({ location }) => {
        hover(location.current.input);
        drop();
      },
    });
    return () => {
      dropPlace.set(null);
      end();
    };
  }, [element, hover, leave, drop]);
}
