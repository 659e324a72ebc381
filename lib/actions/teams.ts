"use server";

import { addTeam as addTeamVerb } from "@/lib/services/teams/add-team";
import { removeTeam as removeTeamVerb } from "@/lib/services/teams/remove-team";
import { AddTeamInput, RemoveTeamInput, UpdateTeamInput } from "@/lib/services/teams/schemas";
import { updateTeam as updateTeamVerb } from "@/lib/services/teams/update-team";
import { action } from "./action";

export const addTeam = action(AddTeamInput, addTeamVerb);
export const updateTeam = action(UpdateTeamInput, updateTeamVerb);
export const removeTeam = action(RemoveTeamInput, removeTeamVerb);
