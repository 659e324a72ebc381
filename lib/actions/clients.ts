"use server";

import { addClient as addClientVerb } from "@/lib/services/clients/add-client";
import { removeClient as removeClientVerb } from "@/lib/services/clients/remove-client";
import { renameClient as renameClientVerb } from "@/lib/services/clients/rename-client";
import { AddClientInput, RemoveClientInput, RenameClientInput } from "@/lib/services/clients/schemas";
import { action } from "./action";

export const addClient = action(AddClientInput, addClientVerb);
export const renameClient = action(RenameClientInput, renameClientVerb);
export const removeClient = action(RemoveClientInput, removeClientVerb);
