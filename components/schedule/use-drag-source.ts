import { draggable } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { type RefObject, useEffect } from "react";
import { useStable } from "@/components/inbox/use-stable";
import type { Carried } from "./carry-store";
import { useScheduleScreen } from "./schedule-context";

/** Lets an element be dragged by mouse, or by a finger that is held on it: it carries what it stands for. */
export function useDragSource(element: RefObject<HTMLElement | null>, carried: Carried, mayDrag: boolean): void {
  const { carrying } = useScheduleScreen();
  const begin = useStable(() => carrying.pickUp(carried, "pointer"));
  const end = useStable(() => carrying.putBack());
  useEffect(() => {
    if (!element.current || !mayDrag) return undefined;
    return draggable({
      element: element.current,
      onDragStart: () => begin(),
      // Where it was dropped puts it down.
      onDrop: ({ location }) => {
        if (location.current.dropTargets.length === 0) end();
      },
    });
  }, [element, mayDrag, begin, end]);
}
