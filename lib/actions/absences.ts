"use server";

import { addAbsence as addAbsenceVerb } from "@/lib/services/absences/add-absence";
import { removeAbsence as removeAbsenceVerb } from "@/lib/services/absences/remove-absence";
import { AddAbsenceInput, RemoveAbsenceInput } from "@/lib/services/absences/schemas";
import { action } from "./action";

export const addAbsence = action(AddAbsenceInput, addAbsenceVerb);
export const removeAbsence = action(RemoveAbsenceInput, removeAbsenceVerb);
