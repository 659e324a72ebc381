"use client";

import { Popover } from "@base-ui/react/popover";
import type { Editor } from "@tiptap/core";
import { Smile } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { late } from "@/components/ui/late";
import { Skeleton } from "@/components/ui/skeleton";
import { toolTrigger } from "./tool-button";

const EmojiPicker = late(
  () => import("./emoji-picker").then((file) => file.EmojiPicker),
  <Skeleton className="h-64 w-72" />,
);

/** All emoji, to look through or to search. Loaded when it is first opened. */
export function EmojiTool({ editor }: { editor: Editor }) {
  const t = useTranslations("composer.tools");
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover.Root open={isOpen} onOpenChange={(open) => setOpen(open)}>
      <Popover.Trigger render={toolTrigger(t("emoji"), <Smile aria-hidden />)} />
      <Popover.Portal>
        <Popover.Positioner side="top" align="start" sideOffset={6} className="z-popover">
          <Popover.Popup
            aria-label={t("emoji")}
            finalFocus={() => editor.view.dom}
            className="max-w-[calc(100vw-1.5rem)] rounded-3 bg-raised p-2 shadow-2 outline-none"
          >
            <EmojiPicker
              onTake={(character) => {
                setOpen(false);
                editor.chain().insertContent(character).run();
              }}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
