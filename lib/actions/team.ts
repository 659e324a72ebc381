"use server";

import { SetUpTeamInput } from "@/lib/services/team/schemas";
import { setUpTeam as setUpTeamVerb } from "@/lib/services/team/set-up-team";
import { action } from "./action";

export const setUpTeam = action(SetUpTeamInput, setUpTeamVerb);
