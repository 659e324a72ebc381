"use server";

import { SetAccessInput } from "@/lib/services/access/schemas";
import { setAccess as setAccessVerb } from "@/lib/services/access/set-access";
import { action } from "./action";

export const setAccess = action(SetAccessInput, setAccessVerb);
