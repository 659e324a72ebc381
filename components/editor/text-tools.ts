import type { Editor } from "@tiptap/core";
import {
  Bold,
  Code,
  Italic,
  List,
  ListChecks,
  ListOrdered,
  SquareCode,
  Strikethrough,
  TextQuote,
  Underline,
  type LucideIcon,
} from "lucide-react";

type ToolName =
  | "bold"
  | "italic"
  | "underline"
  | "strike"
  | "bulletList"
  | "orderedList"
  | "taskList"
  | "blockquote"
  | "code"
  | "codeBlock";

export type TextTool = { name: ToolName; icon: LucideIcon; keys: string; run: (editor: Editor) => void };

/** What is on or off at the caret, by the name of its mark or block; the keys are the editor's own. */
export const TEXT_TOOLS: TextTool[] = [
  { name: "bold", icon: Bold, keys: "B", run: (editor) => editor.chain().focus().toggleBold().run() },
  { name: "italic", icon: Italic, keys: "I", run: (editor) => editor.chain().focus().toggleItalic().run() },
  { name: "underline", icon: Underline, keys: "U", run: (editor) => editor.chain().focus().toggleUnderline().run() },
  {
    name: "strike",
    icon: Strikethrough,
    keys: "Shift+S",
    run: (editor) => editor.chain().focus().toggleStrike().run(),
  },
  { name: "bulletList", icon: List, keys: "Shift+8", run: (editor) => editor.chain().focus().toggleBulletList().run() },
  {
    name: "orderedList",
    icon: ListOrdered,
    keys: "Shift+7",
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: "taskList",
    icon: ListChecks,
    keys: "Shift+9",
    run: (editor) => editor.chain().focus().toggleTaskList().run(),
  },
  {
    name: "blockquote",
    icon: TextQuote,
    keys: "Shift+B",
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  { name: "code", icon: Code, keys: "E", run: (editor) => editor.chain().focus().toggleCode().run() },
  {
    name: "codeBlock",
    icon: SquareCode,
    keys: "Alt+C",
    run: (editor) => editor.chain().focus().toggleCodeBlock().run(),
  },
];

/** Whether an editor's text may hold what a tool makes. */
export const hasTool = ({ schema }: Editor, name: string): boolean => name in schema.nodes || name in schema.marks;
