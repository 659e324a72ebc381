"use server";

import { addTask as addVerb } from "@/lib/services/tasks/add-task";
import { AddTaskInput, SetTaskStateInput } from "@/lib/services/tasks/schemas";
import { setTaskState as setVerb } from "@/lib/services/tasks/set-task-state";
import { action } from "./action";

export const addTask = action(AddTaskInput, addVerb);
export const setTaskState = action(SetTaskStateInput, setVerb);
