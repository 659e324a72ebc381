"use client";

import { useState, type DragEvent, type ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** A place that files can be dropped on; what stands in it has a button for the same. */
export function FileDrop({ onFiles, children }: { onFiles: (files: File[]) => void; children: ReactNode }) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer.files.length > 0) onFiles([...event.dataTransfer.files]);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dropping is a second way, the button the first
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cn(
        "flex flex-wrap items-center gap-x-3 gap-y-2 rounded-3 border border-dashed border-line-control px-4 py-3",
        isOver && "border-focus bg-selected",
      )}
    >
      {children}
    </div>
  );
}
