"use server";

import { addTask as addVerb } from "@/lib/services/tasks/add-task";
import { editTask as editVerb } from "@/lib/services/tasks/edit-task";
import { AddTaskInput, EditTaskInput, SetTaskStateInput } from "@/lib/services/tasks/schemas";
import { setTaskState as setVerb } from "@/lib/services/tasks/set-task-state";
import { action } from "./action";

export const addTask = action(AddTaskInput, addVerb);
export const editTask = action(EditTaskInput, editVerb);
export const setTaskState = action(SetTaskStateInput, setVerb);
