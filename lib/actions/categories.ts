"use server";

import { addCategory as addCategoryVerb } from "@/lib/services/categories/add-category";
import { moveCategory as moveCategoryVerb } from "@/lib/services/categories/move-category";
import { removeCategory as removeCategoryVerb } from "@/lib/services/categories/remove-category";
import {
  AddCategoryInput,
  MoveCategoryInput,
  RemoveCategoryInput,
  UpdateCategoryInput,
} from "@/lib/services/categories/schemas";
import { updateCategory as updateCategoryVerb } from "@/lib/services/categories/update-category";
import { action } from "./action";

export const addCategory = action(AddCategoryInput, addCategoryVerb);
export const updateCategory = action(UpdateCategoryInput, updateCategoryVerb);
export const moveCategory = action(MoveCategoryInput, moveCategoryVerb);
export const removeCategory = action(RemoveCategoryInput, removeCategoryVerb);
