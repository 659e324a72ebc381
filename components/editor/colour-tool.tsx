"use client";

import type { Editor } from "@tiptap/core";
import { Baseline } from "lucide-react";
import { useTranslations } from "next-intl";
import { Menu, MenuChoices } from "@/components/ui/menu";
import { TEXT_COLOURS, type TextColourName } from "./text-colours";
import { toolTrigger } from "./tool-button";

const NAMES = Object.keys(TEXT_COLOURS) as TextColourName[];

/** The colour of the chosen words, or of what is typed next. */
export function ColourTool({ editor }: { editor: Editor }) {
  const t = useTranslations("composer.tools");
  const present = NAMES.find((name) => editor.isActive("textColour", { colour: TEXT_COLOURS[name] })) ?? "none";
  const put = (name: TextColourName | "none") => {
    const chain = editor.chain().focus();
    if (name === "none") chain.unsetMark("textColour").run();
    else chain.setMark("textColour", { colour: TEXT_COLOURS[name] }).run();
  };
  return (
    <Menu trigger={toolTrigger(t("colour"), <Baseline aria-hidden />)} align="start" side="top">
      <MenuChoices<TextColourName | "none">
        label={t("colour")}
        value={present}
        options={(["none", ...NAMES] as const).map((value) => ({
          value,
          label: t(`colours.${value}`),
          icon: <Swatch colour={value === "none" ? "var(--text)" : TEXT_COLOURS[value]} />,
        }))}
        onChange={put}
      />
    </Menu>
  );
}

const Swatch = ({ colour }: { colour: string }) => (
  <span aria-hidden className="size-3.5 rounded-full" style={{ background: colour }} />
);
