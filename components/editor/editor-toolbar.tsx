"use client";

import { Toolbar } from "@base-ui/react/toolbar";
import { useEditorState, type Editor } from "@tiptap/react";
import {
  Bold,
  Code,
  Italic,
  List,
  ListOrdered,
  Strikethrough,
  TextQuote,
  Underline,
  type LucideIcon,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { LinkTool } from "./link-tool";
import { modKey } from "./mod-key";

type Tool = {
  name: "bold" | "italic" | "underline" | "strike" | "bulletList" | "orderedList" | "blockquote" | "code";
} & {
  icon: LucideIcon;
  keys: string;
  run: (editor: Editor) => void;
};

const MARKS: Tool[] = [
  { name: "bold", icon: Bold, keys: "B", run: (editor) => editor.chain().focus().toggleBold().run() },
  { name: "italic", icon: Italic, keys: "I", run: (editor) => editor.chain().focus().toggleItalic().run() },
  { name: "underline", icon: Underline, keys: "U", run: (editor) => editor.chain().focus().toggleUnderline().run() },
  {
    name: "strike",
    icon: Strikethrough,
    keys: "Shift+S",
    run: (editor) => editor.chain().focus().toggleStrike().run(),
  },
];
const BLOCKS: Tool[] = [
  { name: "bulletList", icon: List, keys: "Shift+8", run: (editor) => editor.chain().focus().toggleBulletList().run() },
  {
    name: "orderedList",
    icon: ListOrdered,
    keys: "Shift+7",
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: "blockquote",
    icon: TextQuote,
    keys: "Shift+B",
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
];
const CODE: Tool = { name: "code", icon: Code, keys: "E", run: (editor) => editor.chain().focus().toggleCode().run() };

/** The tools of the text: one tab stop with arrows inside, each named, and pressed while it holds at the caret. */
export function EditorToolbar({ editor, children }: { editor: Editor | null; children?: ReactNode }) {
  const t = useTranslations("composer.tools");
  const active = useEditorState({ editor, selector: ({ editor: read }) => activeTools(read) });
  const button = ({ name, icon: Icon, keys, run }: Tool) => (
    <Toolbar.Button
      key={name}
      disabled={!editor}
      render={
        <IconButton
          label={t(name)}
          shortcut={`${modKey()}+${keys}`}
          aria-pressed={active?.has(name) ?? false}
          onClick={() => editor && run(editor)}
          className={TOOL_CLASS}
        >
          <Icon aria-hidden />
        </IconButton>
      }
    />
  );
  return (
    <Toolbar.Root aria-label={t("label")} className="flex min-w-0 flex-wrap items-center gap-0.5">
      {MARKS.map(button)}
      <Divider />
      {BLOCKS.map(button)}
      <LinkTool editor={editor} isActive={active?.has("link") ?? false} className={TOOL_CLASS} />
      {button(CODE)}
      {children ? <Divider /> : null}
      {children}
    </Toolbar.Root>
  );
}

/** A further tool of the same bar, such as "Attach a file". */
export function ToolbarButton({
  label,
  onClick,
  children,
}: {
  label: string;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <Toolbar.Button
      render={
        <IconButton label={label} onClick={onClick} className={TOOL_CLASS}>
          {children}
        </IconButton>
      }
    />
  );
}

const TOOL_CLASS = "size-control-sm touch:size-9";

const Divider = () => <Toolbar.Separator className="mx-1 h-4 w-px bg-line" />;

function activeTools(editor: Editor | null): Set<string> {
  const names = [...MARKS, ...BLOCKS, CODE].map(({ name }) => name);
  return new Set(editor ? [...names, "link"].filter((name) => editor.isActive(name)) : []);
}
