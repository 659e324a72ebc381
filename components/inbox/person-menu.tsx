import { useQuery } from "@tanstack/react-query";
import { CircleDashed, StickyNote } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCommandKeys } from "@/components/commands/use-command-keys";
import { AnchoredItem, AnchoredMenu } from "@/components/ui/anchored-menu";
import { Avatar } from "@/components/ui/avatar";
import { filtersQuery } from "@/lib/queries/threads";
import { frameOf } from "./menu-frame";
import { useAwayWords } from "./use-away-words";
import { useHaving } from "./use-having";
import { type OpenTriageMenu, useTriageActions } from "./use-triage-actions";
import { useViewer } from "./viewer";

/** The viewer first; letters find the others. */
export function PersonMenu({ menu, onClose }: { menu: OpenTriageMenu; onClose: () => void }) {
  const t = useTranslations("inbox.menu");
  const { apply, openMenu } = useTriageActions();
  const awayWords = useAwayWords();
  const { viewer } = useViewer();
  const assignKey = useCommandKeys("thread.assign").caps.join(" ") || undefined;
  const { data } = useQuery(filtersQuery());
  const { threadIds } = menu;
  const has = useHaving(threadIds, (each) => each.assignee?.id ?? null);
  const assign = (assigneeId: string | null) => {
    onClose();
    void apply(threadIds, { kind: "assignee", assigneeId });
  };
  const awayHint = (id: string) => {
    const until = awayWords(id);
    return until ? { hint: until } : {};
  };
  const withNote = () => {
    onClose();
    // The menu still closes itself, and with it whatever opened before.
    setTimeout(() => openMenu("handOver", threadIds, menu.anchor));
  };
  const others = (data?.team ?? []).filter(({ id }) => id !== viewer.id);
  return (
    <AnchoredMenu {...frameOf(menu, onClose)} title={t("assignee", { count: threadIds.length })}>
      <AnchoredItem
        icon={<Avatar name={viewer.name} size="sm" />}
        {...has(viewer.id)}
        shortcut={assignKey}
        onSelect={() => assign(viewer.id)}
      >
        {t("me")}
      </AnchoredItem>
      <AnchoredItem icon={<CircleDashed aria-hidden />} {...has(null)} onSelect={() => assign(null)}>
        {t("nobody")}
      </AnchoredItem>
      {others.map(({ id, name }) => (
        <AnchoredItem
          key={id}
          icon={<Avatar name={name} size="sm" />}
          {...has(id)}
          {...awayHint(id)}
          onSelect={() => assign(id)}
        >
          {name}
        </AnchoredItem>
      ))}
      <AnchoredItem icon={<StickyNote aria-hidden />} onSelect={withNote}>
        {t("withNote")}
      </AnchoredItem>
    </AnchoredMenu>
  );
}
