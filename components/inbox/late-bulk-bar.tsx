import { late } from "@/components/ui/late";

/** The bar of what is chosen, which a list does without until something is: it comes once the page has nothing else to do. */
export const LateBulkBar = late(() => import("./bulk-bar").then((file) => file.BulkBar));
