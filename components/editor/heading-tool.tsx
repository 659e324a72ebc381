"use client";

import type { Editor } from "@tiptap/core";
import { Heading } from "lucide-react";
import { useTranslations } from "next-intl";
import { Menu, MenuChoices } from "@/components/ui/menu";
import { toolTrigger } from "./tool-button";

const LEVELS = ["0", "1", "2", "3"] as const;
type Level = (typeof LEVELS)[number];

/** Whether the line at the caret is text or a heading, and how large a one. */
export function HeadingTool({ editor }: { editor: Editor }) {
  const t = useTranslations("composer.tools");
  const level = LEVELS.find((each) => editor.isActive("heading", { level: Number(each) })) ?? "0";
  const put = (next: Level) => {
    const chain = editor.chain().focus();
    if (next === "0") chain.setParagraph().run();
    else chain.setHeading({ level: Number(next) as 1 | 2 | 3 }).run();
  };
  return (
    <Menu trigger={toolTrigger(t("heading"), <Heading aria-hidden />)} align="start" side="top">
      <MenuChoices
        label={t("heading")}
        value={level}
        options={LEVELS.map((value) => ({ value, label: t(`headings.${value}`) }))}
        onChange={put}
      />
    </Menu>
  );
}
