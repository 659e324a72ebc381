import { Check, PanelRight, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { focusedElement } from "@/components/commands/command-overlay";
import { useCommands } from "@/components/commands/use-commands";
import type { ThreadView } from "@/lib/domain/thread-view";

type ThreadKeys = { thread: ThreadView; onDone: () => void; onLead: () => void };

/** e is done, ] shows or hides the lead. A row of the list that has the focus is what e is about. */
export function useThreadKeys({ thread, onDone, onLead }: ThreadKeys): void {
  const t = useTranslations("commands.thread");
  const { contact, isArchived } = thread;
  useCommands(
    [
      {
        id: "thread.done",
        group: "thread",
        label: t(isArchived ? "undone" : "done"),
        icon: isArchived ? Undo2 : Check,
        isEnabled: () => focusedElement()?.closest("[data-thread]") == null,
        run: onDone,
      },
      { id: "thread.lead", group: "thread", label: t("lead"), icon: PanelRight, run: onLead },
    ],
    contact.name || contact.address,
  );
}
