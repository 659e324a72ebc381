import { clsx, type ClassValue } from "clsx";

/**
 * Joins class names. Nothing is taken out: a part of the kit marks what its user may replace (`base:px-2`), and of several
 * states only one names a property.
 */
export const cn = (...classes: ClassValue[]): string => clsx(classes);
