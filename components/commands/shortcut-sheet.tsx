"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { Toggle } from "@/components/ui/toggle";
import { COMMAND_GROUPS, type Command } from "./command";
import { closeOverlay } from "./command-overlay";
import { registeredCommands } from "./command-registry";
import { capsOf, isSingleKey } from "./key-press";
import { keysOf } from "./keymap";
import { isMac } from "./platform";
import { setSingleKeys, useSingleKeys } from "./single-keys";

const OF_THREAD = [
  "thread.nextMessage",
  "thread.previousMessage",
  "thread.openAll",
  "thread.foldAll",
  "thread.lead",
] as const;
const OF_TEAM = ["thread.note", "thread.task", "thread.watch"] as const;
const OF_WRITING = [
  "reply.reply",
  "reply.replyAll",
  "reply.forward",
  "reply.send",
  "reply.sendDone",
  "reply.sendNext",
  "reply.sendRemind",
  "reply.schedule",
] as const;

/** Every command that has a key here, by group, and the switch for those that are a letter alone. */
export function ShortcutSheet() {
  const t = useTranslations("commands");
  const common = useTranslations("common");
  const [commands] = useState(() => commandsHere(t));
  const areOn = useSingleKeys();
  return (
    <Dialog
      open
      onOpenChange={(open) => open || closeOverlay()}
      title={t("sheet.title")}
      className="max-w-3xl"
      actions={<Button onClick={() => closeOverlay()}>{common("close")}</Button>}
    >
      {/* First, since it takes the focus: the sheet begins at its top. */}
      <div className="mb-4 flex flex-col items-start gap-1">
        <Toggle label={t("sheet.singleKeys")} showLabel checked={areOn} onChange={setSingleKeys} />
        {areOn ? null : (
          <p className="text-12 text-text-2">{t("sheet.singleKeysOff", { mod: isMac() ? "Cmd" : "Ctrl" })}</p>
        )}
      </div>
      <div className="columns-1 gap-8 md:columns-2">
        {COMMAND_GROUPS.map((group) => (
          <Group key={group} name={t(`group.${group}`)} commands={namedOnce(commands, group)} areSingleKeysOn={areOn} />
        ))}
      </div>
    </Dialog>
  );
}

/** What has a key here, and what will have one once a thread is open: whoever learns the keys looks them up before. */
function commandsHere(t: ReturnType<typeof useTranslations<"commands">>): Command[] {
  const here = registeredCommands().filter(({ id }) => keysOf(id).length > 0);
  const isHere = (id: string) => here.some((command) => command.id === id);
  const hasThreads = here.some(({ group }) => group === "thread");
  // Who reads only has no keys to write with.
  const mayWrite = isHere("thread.done");
  const line = (id: (typeof OF_THREAD | typeof OF_TEAM | typeof OF_WRITING)[number], group: Command["group"]) =>
    isHere(id) ? [] : [{ id, group, label: t(id), run: () => undefined }];
  return [
    ...here,
    ...(hasThreads ? OF_THREAD : []).flatMap((id) => line(id, "thread")),
    ...(mayWrite ? OF_TEAM : []).flatMap((id) => line(id, "thread")),
    ...(mayWrite ? OF_WRITING : []).flatMap((id) => line(id, "reply")),
  ];
}

function Group(props: { name: string; commands: Command[]; areSingleKeysOn: boolean }) {
  if (props.commands.length === 0) return null;
  return (
    <section className="mb-4 break-inside-avoid">
      <h3 className="pb-1 text-12 text-text-2">{props.name}</h3>
      <dl>
        {props.commands.map(({ id, label }) => (
          <div key={id} className="flex min-h-7 items-center justify-between gap-3 border-b border-line text-13">
            <dt className="min-w-0">{label}</dt>
            <dd className="flex shrink-0 items-center gap-1.5 text-11 text-text-3">
              <Keys keys={keysOf(id)} areSingleKeysOn={props.areSingleKeysOn} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Keys({ keys, areSingleKeysOn }: { keys: readonly string[]; areSingleKeysOn: boolean }) {
  const t = useTranslations("commands.sheet");
  const usable = keys.filter((each) => areSingleKeysOn || !each.split(" ").some(isSingleKey));
  if (usable.length === 0) return <span>{t("off")}</span>;
  return usable.map((each, index) => (
    <span key={each} className="flex items-center gap-1">
      {index > 0 ? <span>{t("or")}</span> : null}
      {each.split(" ").map((stroke, place) => (
        <span key={place} className="flex items-center gap-1">
          {place > 0 ? <span>{t("then")}</span> : null}
          {capsOf(stroke, isMac()).map((cap) => (
            <Kbd key={cap}>{cap}</Kbd>
          ))}
          <span className="sr-only">{capsOf(stroke, isMac()).join(" ")}</span>
        </span>
      ))}
    </span>
  ));
}

/** The list and the thread have a command each for what is one thing to a person: one line for both. */
function namedOnce(commands: Command[], group: Command["group"]): Command[] {
  const seen = new Set<string>();
  const nameOf = ({ id, label }: Command) => `${label} ${keysOf(id).join()}`;
  return commands.filter(
    (command) => command.group === group && !seen.has(nameOf(command)) && seen.add(nameOf(command)),
  );
}
