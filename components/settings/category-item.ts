import type { CategoryView } from "@/lib/domain/thread-view";

/** A category as the settings list it. `isGiven`: the first of its kind, which the rules give; it stays. */
export type CategoryItem = CategoryView & { isGiven: boolean };
