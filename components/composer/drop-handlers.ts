import type { DragEvent } from "react";

/** Files that are dragged from the desktop over the composer hang below the text, unless the text has taken them. */
export function dropHandlers(setDragging: (on: boolean) => void, add: (files: File[]) => void) {
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  return {
    onDragOver: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setDragging(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDragging(false);
    },
    onDrop: (event: DragEvent) => {
      setDragging(false);
      // The text has taken what was dropped into it.
      if (!hasFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      add([...event.dataTransfer.files]);
    },
  };
}
