"use server";

import { TakeMessageFilesInput } from "@/lib/services/uploads/schemas";
import { takeMessageFiles as takeMessageFilesVerb } from "@/lib/services/uploads/take-message-files";
import { action } from "./action";

export const takeMessageFiles = action(TakeMessageFilesInput, takeMessageFilesVerb);
