import { z } from "zod";
import { CATEGORY_KINDS, CATEGORY_SENTIMENTS } from "@/lib/domain/default-categories";

const name = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .refine((text) => !/\p{Cc}/u.test(text), "control_character");
const sentiment = z.enum(CATEGORY_SENTIMENTS);

export const AddCategoryInput = z.strictObject({ name, sentiment, kind: z.enum(CATEGORY_KINDS).default("none") });
export type AddCategoryInput = z.infer<typeof AddCategoryInput>;

export const UpdateCategoryInput = z.strictObject({ categoryId: z.uuid(), name, sentiment });
export type UpdateCategoryInput = z.infer<typeof UpdateCategoryInput>;

export const MoveCategoryInput = z.strictObject({ categoryId: z.uuid(), to: z.enum(["up", "down"]) });
export type MoveCategoryInput = z.infer<typeof MoveCategoryInput>;

export const RemoveCategoryInput = z.strictObject({ categoryId: z.uuid() });
export type RemoveCategoryInput = z.infer<typeof RemoveCategoryInput>;

export const ListCategoriesInput = z.strictObject({});
export type ListCategoriesInput = z.infer<typeof ListCategoriesInput>;
