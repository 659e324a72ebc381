"use server";

import { addBlock as addBlockVerb } from "@/lib/services/blocks/add-block";
import { removeBlock as removeBlockVerb } from "@/lib/services/blocks/remove-block";
import { AddBlockInput, RemoveBlockInput } from "@/lib/services/blocks/schemas";
import { action } from "./action";

export const addBlock = action(AddBlockInput, addBlockVerb);
export const removeBlock = action(RemoveBlockInput, removeBlockVerb);
