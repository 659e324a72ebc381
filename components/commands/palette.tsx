"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState, type KeyboardEvent } from "react";
import type { ShellSession } from "@/components/shell/shell-session";
import { Kbd } from "@/components/ui/kbd";
import { isComposing } from "@/components/ui/is-composing";
import { subjectDirection } from "@/lib/domain/subject";
import { closeOverlay, openShortcuts } from "./command-overlay";
import { commandSubject } from "./command-registry";
import { PaletteList } from "./palette-list";
import { usePalette, type PaletteModel } from "./use-palette";

/** Everything that can be done here, by name: type, choose with the arrows, Enter. The focus goes back to where it was. */
export function Palette({ session }: { session: ShellSession }) {
  const t = useTranslations("commands.palette");
  const input = useRef<HTMLInputElement>(null);
  return (
    <Dialog.Root open onOpenChange={(open) => open || closeOverlay()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-palette bg-scrim" />
        <Dialog.Popup
          initialFocus={input}
          finalFocus={false}
          className="fixed inset-x-2 top-2 z-palette mx-auto flex max-h-[min(36rem,calc(100dvh-1rem))] max-w-[38.75rem] flex-col overflow-hidden rounded-4 bg-raised shadow-3 outline-none md:top-[15vh] md:max-h-[min(30rem,80vh)]"
        >
          <Dialog.Title className="sr-only">{t("title")}</Dialog.Title>
          <Search session={session} input={input} onChoose={closeOverlay} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type SearchProps = {
  session: ShellSession;
  input: React.RefObject<HTMLInputElement | null>;
  onChoose: (run: () => void) => void;
};

function Search({ session, input, onChoose }: SearchProps) {
  const t = useTranslations("commands.palette");
  const [subject] = useState(commandSubject);
  const [typed, setTyped] = useState("");
  const [wanted, setWanted] = useState<string | null>(null);
  const model = usePalette(session, typed);
  const ids = [...model.runs.keys()];
  const active = wanted && model.runs.has(wanted) ? wanted : (ids[0] ?? null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const to = targetOf(event.key, ids, active);
    const run = active === null ? undefined : model.runs.get(active);
    if (to) setWanted(to);
    else if (event.key === "Enter" && run) onChoose(run);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="flex h-12 shrink-0 items-center gap-2 border-b border-line px-3.5">
        {subject ? (
          <span className="inline-flex h-6 max-w-48 shrink-0 items-center gap-1.5 rounded-2 bg-accent-soft px-2 text-12 font-medium text-accent-text">
            <Mail aria-hidden className="size-3.5 shrink-0 stroke-2" />
            <span dir={subjectDirection(subject)} className="truncate">
              {subject}
            </span>
          </span>
        ) : null}
        <input
          ref={input}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setWanted(null);
          }}
          onKeyDown={onKeyDown}
          role="combobox"
          aria-expanded
          aria-controls="palette-list"
          aria-autocomplete="list"
          aria-activedescendant={active === null ? undefined : `palette-${active}`}
          aria-label={t("placeholder")}
          placeholder={t("placeholder")}
          autoComplete="off"
          spellCheck={false}
          maxLength={80}
          className="h-full min-w-0 flex-1 bg-transparent text-14 outline-none placeholder:text-text-3 max-md:text-16"
        />
        <button
          type="button"
          onClick={() => closeOverlay()}
          className="inline-flex size-7 items-center justify-center rounded-2 hover:bg-hover touch:size-control-touch"
        >
          <span className="sr-only">{t("close")}</span>
          <Kbd>Esc</Kbd>
        </button>
      </div>
      <PaletteList model={model} typed={typed} active={active} onChoose={onChoose} />
      <Foot model={model} onShortcuts={() => openShortcuts()} />
    </>
  );
}

function Foot({ model, onShortcuts }: { model: PaletteModel; onShortcuts: () => void }) {
  const t = useTranslations("commands.palette");
  return (
    <div className="flex h-8 shrink-0 items-center gap-3 border-t border-line bg-surface-2 px-3.5 text-12 text-text-2">
      <span className="flex items-center gap-1 touch:hidden">
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t("move")}
      </span>
      <span className="flex items-center gap-1 touch:hidden">
        <Kbd>↵</Kbd> {t("run")}
      </span>
      <span aria-live="polite" className="sr-only">
        {t("count", { count: model.runs.size })}
      </span>
      <button
        type="button"
        onClick={onShortcuts}
        className="ml-auto flex items-center gap-1 rounded-2 px-1 hover:text-text touch:h-control-touch"
      >
        <Kbd>?</Kbd> {t("allShortcuts")}
      </button>
    </div>
  );
}

/** Down from the last comes to the first, and up from the first to the last. */
function targetOf(key: string, ids: string[], active: string | null): string | undefined {
  const from = active === null ? -1 : ids.indexOf(active);
  if (key === "ArrowDown") return ids[(from + 1) % ids.length];
  return key === "ArrowUp" ? ids.at(from - 1) : undefined;
}
