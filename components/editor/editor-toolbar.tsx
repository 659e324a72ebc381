"use client";

import { Popover } from "@base-ui/react/popover";
import { Toolbar } from "@base-ui/react/toolbar";
import { useEditorState, type Editor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { Ellipsis, Link2 } from "lucide-react";
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { ColourTool } from "./colour-tool";
import { EmojiTool } from "./emoji-tool";
import { HeadingTool } from "./heading-tool";
import { LinkBubble } from "./link-bubble";
import { modKey } from "./mod-key";
import { TableTool } from "./table-tool";
import { hasTool, TEXT_TOOLS, type TextTool } from "./text-tools";
import { ToolButton, toolTrigger } from "./tool-button";
import { useRoom } from "./use-room";

type EditorToolbarProps = {
  editor: Editor | null;
  /** Further tools of the bar, which always stand in it. */
  children?: ReactNode;
  /** How many those are. */
  further?: number;
};

/**
 * The tools of the text: one tab stop with arrows inside, each named, and pressed while it holds at the caret. What the text
 * cannot hold has no tool; what finds no room stands behind "More tools".
 */
export function EditorToolbar({ editor, children, further = 0 }: EditorToolbarProps) {
  const t = useTranslations("composer.tools");
  const [isLinking, setLinking] = useState(false);
  const tools = useTools(editor, () => setLinking(true));
  const { ref, room } = useRoom();
  useKeyToTools(editor, ref);
  const isTight = tools.length + further > room;
  // One place is the button's own.
  const shown = isTight ? Math.max(0, room - further - 1) : tools.length;
  return (
    <div ref={ref} className="min-h-control-sm min-w-0 flex-1 touch:min-h-9">
      <Toolbar.Root aria-label={t("label")} aria-keyshortcuts={KEY} className="flex items-center gap-0.5">
        {tools.slice(0, shown)}
        {isTight ? <MoreTools label={t("more")}>{tools.slice(shown)}</MoreTools> : null}
        {children ? <Toolbar.Separator className="mx-1 h-4 w-px bg-line" /> : null}
        {children}
      </Toolbar.Root>
      {editor && hasTool(editor, "link") ? (
        <LinkBubble editor={editor} isEditing={isLinking} onEditing={setLinking} />
      ) : null}
    </div>
  );
}

/** A button that does something, or the choice in a menu that another one has opened. */
const USED = "button:not([aria-haspopup]), [role^=menuitem]";

function MoreTools({ label, children }: { label: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const isUsed = useRef(false);
  return (
    <Popover.Root
      open={isOpen}
      onOpenChange={(open) => {
        isUsed.current = false;
        setOpen(open);
      }}
    >
      <Popover.Trigger render={toolTrigger(label, <Ellipsis aria-hidden />, { name: "more" })} />
      <Popover.Portal>
        <Popover.Positioner side="top" align="start" sideOffset={6} className="z-popover">
          <Popover.Popup
            aria-label={label}
            // A tool that was used has put the focus into the text.
            finalFocus={() => !isUsed.current}
            onClick={({ target }) => {
              if (!(target instanceof Element) || !target.closest(USED)) return;
              isUsed.current = true;
              setOpen(false);
            }}
            className="max-w-[calc(100vw-1.5rem)] rounded-3 bg-raised p-1.5 shadow-2 outline-none"
          >
            <Toolbar.Root aria-label={label} className="flex max-w-56 flex-wrap gap-0.5 touch:max-w-72">
              {children}
            </Toolbar.Root>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

const KEY = "Alt+F10";

/** A key from the text to its tools, as in other editors; in a table, where Tab leads through the cells, to the table's. */
function useKeyToTools(editor: Editor | null, tools: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const text = editor?.view.dom;
    if (!editor || !text) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "F10" || !event.altKey) return;
      const find = (selector: string) => tools.current?.querySelector<HTMLElement>(selector);
      const ofTable = editor.isActive("table") ? (find('[data-tool="table"]') ?? find('[data-tool="more"]')) : null;
      (ofTable ?? find('[role="toolbar"] [tabindex="0"]'))?.focus();
      event.preventDefault();
    };
    text.addEventListener("keydown", onKey);
    return () => text.removeEventListener("keydown", onKey);
  }, [editor, tools]);
}

/** The tools of an editor's text, drawn anew when what holds at the caret changes. */
function useTools(editor: Editor | null, onLink: () => void): ReactNode[] {
  const t = useTranslations("composer.tools");
  const told = useEditorState({ editor, selector: ({ editor: read }) => activeTools(read) });
  // Nothing is told of an editor that has only come.
  const active = told ?? activeTools(editor);
  if (!editor || !active) return [];
  const button = ({ name, icon: Icon, keys, run }: TextTool) => (
    <ToolButton
      key={name}
      label={t(name)}
      shortcut={`${modKey()}+${keys}`}
      isPressed={active.has(name)}
      onClick={() => run(editor)}
    >
      <Icon aria-hidden />
    </ToolButton>
  );
  const texts = TEXT_TOOLS.filter(({ name }) => hasTool(editor, name)).map(button);
  const has = (name: string) => hasTool(editor, name);
  const [marks, blocks, codes] = [texts.slice(0, 4), texts.slice(4, -2), texts.slice(-2)];
  return [
    has("heading") ? <HeadingTool key="heading" editor={editor} /> : null,
    ...marks,
    // Before what makes blocks, for which one can type: where there is little room it stays in sight.
    has("link") ? (
      <ToolButton
        key="link"
        label={t("link")}
        shortcut={`${modKey()}+K`}
        isPressed={active.has("link")}
        onClick={onLink}
      >
        <Link2 aria-hidden />
      </ToolButton>
    ) : null,
    has("textColour") ? <ColourTool key="colour" editor={editor} /> : null,
    ...blocks,
    has("table") ? <TableTool key="table" editor={editor} isInTable={active.has("table")} /> : null,
    <EmojiTool key="emoji" editor={editor} />,
    ...codes,
  ].filter((tool) => tool !== null);
}

function activeTools(editor: Editor | null): Set<string> | null {
  if (!editor) return null;
  const names = [...TEXT_TOOLS.map(({ name }) => name), "link", "table"];
  const kinds = ["heading", "textColour"].filter((name) => hasTool(editor, name));
  return new Set([
    ...names.filter((name) => hasTool(editor, name) && editor.isActive(name)),
    // Their menus say which one, so that another one is a change.
    ...kinds.map((name) => `${name} ${JSON.stringify(editor.getAttributes(name))}`),
  ]);
}
