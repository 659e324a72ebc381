import { TaskList } from "@tiptap/extension-list";

/** A list of what is to be done and what is. `[ ] ` at the start of a line begins one. */
export const CheckList = TaskList;
