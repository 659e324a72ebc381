import { Forward, Reply, ReplyAll } from "lucide-react";
import { useTranslations } from "next-intl";
import { focusedElement } from "@/components/commands/command-overlay";
import { useCommands } from "@/components/commands/use-commands";
import type { ReplyMode } from "./opening";

/**
 * `r` replies, `a` replies to all and `f` forwards, wherever the focus is but in a field, a menu or a dialog. What is forwarded is the
 * message that has the focus, if one has.
 */
export function useReplyKeys(reply: (mode: ReplyMode, messageId: string | null) => void): void {
  const t = useTranslations("commands.reply");
  useCommands([
    {
      id: "reply.reply",
      group: "reply",
      label: t("reply"),
      icon: Reply,
      run: () => reply("reply", null),
    },
    {
      id: "reply.replyAll",
      group: "reply",
      label: t("replyAll"),
      icon: ReplyAll,
      run: () => reply("reply_all", null),
    },
    {
      id: "reply.forward",
      group: "reply",
      label: t("forward"),
      icon: Forward,
      run: () => reply("forward", focusedMessageId()),
    },
  ]);
}

const focusedMessageId = (): string | null =>
  focusedElement()?.closest("[data-message]")?.getAttribute("data-message") ?? null;
