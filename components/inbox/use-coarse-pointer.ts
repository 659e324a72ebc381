import { useMedia } from "@/components/ui/use-media";

/** Whether fingers are what points here: rows are then high enough for them. The server draws for a mouse. */
export const useCoarsePointer = (): boolean => useMedia("(pointer: coarse)", false);
