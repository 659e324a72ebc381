import { clsx, type ClassValue } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({
  extend: {
    classGroups: {
      "font-size": [{ text: ["10", "11", "12", "13", "14", "15", "16", "20", "28"] }],
      "font-weight": [{ font: ["regular", "medium", "strong"] }],
      rounded: [{ rounded: ["1", "2", "3", "4"] }],
      shadow: [{ shadow: ["1", "2", "3"] }],
    },
  },
});

/** Joins class names; of two that set the same property the later wins. */
export const cn = (...classes: ClassValue[]): string => merge(clsx(classes));
