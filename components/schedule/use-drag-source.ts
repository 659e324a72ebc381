import { draggable } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { type RefObject, useEffect } from "react";
import { useStable } from "@/components/inbox/use-stable";
import { useViewer } from "@/components/inbox/viewer";
import type { Carried } from "./carry-store";
import { instantOfItem } from "./carry-times";
import { holdToCarry } from "./hold-to-carry";
import { useScheduleScreen } from "./schedule-context";

/** Lets an element be dragged by mouse, or by a finger that is held on it: it carries what it stands for. */
export function useDragSource(element: RefObject<HTMLElement | null>, carried: Carried, mayDrag: boolean): void {
  const { carrying } = useScheduleScreen();
  const { viewer } = useViewer();
  const begin = useStable(() => carrying.pickUp(carried, "pointer"));
  const hold = useStable(() => {
    begin();
    // It is seen to be held where it stands.
    if (carried.item) carrying.hover(null, instantOfItem(carried.item, viewer.timeZone));
  });
  const end = useStable(() => carrying.putBack());
  const leave = useStable(() => carrying.hover(null, null));
  const drop = useStable(() => carrying.drop());
  useEffect(() => {
    const source = element.current;
    if (!source || !mayDrag) return undefined;
    // Some browsers drag by a long press, too: a finger has one way.
    let isTouched = false;
    const hear = ({ pointerType }: PointerEvent) => (isTouched = pointerType === "touch");
    source.addEventListener("pointerdown", hear);
    const endHold = holdToCarry(source, { onPickUp: hold, onOutside: leave, onDrop: drop, onPutBack: end });
    const endDrag = draggable({
      element: source,
      canDrag: () => !isTouched,
      onDragStart: () => begin(),
      // Where it was dropped puts it down.
      onDrop: ({ location }) => {
        if (location.current.dropTargets.length === 0) end();
      },
    });
    return () => {
      source.removeEventListener("pointerdown", hear);
      endHold();
      endDrag();
    };
  }, [element, mayDrag, begin, hold, end, leave, drop]);
}
