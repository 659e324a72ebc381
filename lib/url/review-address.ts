import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";

export const REVIEW_TABS = ["waiting", "returned", "samples"] as const;
export type ReviewTab = (typeof REVIEW_TABS)[number];

/** How the reviews stand in the address: which queue, and which of it is open. */
export const reviewParsers = {
  tab: parseAsStringLiteral(REVIEW_TABS).withDefault("waiting"),
  open: parseAsString,
};

export const loadReviewAddress = createLoader(reviewParsers);
