"use client";

import { Braces, Copy, Ellipsis, FileDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import type { MessageView } from "@/lib/domain/thread-view";
import { sourcePath } from "@/lib/url/mail-paths";
import { curlLine } from "./curl-line";

const NAMES = ["campaignId", "emailStatsId", "replyMessageId", "id"] as const;

/** What can be taken from a message: the ids that the API asks for, a command with them, and the raw source. */
export function MessageMenu({ message }: { message: MessageView }) {
  const t = useTranslations("thread");
  const copy = (name: string, text: string) => {
    const done = () => toast(t("api.copied", { name }), { tone: "good" });
    // No clipboard outside secure contexts.
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error("no clipboard"));
    written.then(done, () => toast(t("api.failed"), { tone: "bad" }));
  };
  const { api } = message;
  return (
    <Menu
      trigger={
        <IconButton label={t("message.menu")} className="size-control-sm">
          <Ellipsis aria-hidden />
        </IconButton>
      }
    >
      <p className="px-2 pt-1.5 pb-1 text-11 text-text-3">{t("api.title")}</p>
      {NAMES.map((name) => {
        const value = api[name];
        return value === null ? null : (
          <MenuItem key={name} icon={<Copy aria-hidden />} onSelect={() => copy(name, String(value))}>
            <span className="block max-w-72 truncate">{t("api.value", { name, value: String(value) })}</span>
          </MenuItem>
        );
      })}
      {api.campaignId === null ? null : (
        <MenuItem
          icon={<Braces aria-hidden />}
          onSelect={() => copy(t("api.curl"), curlLine(window.location.origin, api) ?? "")}
        >
          {t("api.curl")}
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem icon={<FileDown aria-hidden />} onSelect={() => window.location.assign(sourcePath(message.id))}>
        {t("message.source")}
      </MenuItem>
    </Menu>
  );
}
